import pytest

from bot.rules import moves, recapping
from bot.texts.reviews import excludable, review


def labels(message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def test_a_document_waits_with_both_buttons_and_the_file_itself(course, read) -> None:
    document = course.to_step(4).file("irban-1", "LHP", "a.pdf")
    message = review(course.run, document)
    assert read(message) == "LHP dari Irban I, data kinerja Triwulan III 2026."
    assert labels(message) == [["Terima", "Kembalikan"]]
    assert (message.attachment.name, message.attachment.digest) == ("a.pdf", document.digest)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("accept", "Telah disetujui."),
        ("return", "Telah dikembalikan untuk perbaikan. Alasan: Tanpa tanda tangan."),
        ("replace", "Telah diganti dengan versi baru."),
        ("exclude", "Telah dikeluarkan dari rekap. Alasan: Periode lain."),
    ],
)
def test_a_decided_document_says_how_and_offers_nothing(course, read, decision, said) -> None:
    document = course.to_step(4).file("irban-1", "DATA", "a.xlsx")
    if decision == "return":
        course.give_back(document, seat="kasubbag-umum")
    elif decision == "replace":
        course.file("irban-1", "DATA", "b.xlsx")
    else:
        course.accept(document, "kasubbag-umum")
    if decision == "exclude":
        kept = course.to_step(5).run.document(document.id)
        now = course.now
        course.do(recapping.exclude(course.run, kept, "penyusun", 7, "Periode lain", now))
    message = review(course.run, course.run.document(document.id))
    assert read(message).endswith(said)
    assert message.buttons == ()


def test_the_reason_on_a_replaced_document_is_that_of_its_return(course, read) -> None:
    document = course.to_step(4).file("irban-1", "LHP", "a.pdf")
    course.give_back(document)
    course.file("irban-1", "LHP", "b.pdf", answers=document.id)
    first, second = (read(review(course.run, d)) for d in course.run.documents)
    assert first.endswith(
        "\nTelah dikembalikan untuk perbaikan, lalu diganti dengan versi baru. "
        "Alasan: Tanpa tanda tangan."
    )
    assert second == "LHP dari Irban I (versi 2), data kinerja Triwulan III 2026."


def test_of_a_cancelled_run_no_document_is_reviewed_any_more(course, read) -> None:
    document = course.to_step(4).file("irban-1", "LHP", "a.pdf")
    course.do(moves.cancel(course.run, 7, "kasubbag-perencanaan", "Salah periode", course.now))
    message = review(course.run, document)
    assert read(message).endswith("\nPutaran dibatalkan. Alasan: Salah periode.")
    assert message.buttons == ()


def test_every_accepted_file_may_be_left_out_but_not_nihil(course, read) -> None:
    assert read(excludable(course.run)).startswith("Tidak ada berkas")
    course.to_step(4).nihil("irban-1", "LHP")
    course.to_step(5)
    assert len(labels(excludable(course.run))) == 15


def test_reviews_of_a_large_office_fit(large, read) -> None:
    returned = large.give_back(large.run.documents[0], "Alasan & panjang " * 300)
    for document in (returned, large.run.documents[1]):
        read(review(large.run, document))
    large.accept_all("kasubbag-evlap")
    read(excludable(large.run))

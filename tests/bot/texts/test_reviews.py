import pytest

from bot.rules import recapping
from bot.texts.reviews import excludable, review


def labels(message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def test_a_document_waits_with_both_buttons_and_the_file_itself(course, read) -> None:
    document = course.to_step(4).file("irban-1", "LHP", "a.pdf")
    message = review(course.run, document)
    assert read(message).startswith("LHP dari Irban I — a.pdf\n")
    assert labels(message) == [["Terima", "Kembalikan"]]
    assert (message.attachment.name, message.attachment.digest) == ("a.pdf", document.digest)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("accept", "Diterima oleh penghimpun."),
        ("return", "Dikembalikan untuk perbaikan. Alasan: Tanpa tanda tangan."),
        ("replace", "Telah diganti dengan versi baru."),
        ("exclude", "Dikeluarkan dari rekap. Alasan: Periode lain."),
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

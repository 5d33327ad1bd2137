from dataclasses import replace

from bot.rules.errors.files import FileRefused, NotAFile
from bot.rules.periods import Period
from bot.texts import files
from bot.texts.refusals import sentence

LONG = "laporan & <lampiran> " * 20 + ".pdf"


def choices(message) -> list[tuple[str, str]]:
    return [(button.label, button.data) for row in message.buttons for button in row]


def test_each_question_is_answered_by_one_tap(course, read) -> None:
    sop = course.run.sop
    october = replace(course.run, id=6, period=Period("bulan", 2026, 10))
    which_run = files.which_run(4, "a.pdf", [course.run, october], ["A", "A"])
    assert choices(which_run) == [
        ("Triwulan III 2026", "tempat:4:p:5"),
        ("Oktober 2026", "tempat:4:p:6"),
    ]
    which_seat = files.which_seat(4, "a.pdf", sop.suppliers[:2])
    assert choices(which_seat) == [
        ("Irban I", "tempat:4:k:irban-1"),
        ("Irban II", "tempat:4:k:irban-2"),
    ]
    which_kind = files.which_kind(4, "a&b.pdf", sop.kinds[:1])
    assert choices(which_kind) == [("LHP — Laporan Hasil Pemeriksaan", "tempat:4:j:LHP")]
    assert "a&b.pdf" in read(which_kind)


def test_what_became_of_a_file_is_told(course, read) -> None:
    document = course.to_step(4).file("irban-1", "LHP", "a&b.pdf")
    words = read(files.placed(course.run, document))
    assert words == "Tercatat: LHP dari Irban I — a&b.pdf, data kinerja Triwulan III 2026."


def test_a_refused_file_is_named_once(read) -> None:
    for name in ("unik<b>.pdf", f"unik {LONG}"):
        refusals = (FileRefused("empty", name), FileRefused("empty"), NotAFile())
        for refusal in refusals:
            words = read(files.refused(name, sentence(refusal, "Asia/Makassar")))
            assert words.count("unik") == 1
    assert read(files.refused("", "Kosong.")) == "Kosong."


def test_questions_of_a_large_office_fit(large, read) -> None:
    sop = large.run.sop
    read(files.which_run(2**31 - 1, LONG, [large.run], [LONG]))
    read(files.which_seat(2**31 - 1, LONG, sop.suppliers))
    read(files.which_kind(2**31 - 1, LONG, sop.kinds))

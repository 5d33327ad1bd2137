import pytest

from bot.rules.acts import Act
from bot.rules.people import Person
from bot.texts import questions

LONG = "Irban II: LHP & <TLHP>, " * 200


def test_in_a_group_the_person_is_called(read) -> None:
    message = questions.ask_reason(questions.returning("a<b>.pdf"), Person(7, "Ani & Budi"))
    assert read(message) == (
        "Ani & Budi, mohon menuliskan alasan pengembalian berkas a<b>.pdf "
        "sebagai balasan pesan ini."
    )
    assert "tg://user?id=7" in message.text
    assert message.ask


def test_privately_it_is_asked_without_a_name(read) -> None:
    words = read(questions.ask_reason(questions.cancelling("data kinerja Oktober 2026"), None))
    assert words.startswith("Mohon menuliskan alasan pembatalan putaran data kinerja Oktober 2026")


@pytest.mark.parametrize("what", ["returning", "excluding", "pleading"])
def test_every_question_fits_whatever_it_is_about(read, what: str) -> None:
    read(questions.ask_reason(getattr(questions, what)(LONG), Person(7, LONG)))


def test_what_is_missing_is_asked_about_unit_by_unit(read) -> None:
    lacking = ("Irban I: LHP", "Irban II: LHP", "Irban I: LHE")
    question = questions.ask_reason(questions.conveying_without(lacking), None)
    assert "tanpa kelengkapan (Irban I: LHP, LHE; Irban II: LHP) sebagai" in read(question)
    many = [f"{LONG} {number}: LHP" for number in range(40)]
    assert "lainnya" in read(questions.ask_reason(questions.conveying_without(many), None))


@pytest.mark.parametrize(
    ("act", "args", "done"),
    [
        (Act.RETURN, ("1",), "Berkas LHE Irban III dikembalikan untuk perbaikan."),
        (Act.EXCLUDE, ("1",), "Berkas LHE Irban III dikeluarkan dari rekap."),
        (
            Act.CONVEY_COLLECTED,
            ("kasubbag-evlap",),
            "Data yang terhimpun telah disampaikan tanpa kelengkapan.",
        ),
        (Act.CANCEL, (), "Putaran data kinerja Triwulan III 2026 dibatalkan."),
        (Act.ASK_TIME, ("1", "serah", "irban-1"), "Permohonan waktu tambahan telah dicatat."),
    ],
)
def test_the_answer_says_what_was_done_and_why(course, read, act, args, done: str) -> None:
    course.to_step(4).file("irban-3", "LHE")
    words = read(questions.answered(course.run, act, args, "Rapat <dinas>."))
    assert words == f"{done} Alasan: Rapat <dinas>."
    read(questions.answered(course.run, act, args, LONG))

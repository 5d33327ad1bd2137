"""What the group reads of a recap; the figures are tests/bot/rules/test_recap.py's."""

from datetime import UTC, datetime

import pytest

from bot.rules.forms import FilledForm, FormMark, OfficeFormat
from bot.rules.messages import Message
from bot.rules.periods import Period
from bot.rules.recap import HandedIn, Heading, Recap, compile_recap
from bot.rules.registers import LhpRow
from bot.rules.run import DocumentState, Task
from bot.texts import duties, recap

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
HEADING = Heading(("DINAS",), Period("triwulan", 2026, 3), "Asia/Makassar", AT)


def handed_in(
    seat: str, kind: str, state: DocumentState = DocumentState.ACCEPTED, reason: str = ""
):
    return HandedIn(seat, kind, "x.pdf", 1, AT, state, reason=reason)


@pytest.fixture
def recap_of(course):
    """The recap of these documents; `forms` are the workbooks by seat."""

    def make(*documents: HandedIn, forms=None) -> Recap:
        sop = course.run.sop
        asked = OfficeFormat(())
        return compile_recap(HEADING, asked, sop.suppliers, sop.kinds, forms or {}, documents)

    return make


@pytest.fixture
def complete(course):
    return [
        handed_in(seat.key, kind.code)
        for seat in course.run.sop.suppliers
        for kind in course.run.sop.kinds
    ]


def last(made: Recap) -> list[str]:
    return recap.group_summary(made).split("\n")[4:]


def test_only_registers_that_have_rows_are_told(recap_of) -> None:
    assert not any("Register" in line for line in last(recap_of()))
    assert not any("register" in name for name, _ in recap.summary_lines(recap_of()))
    form = FilledForm(FormMark(1, 1, "irban-1", 1), (), lhp=(LhpRow("1"), LhpRow("2")))
    made = recap_of(forms={"irban-1": form})
    assert last(made)[0] == "Register: LHP 2"
    assert ("LHP pada register", "2") in recap.summary_lines(made)


def test_files_are_complete_when_nothing_is_missing_and_nothing_waits(recap_of, complete) -> None:
    assert last(recap_of(*complete)) == ["Berkas: lengkap"]
    *others, data = complete
    waiting = handed_in(data.seat, data.kind, DocumentState.RECEIVED)
    assert last(recap_of(*others, waiting)) == ["Menunggu pemeriksaan: Irban IV (DATA)"]
    assert last(recap_of(*others[1:], waiting)) == [
        "Belum diterima: Irban I (LHP)",
        "Menunggu pemeriksaan: Irban IV (DATA)",
    ]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (DocumentState.RETURNED, "Tanpa tanda tangan"),
        (DocumentState.REPLACED, "dikembalikan: Tanpa tanda tangan"),
    ],
)
def test_a_reason_is_told_as_that_of_the_return(recap_of, state: DocumentState, said: str) -> None:
    line = handed_in("irban-1", "LHP", state, "Tanpa tanda tangan")
    assert recap.document(line, recap_of(line))[-2:] == (state.value, said)


def test_a_card_with_a_large_office_s_summary_fits(large, paper, read) -> None:
    sop = large.run.sop
    half = [handed_in(s.key, "LHP", DocumentState.RECEIVED) for s in sop.suppliers]
    made = compile_recap(HEADING, OfficeFormat(()), sop.suppliers, sop.kinds, {}, half)
    summary = recap.group_summary(made)
    assert summary.count("lainnya") == 2
    read(Message(summary))
    duty = large.duty(Task.COMPILE, "penyusun")
    message = duties.compile_duty(large.run, duty, paper, summary, large.calendar)
    read(message)

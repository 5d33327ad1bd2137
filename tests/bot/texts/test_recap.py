"""What people read in a recap; the figures are tests/bot/rules/test_recap.py's."""

from datetime import UTC, datetime

import pytest

from bot.rules.forms import FilledForm, FormMark, OfficeFormat
from bot.rules.handed_in import HandedIn
from bot.rules.periods import Period
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.registers import LhpRow
from bot.rules.run import DocumentState
from bot.texts import recap

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


def test_only_registers_that_have_rows_are_told(recap_of) -> None:
    assert not any("register" in name for name, _ in recap.summary_lines(recap_of()))
    form = FilledForm(FormMark(1, 1, "irban-1", 1), (), lhp=(LhpRow("1"), LhpRow("2")))
    made = recap_of(forms={"irban-1": form})
    assert ("LHP pada register", "2") in recap.summary_lines(made)


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

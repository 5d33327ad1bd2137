from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.form_changes import Change, RowsChanged
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.form_versions import Version, compared, one_before
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.offers import Offer
from bot.rules.registers import LhpRow

D = Decimal
SHEETS = {"data": "DATA", "lhp": "LHP", "lhe": "LHE", "tlhp": "TLHP"}
ROW = Indicator(1, "S", "Desa", "desa", Direction.UP, Method.SUM, D(9), D(3), None, None, "a")
FIGURE = Figure(ROW, None, spent=D(5), actual_at="I6")
FORM = FilledForm(
    FormMark(1, 1, "a", 1), (FIGURE,), lhp=(LhpRow("1"),), columns=(("actual", "I"), ("spent", "N"))
)
EMPTY = FormFault("DATA", "I6", FaultCode.REQUIRED_EMPTY)
NEGATIVE = FormFault("DATA", "N6", FaultCode.NEGATIVE, (("isi", "-5"),))
NO_SHEET = FormFault("LHP", "", FaultCode.SHEET_MISSING)
NO_HEADINGS = FormFault("DATA", "", FaultCode.NO_HEADINGS)


def with_figure(**changed: object) -> FilledForm:
    return replace(FORM, figures=(replace(FIGURE, **changed),))  # type: ignore[arg-type]


def test_a_mended_cell_is_told_as_mended_and_not_as_a_change_from_nothing() -> None:
    after = with_figure(actual=D(4), spent=D(6))
    found = compared(Version(FORM, (EMPTY,)), Version(after), SHEETS)
    assert (found.since, found.mended, found.remaining) == (None, (EMPTY,), ())
    assert found.changes.figures == (Change(1, "spent", D(5), D(6)),)


def test_a_cell_that_is_wrong_in_another_way_remains() -> None:
    words = FormFault("DATA", "I6", FaultCode.NOT_A_NUMBER, (("isi", "x"),))
    found = compared(Version(FORM, (EMPTY, NEGATIVE)), Version(FORM, (words,)), SHEETS)
    assert (found.mended, found.remaining) == ((NEGATIVE,), (EMPTY,))


@pytest.mark.parametrize("unread", [NO_HEADINGS, FormFault("DATA", "I6", FaultCode.MERGED)])
def test_of_a_sheet_that_cannot_be_read_any_more_nothing_is_mended_or_changed(
    unread: FormFault,
) -> None:
    after = replace(FORM, figures=(), lhp=(LhpRow("2"),))
    found = compared(Version(FORM, (EMPTY,)), Version(after, (unread,)), SHEETS)
    assert found.mended == ()
    assert found.changes.figures == ()
    assert found.changes.rows == (RowsChanged("lhp", added=1, removed=1),)


def test_a_register_that_came_back_is_mended_and_its_rows_are_no_change() -> None:
    found = compared(Version(replace(FORM, lhp=()), (NO_SHEET,)), Version(FORM), SHEETS)
    assert (found.mended, found.changes.rows) == ((NO_SHEET,), ())


def test_a_taken_version_before_is_named_by_its_number() -> None:
    found = compared(Version(FORM, number=2), Version(with_figure(actual=D(1))), SHEETS)
    assert (found.since, found.mended) == (2, ())
    assert found.changes.figures == (Change(1, "actual", None, D(1)),)


def offer(number: int, document: int | None = None) -> Offer:
    at = datetime.fromisoformat("2026-11-23T00:30:00+00:00")
    return Offer(number, 7, 7, number, "x", "d", 1, "m", "document", at, document_id=document)


@pytest.mark.parametrize(
    ("documents", "of", "before"),
    [
        ((None, None), None, 1),  # a refused one before the one that is being judged
        ((None,), None, None),
        ((), None, None),
        ((None, 5), 5, 1),
        ((None, 5, None), 5, 1),  # what was sent later is not before
        ((5, None, 6), 6, 2),
        ((5, 6), 5, None),
    ],
)
def test_the_version_before_is_the_one_sent_just_before(
    documents: tuple[int | None, ...], of: int | None, before: int | None
) -> None:
    versions = [offer(n, document) for n, document in enumerate(documents, start=1)]
    found = one_before(versions, of)
    assert (found.id if found else None) == before

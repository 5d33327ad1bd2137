"""Every workbook that we make stays within what Excel takes without a word of repair."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.papers.filled_workbook import filled_workbook
from bot.papers.format_workbook import master_workbook, seat_workbook
from bot.papers.hostile import changed
from bot.papers.marked_workbook import marked_workbook
from bot.papers.read_filled import read_filled
from bot.papers.recap_workbook import recap_workbook
from bot.rules.form_faults import FaultCode, FormFault, FormFaults
from bot.rules.forms import FilledForm, FormMark, OfficeFormat
from bot.rules.periods import Period
from bot.rules.recap import Recap
from tests.bot.papers.editing import edited
from tests.bot.papers.excel_limits import complaints
from tests.bot.papers.large_recap import MARKUP, large_recap

PERIOD = Period("triwulan", 2026, 3)
AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
MARK = FormMark(7, 3, "irban-1", 1)
DATA = "xl/worksheets/sheet2.xml"
LONG = "Dinas Pemberdayaan Masyarakat dan Desa & Kependudukan " * 8


def of_seat(form: OfficeFormat, count: int, title: str = "Irban I") -> bytes:
    rows = tuple(replace(row, seat="irban-1") for row in form.indicators[:count])
    return seat_workbook(OfficeFormat(rows, form.period), "irban-1", title, PERIOD, title, MARK)


@pytest.mark.parametrize("count", [1, 9])
def test_a_seats_workbook(office_format: OfficeFormat, count: int) -> None:
    assert complaints(of_seat(office_format, count)) == []


def test_a_workbook_of_a_seat_with_a_long_title(office_format: OfficeFormat) -> None:
    assert complaints(of_seat(office_format, 9, LONG)) == []


@pytest.mark.parametrize("seats", [4, 60])
def test_the_whole_format(office_format: OfficeFormat, seats: int) -> None:
    titles = {f"irban-{n}": f"Inspektur Pembantu {n}" for n in range(1, seats + 1)}
    mark = replace(MARK, seat="")
    assert complaints(master_workbook(office_format, titles, PERIOD, LONG, mark)) == []


def test_a_workbook_filled_in_chat(blank: Callable[[str], bytes], filled: bytes) -> None:
    form = read_filled(filled)
    assert isinstance(form, FilledForm)
    assert complaints(filled_workbook(blank("irban-1"), form, AT)) == []


def test_a_marked_workbook_also_when_it_is_marked_again(filled: bytes) -> None:
    wrong = edited(filled, "Data Kinerja", {"I6": "banyak", "N6": -5})
    gone = FormFault("TLHP", "A7", FaultCode.LHP_GONE, (("lhp", "1"), ("periode", "2026-TW2")))
    read = read_filled(wrong)
    assert isinstance(read, FormFaults)
    once = marked_workbook(wrong, (*read.faults, gone))
    assert isinstance(once, bytes)
    twice = marked_workbook(once, read.faults)
    assert isinstance(twice, bytes)
    assert complaints(once) == complaints(twice) == []


def test_a_recap(told: Recap, recap: Recap) -> None:
    assert complaints(recap_workbook(told)) == []
    assert complaints(recap_workbook(recap)) == []


@pytest.mark.parametrize(
    ("count", "text"),
    [(60, MARKUP), (60, "=1+1"), (2, "x" * 40_000)],
    ids=["markup", "formula", "long"],
)
def test_a_recap_with_hostile_texts(count: int, text: str) -> None:
    assert complaints(recap_workbook(large_recap(count, seats=2, text=text))) == []


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('<row r="5"', '<row r="3"', "Data Kinerja: row 3 out of order"),
        ("<pageMargins", "<rowBreaks /><pageMargins", "Data Kinerja: parts out of order"),
        ('promptTitle="', f'promptTitle="{"x" * 33}', "Data Kinerja: promptTitle too long"),
        ("<formula1>", f"<formula1>{'x' * 256}", "Data Kinerja: rule's formula"),
        ('sqref="I6 ', 'sqref="I6 I7 ', "Data Kinerja: rule on I7 over another"),
        ('<c r="A6"', '<c r="B6"', "Data Kinerja: B6 astray"),
    ],
)
def test_what_excel_would_complain_of_is_found(
    office_format: OfficeFormat, was: str, now: str, said: str
) -> None:
    sound = of_seat(office_format, 9)
    spoilt = changed(sound, DATA, lambda sheet: sheet.replace(was, now, 1))
    assert any(said in found for found in complaints(spoilt)), complaints(spoilt)

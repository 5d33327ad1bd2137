"""Random formats, filled and damaged: what was filled rightly comes back, and nothing is raised."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.papers.format_workbook import seat_workbook
from bot.papers.layout import DATA, FIRST_ROW, LHP, TLHP
from bot.papers.read_filled import read_filled
from bot.papers.read_format import read_format
from bot.papers.samples import packed
from bot.rules.achievement import Direction, Method
from bot.rules.form_faults import FormFaults, differences
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat, ReadFormat
from bot.rules.kinds import UnreadableFile
from bot.rules.periods import Period
from bot.rules.registers import LhpRow, TlhpRow, TlhpStatus

pytestmark = pytest.mark.slow
SEAT, PERIOD = "irban-1", Period("triwulan", 2026, 3)
MARK = FormMark(7, 3, SEAT, 1, period=PERIOD.key)
CALM = settings(max_examples=15, suppress_health_check=list(HealthCheck))

# what a cell can hold, and a reader that trims and joins spaces leaves as it is
LETTERS = st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn"))
words = st.text(LETTERS, min_size=1, max_size=40).filter(
    # a cell of an error's name is an error
    lambda text: text == " ".join(text.split()) and not text.startswith("#")
)
figures = st.decimals(-(10**11), 10**11, places=2)
money = st.decimals(0, 10**13, places=0)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@st.composite
def formats(draw: st.DrawFn) -> OfficeFormat:
    rows = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        programme = draw(st.none() | st.just(f"Program {number}"))
        rows.append(
            Indicator(
                number,
                draw(words),
                draw(words),
                draw(words),
                draw(st.sampled_from(Direction)),
                draw(st.sampled_from(Method)),
                draw(figures),
                draw(figures),
                programme,
                draw(money) if programme else None,
                SEAT,
            )
        )
    return OfficeFormat(tuple(rows), PERIOD)


@st.composite
def forms(draw: st.DrawFn) -> tuple[OfficeFormat, FilledForm]:
    asked = draw(formats())
    filled = tuple(
        Figure(
            row,
            draw(st.none() | figures),
            draw(st.none() | money) if row.programme else None,
            *(draw(st.just("") | words) for _ in range(4)),
        )
        for row in asked.indicators
    )
    lhp = st.builds(LhpRow, words, st.none() | days, words, words, st.none() | money)
    tlhp = st.builds(
        TlhpRow,
        words,
        recommendation_value=st.none() | money,
        deposited=st.none() | money,
        status=st.sampled_from(TlhpStatus),
        due=st.none() | days,
    )
    some_lhp, some_tlhp = (draw(st.lists(row, max_size=3)) for row in (lhp, tlhp))
    return asked, FilledForm(MARK, filled, lhp=tuple(some_lhp), tlhp=tuple(some_tlhp))


def typed_in(asked: OfficeFormat, form: FilledForm) -> bytes:
    """As a person does: figures as figures, words as words."""
    blank = seat_workbook(asked, SEAT, "Irban I", PERIOD, "Dinas", MARK)
    book = load_workbook(io.BytesIO(blank))
    for row, figure in enumerate(form.figures, start=FIRST_ROW):
        for key in ("actual", "spent", "factors", "obstacles", "follow_up", "source"):
            value = getattr(figure, key)
            needed = key == "actual" or (key == "spent" and figure.indicator.programme)
            put(book, DATA, row, key, "belum ada data" if needed and value is None else value)
    for table, rows in ((LHP, form.lhp), (TLHP, form.tlhp)):
        for number, entry in enumerate(rows, start=FIRST_ROW):
            for column in table.columns:
                if column.filled:
                    put(book, table, number, column.key, getattr(entry, column.key))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(book: object, table: object, row: int, key: str, value: object) -> None:
    cell = book[table.sheet][f"{table.letter(key)}{row}"]  # type: ignore[index,attr-defined]
    cell.value = value or None if isinstance(value, str) else value
    if isinstance(value, str) and value:
        cell.data_type = "s"


@CALM
@given(forms())
def test_what_was_filled_rightly_comes_back_exactly(made: tuple[OfficeFormat, FilledForm]) -> None:
    asked, form = made
    read = read_filled(typed_in(asked, form))
    assert read == form
    assert isinstance(read, FilledForm)
    assert differences(read, asked.indicators, DATA.sheet) == ()


@CALM
@given(forms(), st.data())
def test_a_damaged_workbook_is_never_worse_than_refused(
    made: tuple[OfficeFormat, FilledForm], data: st.DataObject
) -> None:
    whole = typed_in(*made)
    spoilt = data.draw(st.sampled_from((cut, flipped, part_gone, part_spoilt)))(whole, data)
    assert isinstance(read_filled(spoilt), FilledForm | FormFaults | UnreadableFile)
    assert isinstance(read_format(spoilt), ReadFormat | FormFaults | UnreadableFile)


@CALM
@given(forms(), st.data())
def test_a_workbook_with_anything_typed_anywhere_is_read_or_refused(
    made: tuple[OfficeFormat, FilledForm], data: st.DataObject
) -> None:
    book = load_workbook(io.BytesIO(typed_in(*made)))
    anything = st.none() | st.booleans() | st.integers() | st.floats() | words | days
    strange = st.sampled_from(["=1/0", "#N/A", "-", "1e999", "9" * 400, "٣", "Rp", "1.2.3,4", "%"])
    for _ in range(data.draw(st.integers(1, 12))):
        sheet = book[data.draw(st.sampled_from(book.sheetnames))]
        row, column = data.draw(st.integers(1, 12)), data.draw(st.integers(1, 20))
        sheet.cell(row, column).value = data.draw(anything | strange)
    out = io.BytesIO()
    book.save(out)
    read = read_filled(out.getvalue())
    assert isinstance(read, FilledForm | FormFaults | UnreadableFile)


def cut(whole: bytes, data: st.DataObject) -> bytes:
    return whole[: data.draw(st.integers(0, len(whole)))]


def flipped(whole: bytes, data: st.DataObject) -> bytes:
    """A few bytes of the package itself are other ones."""
    spoilt = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 20))):
        spoilt[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    return bytes(spoilt)


def part_gone(whole: bytes, data: st.DataObject) -> bytes:
    parts = parts_of(whole)
    del parts[data.draw(st.sampled_from(sorted(parts)))]
    return packed(parts)


def part_spoilt(whole: bytes, data: st.DataObject) -> bytes:
    """One part's own text is damaged, in a package that is sound."""
    parts = parts_of(whole)
    name = data.draw(st.sampled_from(sorted(parts)))
    parts[name] = data.draw(st.sampled_from((cut, flipped)))(parts[name], data)
    return packed(parts)


def parts_of(whole: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_fifteen_digits_come_back() -> None:
    row = Indicator(
        1, "S", "N", "u", Direction.UP, Method.SUM, Decimal(1), Decimal(1), None, None, SEAT
    )
    form = FilledForm(MARK, (Figure(row, Decimal("123456789012.345")),))
    assert read_filled(typed_in(OfficeFormat((row,), PERIOD), form)) == form

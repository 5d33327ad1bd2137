"""An office of four seats, its format, and what the seats filled in for Triwulan III 2026."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import files

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.papers.format_workbook import seat_workbook
from bot.papers.read_filled import read_filled
from bot.papers.samples import example_registers, fill_workbook
from bot.rules.background import Background, Explanation, Origin
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.forms import FilledForm, FormMark, OfficeFormat
from bot.rules.handed_in import HandedIn
from bot.rules.letters import LetterState
from bot.rules.periods import Period
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.run import DocumentState
from bot.rules.sop import DocumentKind, Seat

PERIOD = Period("triwulan", 2026, 3)
OFFICE = "Dinas PMD Kabupaten Jeneponto"
COMPILED = datetime(2026, 11, 26, 1, 20, tzinfo=UTC)
DOCUMENTS = (
    HandedIn("irban-1", "LHP", "LHP.pdf", 1, COMPILED, DocumentState.ACCEPTED, sender="Pegawai",
             number="700/12/LHP/2026", dated=date(2026, 8, 14), letter=LetterState.READ),
    HandedIn("irban-2", "LHP", "LHP.pdf", 1, COMPILED, DocumentState.ACCEPTED, minutes_late=95,
             twins=("LHP Irban I",), repeats=2),
    HandedIn("irban-2", "LHE", "", 1, COMPILED, DocumentState.ACCEPTED, nihil=True),
)  # fmt: skip


@pytest.fixture(scope="session")
def office_format() -> OfficeFormat:
    return parse_format(files("bot.sops").joinpath(SHIPPED).read_text("utf-8"))


@pytest.fixture(scope="session")
def seats() -> tuple[Seat, ...]:
    numerals = ("I", "II", "III", "IV")
    return tuple(Seat(f"irban-{n}", "irban", f"Irban {i}") for n, i in enumerate(numerals, 1))


@pytest.fixture(scope="session")
def titles(seats: tuple[Seat, ...]) -> dict[str, str]:
    return {seat.key: seat.title for seat in seats}


@pytest.fixture(scope="session")
def blank(office_format: OfficeFormat, titles: dict[str, str]) -> Callable[[str], bytes]:
    def workbook(seat: str) -> bytes:
        mark = FormMark(office=7, run=3, seat=seat, version=1)
        return seat_workbook(office_format, seat, titles[seat], PERIOD, OFFICE, mark)

    return workbook


@pytest.fixture(scope="session")
def filled(blank: Callable[[str], bytes]) -> bytes:
    return fill_workbook(blank("irban-1"), registers=example_registers(0))


@pytest.fixture(scope="session")
def forms(blank: Callable[[str], bytes], seats: tuple[Seat, ...]) -> dict[str, FilledForm]:
    read = {}
    for place, seat in enumerate(seats):
        data = fill_workbook(blank(seat.key), registers=example_registers(place))
        form = read_filled(data)
        assert isinstance(form, FilledForm), form
        read[seat.key] = form
    return read


@pytest.fixture(scope="session")
def kinds() -> tuple[DocumentKind, ...]:
    names = ("LHP", "LHE", "TLHP", "DATA")
    return tuple(DocumentKind(n, n, "irban", "pengumpul", workbook=n == "DATA") for n in names)


@pytest.fixture(scope="session")
def recap(
    office_format: OfficeFormat,
    seats: tuple[Seat, ...],
    kinds: tuple[DocumentKind, ...],
    forms: dict[str, FilledForm],
) -> Recap:
    heading = Heading(("KABUPATEN JENEPONTO", "DINAS PMD"), PERIOD, "Asia/Makassar", COMPILED)
    return compile_recap(heading, office_format, seats, kinds, forms, (), "Mohon diperiksa.")


def scaled(form: FilledForm, by: str) -> FilledForm:
    """The same form with every figure so many times as large."""
    figures = (
        replace(
            figure,
            actual=None if figure.actual is None else figure.actual * Decimal(by),
            spent=None if figure.spent is None else figure.spent * Decimal(by),
        )
        for figure in form.figures
    )
    return replace(form, figures=tuple(figures))


@pytest.fixture(scope="session")
def background(forms: dict[str, FilledForm]) -> Background:
    """Two triwulan before, where every workbook came from, and what stood out in one."""
    before = ((Period("triwulan", 2026, 2), "0.9"), (Period("triwulan", 2026, 1), "0.7"))
    history = tuple(
        (period, {seat: scaled(form, by) for seat, form in forms.items()}) for period, by in before
    )
    origins = {
        seat: Origin(seat, f"{seat}.xlsx", 2, -100, 40 + n, COMPILED, f"{n}" * 64, ("LHP F6",))
        for n, seat in enumerate(forms)
    }
    params = (("lhp", "700/03/LHP/2025"), ("periode", "2026-TW2"))
    gone = FormFault("TLHP", "H6", FaultCode.LHP_GONE, params)
    explained = Explanation("irban-2", (gone,), "LHP itu telah selesai.", COMPILED)
    return Background(origins, (explained,), history, COMPILED)


@pytest.fixture(scope="session")
def told(recap: Recap, background: Background) -> Recap:
    """The recap with all that stands behind it."""
    return replace(recap, background=background, documents=DOCUMENTS)

"""Offices as large as a measurement wants them: filled forms, and recaps of many."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

from bot.papers.filled_workbook import filled_workbook
from bot.papers.format_workbook import seat_workbook
from bot.rules.achievement import Direction, Method
from bot.rules.background import Background, Origin
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.handed_in import HandedIn
from bot.rules.periods import Period
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.registers import LheRow, LhpRow, TlhpRow, TlhpStatus
from bot.rules.run import DocumentState
from bot.rules.sop import DocumentKind, Seat

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
DAY = date(2026, 8, 14)
NOW, BEFORE = Period("triwulan", 2026, 3), Period("triwulan", 2026, 2)
INDICATORS_A_FORM = 6  # of a recap; the shipped format asks a seat for two or three
FUNDED = 3  # every so many-th indicator has a programme
SAID = (
    "Pendampingan {} desa berjalan di seluruh kecamatan, satu desa menunggu penetapan status",
    "Capaian {} kecamatan di atas target karena layanan dasar pada seluruh desanya telah lengkap",
    "Rata-rata {} desa terlambat membahas rancangan APBDes, dibantu klinik APBDes sejak September",
)
KINDS = tuple(
    DocumentKind(name, name, "unit", "pengumpul", workbook=name == "DATA")
    for name in ("LHP", "LHE", "TLHP", "DATA")
)


def filled_form(indicators: int) -> bytes:
    """One seat's workbook with as many indicators, filled in."""
    (seat,), asked = _office(1, indicators)
    mark = FormMark(1, 1, seat.key, 1)
    blank = seat_workbook(OfficeFormat(asked), seat.key, seat.title, NOW, "Dinas", mark)
    return filled_workbook(blank, _form(seat, asked, 40), AT)


def recap_of(forms: int) -> Recap:
    """Of so many filled forms, each with a form of the period before."""
    seats, asked = _office(forms, INDICATORS_A_FORM)
    by_seat = {seat.key: [one for one in asked if one.seat == seat.key] for seat in seats}
    now = {seat.key: _form(seat, by_seat[seat.key], 40) for seat in seats}
    before = {seat.key: _form(seat, by_seat[seat.key], 30) for seat in seats}
    background = Background({s.key: _origin(n, s.key) for n, s in enumerate(seats)}, (),
                            ((BEFORE, before),))  # fmt: skip
    heading = Heading(("KABUPATEN", "DINAS PMD"), NOW, "Asia/Makassar", AT)
    documents = list(_documents(seats))
    return compile_recap(
        heading, OfficeFormat(asked), seats, KINDS, now, documents, said(0), background
    )


def _office(seats: int, each: int) -> tuple[tuple[Seat, ...], tuple[Indicator, ...]]:
    units = tuple(Seat(f"unit-{n}", "unit", f"Bidang {n}") for n in range(1, seats + 1))
    asked = (
        _indicator(number, units[(number - 1) // each].key) for number in range(1, seats * each + 1)
    )
    return units, tuple(asked)


def _indicator(number: int, seat: str) -> Indicator:
    funded = number % FUNDED == 0
    way = Direction.DOWN if number % 5 == 0 else Direction.UP
    return Indicator(
        number, "Meningkatnya kemandirian desa", f"Desa yang menetapkan APBDes ke-{number}", "desa",
        way, Method.LAST, Decimal(90), Decimal(82), f"Program {number}" if funded else None,
        Decimal(640_000_000) if funded else None, seat,
    )  # fmt: skip


def _form(seat: Seat, asked: Iterable[Indicator], least: int) -> FilledForm:
    figures = tuple(_figure(one, least) for one in asked)
    text = 100 * int(seat.key.removeprefix("unit-"))
    lhp = tuple(_audited(text + n) for n in (1, 2))
    lhe = (LheRow(f"700/{text}/LHE/2026", DAY, Decimal(2025), *map(Decimal, (24, 21, 11, 17))),)
    tlhp = tuple(_followed_up(text + 10 * n) for n in (1, 2, 3))
    return FilledForm(FormMark(1, 1, seat.key, 1), figures, lhp, lhe, tlhp)


def _figure(asked: Indicator, least: int) -> Figure:
    """Every eleventh has no data yet."""
    actual = None if asked.number % 11 == 0 else Decimal(least + asked.number * 37 % 60)
    spent = Decimal(402_560_000) if asked.programme else None
    factors, obstacles, follow_up = (said(3 * asked.number + n) for n in range(3))
    return Figure(
        asked, actual, spent, factors, obstacles, follow_up, "Indeks Desa 2026", "I6", "N6"
    )


def said(number: int) -> str:
    """No two alike, so that nothing is gained by remembering one."""
    return SAID[number % len(SAID)].format(number)


def _audited(number: int) -> LhpRow:
    return LhpRow(
        f"700/{number}/LHP/2026", DAY, "Inspektorat", said(number), Decimal(2), Decimal(10**6)
    )


def _followed_up(number: int) -> TlhpRow:
    finding, recommended, done = (said(number + n) for n in range(3))
    status = list(TlhpStatus)[number % len(TlhpStatus)]
    return TlhpRow(
        f"700/{number}/LHP/2026", DAY, "Inspektorat", finding, Decimal(5 * 10**6), recommended,
        Decimal(4 * 10**6), done, Decimal(10**6), status, "Bukti setor",
        "Bendahara", DAY,
    )  # fmt: skip


def _documents(seats: Iterable[Seat]) -> Iterator[HandedIn]:
    for seat in seats:
        for kind in KINDS:
            name = f"{kind.code} {seat.title}.pdf"
            yield HandedIn(seat.key, kind.code, name, 1, AT, DocumentState.ACCEPTED,
                           sender="Pegawai", digest=f"{seat.key}{kind.code}")  # fmt: skip


def _origin(place: int, seat: str) -> Origin:
    return Origin(seat, f"{seat}.xlsx", 1, 40 + place, place, AT, f"{place:064}")

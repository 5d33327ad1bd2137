"""What each chart is drawn from: names and figures, the figures taken live from their sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.papers.layout import FIRST_ROW, Column, Shape
from bot.papers.live import Live, same_as
from bot.papers.recap_capaian import cell_of, last_row, numbered
from bot.papers.recap_registers import TABLES
from bot.rules.achievement import PREDICATES, Achievement, NoRatio
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.rules.registers import TlhpStatus
from bot.rules.trends import trend
from bot.texts import formats
from bot.texts import recap as words
from bot.texts import recap_sheets as more

# by predikat and by status, each in its own order; they keep apart in grey print
PREDICATE_COLOURS = ("2E7D32", "7CB342", "F2C230", "EF8A3C", "C9403A")
STATUS_COLOURS = ("2E7D32", "F2C230", "C9403A", "8A94A0")
BLUE, ORANGE = "1F4E8C", "EF8A3C"
A_PAGE = 24  # bars in one chart
MOST_BARS = 96  # beyond them the lowest alone are drawn
LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class Drawn:
    """`rows` begin with the name; `lines` are name and colour of each series after it; `each` the
    colours of single points."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    lines: Sequence[tuple[str, str]]
    each: Sequence[str] = ()
    is_trend: bool = False


def capaian_data(recap: Recap) -> Iterator[Drawn]:
    """A series for each predikat, so that a bar changes its colour with its figure."""
    placed = [(number, row) for number, row in numbered(recap) if row.shown is not None]
    title = ""
    if len(placed) > MOST_BARS:
        placed = sorted(placed, key=lambda pair: pair[1].shown or 0)[:MOST_BARS]
        title = more.lowest_bars(MOST_BARS)
    parts = [placed[n : n + A_PAGE] for n in range(0, len(placed), A_PAGE)]
    labels = [band.label for band in PREDICATES]
    for part, some in enumerate(parts, start=1):
        yield Drawn(
            title or more.bars_part(part, len(parts)),
            _columns(more.INDICATOR, labels, Shape.PERCENT),
            [_capaian_row(number, row) for number, row in some],
            list(zip(labels, PREDICATE_COLOURS, strict=True)),
        )


def _capaian_row(number: int, row: RecapRow) -> list[Any]:
    label = row.predicate.label if row.predicate else ""
    cells: list[Any] = [_short(f"{row.indicator.number}. {row.indicator.name}")]
    reached = row.achievement
    shown = reached.shown if isinstance(reached, Achievement) else Decimal(0)
    at, judged = (
        f"'{words.CAPAIAN}'!{cell_of(key, number)}" for key in ("achievement", "predicate")
    )
    for band in PREDICATES:
        formula = f'=IF({judged}="{band.label}",{at},"")'
        cells.append(Live(formula, shown if band.label == label else ""))
    return cells


def absorption_data(recap: Recap) -> Drawn | None:
    rows = [
        [
            _short(row.indicator.programme),
            same_as(words.CAPAIAN, cell_of("absorption", number), _shown(row.absorption)),
        ]
        for number, row in numbered(recap)
        if row.indicator.programme
    ][:A_PAGE]
    columns = _columns(more.PROGRAMME, [more.ABSORBED], Shape.PERCENT)
    lines = [(more.ABSORBED, BLUE)]
    return Drawn(more.ABSORPTION_TITLE, columns, rows, lines) if rows else None


def statuses_data(recap: Recap) -> Drawn | None:
    if not recap.tlhp:
        return None
    letter, last = TABLES["TLHP"].letter("status"), FIRST_ROW + len(recap.tlhp) - 1
    cells = f"'TLHP'!${letter}${FIRST_ROW}:${letter}${last}"
    rows = [
        [
            status.value,
            Live(
                f'=COUNTIF({cells},"{status.value}")',
                Decimal(sum(entry.row.status is status for entry in recap.tlhp)),
            ),
        ]
        for status in TlhpStatus
    ]
    columns = _columns(words.STATUS_HEADINGS[0], [more.COUNT], Shape.COUNT)
    return Drawn(more.STATUSES_TITLE, columns, rows, [(more.COUNT, BLUE)], STATUS_COLOURS)


def trend_data(recap: Recap) -> Drawn | None:
    points = trend(recap)
    if not points:
        return None
    last = last_row(recap)
    rows: list[list[Any]] = [
        [
            formats.period_short(point.period),
            "" if point.means.raw is None else point.means.raw,
            _text_or(_shown(point.money.absorption)),
        ]
        for point in points[:-1]
    ]
    mean = same_as(words.CAPAIAN, cell_of("achievement", last + 2), recap.means.raw)
    spent = same_as(words.CAPAIAN, cell_of("absorption", last + 5), _shown(recap.money.absorption))
    rows.append([formats.period_short(recap.period), mean, spent])
    names = [words.MEAN, words.MONEY_TITLE]
    columns = _columns(more.PERIOD, names, Shape.PERCENT)
    lines = list(zip(names, (BLUE, ORANGE), strict=True))
    return Drawn(more.TREND_TITLE, columns, rows, lines, is_trend=True)


def _columns(first: str, names: Sequence[str], shape: Shape) -> list[Column]:
    return [Column(first, first, 0), *(Column(name, name, 0, shape) for name in names)]


def _shown(value: Achievement | NoRatio) -> Decimal | None:
    return value.shown if isinstance(value, Achievement) else None


def _text_or(value: Decimal | None) -> Decimal | str:
    return "" if value is None else value


def _short(name: str | None) -> str:
    text = " ".join((name or "").split())
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"

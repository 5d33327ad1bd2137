"""The chapter on capaian kinerja (LKjIP, Bab III) as a value, out of a recap and its year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.rules.achievement import Means, means
from bot.rules.carrying import figure_of
from bot.rules.forms import Indicator
from bot.rules.gathered import Gathered, Place
from bot.rules.recap import Recap
from bot.rules.recap_money import Money, total_money
from bot.rules.recap_rows import RecapRow
from bot.rules.run import RunState
from bot.rules.trends import Change, changes
from bot.rules.year_account import YearAccount, YearRow, year_account


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """An indicator in its period and in its year; `before_at` is where the figure was read that
    `change` compares with, None where nobody keeps that workbook's origin."""

    row: RecapRow
    year: YearRow
    change: Change | None = None
    before_at: Place | None = None


@dataclass(frozen=True, slots=True)
class Sasaran:
    """`name` is empty where the format names none."""

    name: str
    rows: tuple[ChapterRow, ...]

    @property
    def means(self) -> Means:
        return means(one.row.achievement for one in self.rows)

    @property
    def year_means(self) -> Means:
        return means(one.year.achievement for one in self.rows)

    @property
    def money(self) -> Money:
        return total_money(one.row for one in self.rows)


@dataclass(frozen=True, slots=True)
class Chapter:
    """`state` is the run's; `runs` are all that it tells of, this one among them."""

    recap: Recap
    state: RunState
    sasaran: tuple[Sasaran, ...]
    year: YearAccount
    runs: tuple[Gathered, ...]

    @property
    def filed(self) -> bool:
        """Whether any workbook stands in this run."""
        return any(run.forms for run in self.runs if run.period == self.recap.period)

    @property
    def rows(self) -> tuple[ChapterRow, ...]:
        return tuple(row for sasaran in self.sasaran for row in sasaran.rows)


def chapter(recap: Recap, runs: Sequence[Gathered], state: RunState) -> Chapter:
    """`runs` are this one, those of its year before it, and those of the year before."""
    account = year_account([row.indicator for row in recap.rows], runs, recap.period)
    moved = {id(change.row): change for change in changes(recap)}
    rows = (
        _row(row, year, moved.get(id(row)), runs)
        for row, year in zip(recap.rows, account.rows, strict=True)
    )
    return Chapter(recap, state, grouped(rows), account, tuple(runs))


def _row(
    row: RecapRow, year: YearRow, change: Change | None, runs: Sequence[Gathered]
) -> ChapterRow:
    return ChapterRow(row, year, change, _read_at(change, runs) if change else None)


def _read_at(change: Change, runs: Sequence[Gathered]) -> Place | None:
    """Of the workbooks that rules/carrying.last_value asked, in its order."""
    asked = change.row.indicator
    run = next((run for run in runs if run.period == change.before.period), None)
    if run is None:
        return None
    seats = sorted(run.forms, key=lambda seat: seat != asked.seat)
    return next(filter(None, (_place(run, seat, asked) for seat in seats)), None)


def _place(run: Gathered, seat: str, asked: Indicator) -> Place | None:
    found = figure_of(run.forms[seat], asked)
    return Place(run.period, seat, found.actual_at) if found else None


def grouped(rows: Iterable[ChapterRow]) -> tuple[Sasaran, ...]:
    """In the order of each sasaran's first indicator; one sasaran however its spaces are set."""
    of: dict[str, list[ChapterRow]] = {}
    for row in rows:
        of.setdefault(_name(row).casefold(), []).append(row)
    return tuple(Sasaran(_name(mine[0]), tuple(mine)) for mine in of.values())


def _name(row: ChapterRow) -> str:
    return " ".join(row.row.indicator.sasaran.split())

"""The chapter for the LKjIP of a run and of its year, from what is kept."""

from collections.abc import Callable, Iterator
from functools import partial

from bot.papers.lkjip_chapter import lkjip_chapter
from bot.papers.lkjip_year import lkjip_year
from bot.ports import UnitOfWork
from bot.rules.carrying import leads_up_to
from bot.rules.forms import FilledForm, OfficeFormat
from bot.rules.gathered import Gathered
from bot.rules.json_form import from_json
from bot.rules.lkjip import Chapter, chapter
from bot.rules.periods import KINDS, Period
from bot.rules.recap import Recap
from bot.rules.recapping import form_in_force
from bot.rules.run import Run, RunState
from bot.rules.stationery import Stationery
from bot.usecases.recapping import origin_of

FOLDER = "lkjip"


async def lkjip_of(uow: UnitOfWork, run: Run, recap: Recap) -> Chapter:
    """The run as it stands, with the closed ones of its year before it and of the year before."""
    runs = [gathered(run)]
    for period in periods_before(run.period):
        found = await uow.runs.of_period(run.office_id, period)
        if found is not None and found.state == RunState.CLOSED:
            runs.append(gathered(found))
    return chapter(recap, runs, run.state)


def lkjip_parts(told: Chapter, stationery: Stationery) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each file's name in a pack, and what makes its bytes: the run's chapter, then the year's."""
    period = told.recap.period
    own = partial(lkjip_chapter, told, stationery)
    yield f"{FOLDER}/bab-3-{period.key}.docx", own
    yield f"{FOLDER}/bab-3-{period.year}.docx", partial(lkjip_year, told, stationery)


def gathered(run: Run) -> Gathered:
    standing = [form_in_force(run, seat.key) for seat in run.sop.suppliers]
    filed = [(d, from_json(FilledForm, d.form)) for d in standing if d is not None]
    return Gathered(
        run.period,
        {document.seat: form for document, form in filed},
        {document.seat: origin_of(document, form) for document, form in filed},
        len(from_json(OfficeFormat, run.form).seats) if run.form else 0,
    )


def periods_before(period: Period) -> Iterator[Period]:
    """Of its year and of the year before, in the order of the kinds."""
    for kind in KINDS:
        for year in (period.year - 1, period.year):
            every = (Period(kind, year, number) for number in range(1, per_year(kind) + 1))
            yield from (one for one in every if leads_up_to(one, period))


def per_year(kind: str) -> int:
    return 12 if kind == "bulan" else 4

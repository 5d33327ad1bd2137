"""One paper of each template with invented content, to see that the templates can be set."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.papers import letterhead_picture, recap_picture, sop_paper, swimlane, timeliness
from bot.papers.bundle import CONTENTS, Bound, Cover, bundle_pdf
from bot.papers.sheet import set_sheet
from bot.rules.calendar import WorkCalendar
from bot.rules.dispositions import Disposition, DispositionState
from bot.rules.dossier import Dossier
from bot.rules.forms import OfficeFormat
from bot.rules.json_form import to_json
from bot.rules.moves import open_run
from bot.rules.people import Office, Person
from bot.rules.periods import Period, offered
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.run import Document, DocumentState, Run
from bot.rules.sop import Sop
from bot.rules.stationery import Stationery
from bot.rules.timeliness import Timeliness
from bot.usecases.run_papers import sheets

NOBODY = Person(0, "Contoh")
EXAMPLE = Office(0, 0, "Contoh", "")


@dataclass(frozen=True, slots=True)
class Sample:
    """What is set by `template`; `make` raises TypesetFault."""

    template: str
    make: Callable[[], bytes]


def sample_papers(
    sop: Sop, calendar: WorkCalendar, form: OfficeFormat, bears: Stationery, now: datetime
) -> Iterator[Sample]:
    dossier = sample_dossier(sop, calendar, form, bears, now)
    made = sheets(dossier)
    yield from (Sample(sheet.template, partial(set_sheet, sheet)) for sheet in made)
    cover = Cover(dossier.run.period, bears, "", now)
    yield Sample(CONTENTS, partial(bundle_pdf, cover, [Bound(made[0])]))
    recap = dossier.recap
    yield Sample(recap_picture.TEMPLATE, partial(recap_picture.recap_picture, recap))
    kop = letterhead_picture.letterhead_picture
    yield Sample(letterhead_picture.TEMPLATE, partial(kop, bears))
    yield Sample(sop_paper.TEMPLATE, partial(sop_paper.sop_paper, sop, now))
    yield Sample(swimlane.TEMPLATE, partial(swimlane.sop_picture, sop))
    late = partial(timeliness.timeliness_picture, Timeliness(0, ()), sop, None)
    yield Sample(timeliness.TEMPLATE, late)


def sample_dossier(
    sop: Sop, calendar: WorkCalendar, form: OfficeFormat, bears: Stationery, now: datetime
) -> Dossier:
    """A run whose every step has begun, with one document of each kind and an arahan."""
    period = offered(calendar.on(now), sop.period_kinds)[0]
    spread = form.spread([seat.key for seat in sop.suppliers])
    opened = open_run(0, sop, period, calendar, now).run
    duties = tuple(replace(d, opened_at=now, due_at=now) for d in opened.duties)
    run = replace(opened, id=1, form=to_json(spread), duties=duties)
    run = replace(run, documents=tuple(sample_documents(sop, now)))
    return Dossier(
        run,
        (),
        {NOBODY.id: NOBODY},
        EXAMPLE,
        calendar,
        {},
        sample_recap(run, spread, period, calendar, now),
        bears,
        now,
        (sample_disposition(sop, now),),
    )


def sample_documents(sop: Sop, now: datetime) -> Iterator[Document]:
    seat = sop.suppliers[0]
    kinds = [kind for kind in sop.kinds if kind.handed_in_by == seat.role]
    for number, kind in enumerate(kinds, 1):
        yield Document(number, seat.key, kind.code, DocumentState.ACCEPTED, now, NOBODY.id)


def sample_recap(
    run: Run, form: OfficeFormat, period: Period, calendar: WorkCalendar, now: datetime
) -> Recap:
    heading = Heading(run.sop.head, period, calendar.zone, now)
    return compile_recap(heading, form, run.sop.suppliers, run.sop.kinds, {}, [])


def sample_disposition(sop: Sop, now: datetime) -> Disposition:
    seat = sop.seats[0].key
    return Disposition(1, 0, now.year, 1, DispositionState.ORDERED, now, NOBODY.id, seat, run_id=1)

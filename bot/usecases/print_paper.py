"""A paper is printed: it is registered under the code that it bears."""

from dataclasses import replace

from bot.papers.sheet import Sheet
from bot.rules.hardcopies import PrintedPaper, replaced_by
from bot.rules.print_codes import made_code
from bot.rules.printed import PrintCode
from bot.rules.run import Fact, Run
from bot.usecases.work import Work


async def printed(work: Work, run: Run, sheet: Sheet, seat: str = "") -> PrintCode:
    """The same content has the same code, also to a second process; newer content has another, and
    takes the older one's place. `run` is locked by the unit of work; `seat` is whose act it is."""
    before = await work.uow.printed_papers.of_run(run.id)
    known = next((p for p in before if is_of(p, sheet)), None)
    if known is None:
        known = await work.uow.printed_papers.add(await registered(work, run, sheet))
    elif replaced_by(known, before) is None:
        return known.print_code
    else:  # what was replaced holds again
        known = replace(known, latest_at=work.now)
        await work.uow.printed_papers.save(known)
    await work.uow.hardcopy_watches.again(run.id)
    detail = {"naskah": known.title, "kode": known.code, "isi": known.digest}
    person = work.call.person.id if work.call else None
    await work.record(run.id, [Fact("naskah dicetak", work.now, person, seat, detail)])
    return known.print_code


def is_of(paper: PrintedPaper, sheet: Sheet) -> bool:
    says = (paper.kind, paper.subject, paper.digest)
    return says == (sheet.kind, sheet.subject, sheet.digest)


async def registered(work: Work, run: Run, sheet: Sheet) -> PrintedPaper:
    person = work.call.person.id if work.call else None
    return PrintedPaper(
        0,
        work.office.id,
        run.id,
        sheet.kind,
        sheet.subject,
        sheet.digest,
        await free_code(work, run, sheet),
        sheet.title,
        work.now,
        work.now,
        person,
    )


async def free_code(work: Work, run: Run, sheet: Sheet) -> str:
    """Of what the paper says, so that it is the same wherever it is made anew."""
    about = f"{run.id} {sheet.kind} {sheet.subject} {sheet.digest}"
    attempt = 0
    while await work.uow.printed_papers.by_code(made_code(about, attempt)) is not None:
        attempt += 1
    return made_code(about, attempt)

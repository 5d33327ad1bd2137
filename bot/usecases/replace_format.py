"""[Pakai format ini]: the proposed format replaces the one in use."""

from dataclasses import replace

from bot.rules.errors.files import OfferSettled
from bot.rules.fingerprint import fingerprint
from bot.rules.format_changes import format_changes
from bot.rules.forms import OfficeFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.offers import Offer, OfferState
from bot.rules.run import Fact, Outcome, Run, Task
from bot.texts import format_reach, notices
from bot.texts import office_formats as texts
from bot.texts.formats import moment
from bot.usecases import card_names
from bot.usecases.announce import announce
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.format_answered import Concern, concerned, target_of
from bot.usecases.format_in_use import asked_in, conveyed
from bot.usecases.propose_format import detail_of, summary
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def replace_format(desk: Desk, call: Call, offer_id: str) -> str:
    """Exactly what the summary tells: where something has changed since, it is shown anew."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        offer = await uow.offers.get(int(offer_id))
        target = target_of(offer) if offer else None
        if offer is None or target is None or offer.state != OfferState.PROPOSED:
            raise OfferSettled
        concern = await concerned(uow, desk, call, target)
        form = from_json(OfficeFormat, dict(offer.read or {})["format"])
        if not still_told(concern, offer):
            message = await summary(concern, offer, form)
            await concern.work.post.show_here(card_names.placing(offer.id), message)
            return format_reach.renewed(await conveyed_since(concern.work, offer))
        await take(concern, offer, form)
    return notices.recorded()


async def conveyed_since(work: Work, offer: Offer) -> tuple[Run, ...]:
    """The open runs that the summary named and whose own format was handed out since."""
    named = [await work.uow.runs.get(run_id) for run_id in dict(offer.target or {})["runs"]]
    return tuple(run for run in named if run is not None and run.is_open and conveyed(run))


def still_told(concern: Concern, offer: Offer) -> bool:
    """Whether the summary compares with the format in use, and names the runs that it is for."""
    told = dict(offer.target or {})
    same = bool(told["base"] == fingerprint(to_json(concern.in_use)))
    return same and list(told["runs"]) == [run.id for run in concern.runs]


async def take(concern: Concern, offer: Offer, form: OfficeFormat) -> None:
    """For these runs and the coming ones."""
    new = concern.to_be_used(form)
    detail = detail_of(offer, new, format_changes(concern.in_use, new))
    fact = concern.fact("format diganti", detail)
    work = replace(concern.work, office=replace(concern.work.office, form=to_json(new)))
    await work.uow.offices.save(work.office)
    for run in concern.runs:
        await give(work, run, new, fact)
    if not concern.runs:
        await work.uow.facts.add(work.office.id, None, [fact])
    await work.uow.offers.save(replace(offer, state=OfferState.FILED))
    when = moment(work.now, work.calendar.zone)
    told = texts.taken(offer.name, new, concern.sop.suppliers, concern.reach, when)
    await work.post.show_here(card_names.placing(offer.id), told)


async def give(work: Work, run: Run, new: OfficeFormat, fact: Fact) -> None:
    """The run asks by the new format; who orders or conveys it is shown the new one."""
    form = to_json(asked_in(new, run.period))
    run = await settle(work, Outcome(replace(run, form=form), (fact,)))
    for duty in run.duties_where(lambda d: d.is_open and d.task in (Task.ORDER, Task.CONVEY)):
        await announce(work, run, duty)

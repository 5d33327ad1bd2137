"""A format workbook came as a reply: it is checked, shown in summary, and waits for a tap."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors.files import FileRefused, FormRefused, WrongMark
from bot.rules.errors.refusal import Refusal
from bot.rules.fingerprint import fingerprint
from bot.rules.form_faults import FormFaults
from bot.rules.format_changes import FormatChanges, format_changes
from bot.rules.forms import OfficeFormat, ReadFormat
from bot.rules.json_form import to_json
from bot.rules.kinds import UnreadableFile
from bot.rules.messages import Message
from bot.rules.offers import Offer, OfferState
from bot.texts import format_reach
from bot.texts import office_formats as texts
from bot.texts.format_reach import year_kept
from bot.usecases import card_names
from bot.usecases.answer_sender import RECEIVED, react, refuse_offer, sender_call, tell_sender
from bot.usecases.desk import Desk
from bot.usecases.format_answered import Concern, Target, aimed, concerned
from bot.usecases.read_file import CODES, read_format
from bot.usecases.unsettled import unsettled
from bot.usecases.year_targets import targets_kept_over

Read = ReadFormat | FormFaults | UnreadableFile


async def propose_format(
    desk: Desk, offer: Offer, target: Target, content: bytes, now: datetime
) -> None:
    """Nothing is replaced here; coming twice changes nothing."""
    read = await read_format(content)
    async with desk.store.work() as uow:
        kept = await unsettled(uow, offer)
        if kept is None:
            return
        offer = aimed(kept, target)
        await judge_format(uow, desk, offer, target, read, now)


async def judge_format(
    uow: UnitOfWork, desk: Desk, offer: Offer, target: Target, read: Read, now: datetime
) -> None:
    """Proposed or refused; in both cases the offer says which."""
    call = await sender_call(uow, offer, now)
    try:
        concern = await concerned(uow, desk, call, target)
        form = usable(concern, offer, read)
        offer = replace(offer, read={"format": to_json(form)})
        await note(concern, offer, form)
        message = await summary(concern, offer, form)
        await tell_sender(concern.work.post, offer, card_names.placing(offer.id), message)
        await react(concern.work.post, offer, RECEIVED)
    except Refusal as refusal:
        await refuse_offer(uow, desk, call, offer, refusal)


def usable(concern: Concern, offer: Offer, read: Read) -> OfficeFormat:
    """The format on the office's seats; refuses what is no whole format of this office."""
    if isinstance(read, UnreadableFile):
        raise FileRefused(CODES[type(read)], offer.name, read.detail)
    mark = read.mark
    if mark is not None and mark.office != concern.work.office.id:
        raise WrongMark("office")
    if mark is not None and not mark.is_master:
        raise WrongMark("whole")
    if isinstance(read, FormFaults):
        raise FormRefused(offer.name, read.faults)
    return concern.on_seats(read.form)


async def summary(concern: Concern, offer: Offer, form: OfficeFormat) -> Message:
    """What would change; the offer is kept as a proposal, settled where nothing does."""
    base, new = concern.in_use, concern.to_be_used(form)
    changes, seats = format_changes(base, new), concern.sop.suppliers
    offers = concern.work.uow.offers
    if not changes:
        await offers.save(replace(offer, state=OfferState.FILED))
        return texts.unchanged(offer.name, new, seats)
    told = {"base": fingerprint(to_json(base)), "runs": [run.id for run in concern.runs]}
    target = {**(offer.target or {}), **told}
    await offers.save(replace(offer, state=OfferState.PROPOSED, target=target))
    to_check = (*brought_over(form, new), *year_kept(await targets_kept_over(concern.work, new)))
    return texts.proposed(offer.id, offer.name, new, seats, changes, to_check, concern.reach)


def brought_over(form: OfficeFormat, new: OfficeFormat) -> list[str]:
    since, to = form.period, new.period
    return [format_reach.brought_over(since, to)] if since and to and since != to else []


async def note(concern: Concern, offer: Offer, form: OfficeFormat) -> None:
    """In the chain of each run that it is about, else in the office's."""
    changes = format_changes(concern.in_use, concern.to_be_used(form))
    fact = concern.fact("format diusulkan", detail_of(offer, form, changes))
    facts, office = concern.work.uow.facts, concern.work.office
    for run in concern.runs:
        await facts.add(office.id, run.id, [fact])
    if not concern.runs:
        await facts.add(office.id, None, [fact])


def detail_of(offer: Offer, form: OfficeFormat, changes: FormatChanges) -> dict[str, object]:
    return {
        "nama": offer.name,
        "sidik": offer.digest,
        "indikator": len(form.indicators),
        "ditambah": len(changes.added),
        "dikeluarkan": len(changes.removed),
        "diubah": len(changes.changed),
        "target diubah": len(changes.retargeted),
    }

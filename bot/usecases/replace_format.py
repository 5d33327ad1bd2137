"""A format workbook in reply to the pre-flight or the format message replaces the format."""

from dataclasses import replace
from datetime import datetime

from bot.rules.acts import Act
from bot.rules.errors import FileRefused, FormatConveyed, FormRefused, Refusal
from bot.rules.form_faults import FormFaults
from bot.rules.forms import OfficeFormat, ReadFormat
from bot.rules.json_form import to_json
from bot.rules.kinds import UnreadableFile
from bot.rules.offers import Offer, OfferState
from bot.rules.run import Fact, Outcome, Run, Task
from bot.texts import runs as texts
from bot.usecases.announce import announce
from bot.usecases.answer_sender import RECEIVED, react, refuse_offer, sender_call
from bot.usecases.desk import Desk
from bot.usecases.read_file import CODES, read_format
from bot.usecases.settle import settle
from bot.usecases.work import Work, on_run


async def replace_format(
    desk: Desk, offer: Offer, run_id: int, content: bytes, now: datetime
) -> None:
    read = await read_format(content)
    async with desk.store.work() as uow:
        kept = await uow.offers.get(offer.id)
        if kept is None or kept.state != OfferState.FETCHING:
            return
        offer = replace(kept, digest=offer.digest, size=len(content))
        call = await sender_call(uow, offer, now)
        try:
            work, run = await on_run(uow, desk, call, str(run_id))
            work.acting(Act.REPLACE_FORMAT, run.sop)
            await take_format(work, run, usable(offer, read))
            await uow.offers.save(replace(offer, state=OfferState.FILED))
            await react(work.post, offer, RECEIVED)
        except Refusal as refusal:
            await refuse_offer(uow, desk, call, offer, refusal)


def usable(offer: Offer, read: ReadFormat | FormFaults | UnreadableFile) -> OfficeFormat:
    if isinstance(read, UnreadableFile):
        raise FileRefused(CODES[type(read)], offer.name, read.detail)
    if isinstance(read, FormFaults):
        raise FormRefused(offer.name, read.faults)
    return read.form


async def take_format(work: Work, run: Run, form: OfficeFormat) -> None:
    """For this run and the next ones, as long as nobody was given the old one to fill in."""
    started = run.duties_where(lambda d: d.task == Task.HAND_IN and d.opened_at is not None)
    if started:
        raise FormatConveyed
    form = form.spread([seat.key for seat in run.sop.suppliers])
    kept = to_json(form)
    await work.uow.offices.save(replace(work.office, form=kept))
    detail = {"indikator": len(form.indicators)}
    fact = Fact("format diganti", work.now, work.person_id, detail=detail)
    run = await settle(work, Outcome(replace(run, form=kept), (fact,)))
    for duty in run.duties_where(lambda d: d.is_open and d.task in (Task.ORDER, Task.CONVEY)):
        await announce(work, run, duty)
    titles = [run.sop.seat(seat).title for seat in form.seats]
    await work.post.answer(texts.format_replaced(len(form.indicators), titles))

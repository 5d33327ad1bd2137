"""A sender gets his workbook back with its faults marked, besides the words about them."""

from datetime import datetime

from bot.papers.child import read_outside
from bot.rules.errands import Errand
from bot.rules.form_faults import FormFault
from bot.rules.json_form import from_json
from bot.rules.messages import Attachment
from bot.rules.offers import Offer
from bot.texts import file_names
from bot.texts import files as texts
from bot.usecases.desk import Desk
from bot.usecases.post import Post


async def mark_file(desk: Desk, errand: Errand, now: datetime) -> None:
    """Marked outside any unit of work; what cannot be marked stays with the words."""
    async with desk.store.look() as seen:
        offer = await seen.offers.get(errand.offer_id or 0)
    marked = await marked_copy(desk, offer) if offer is not None else None
    async with desk.store.work() as uow:
        person = await uow.people.get(offer.sender) if offer is not None else None
        if offer is not None and person is not None and marked is not None:
            office = await uow.offices.get(errand.office_id) if errand.office_id else None
            post = Post(uow, desk, now, office)
            await post.say(f"ditandai:{offer.id}", person, texts.marked(marked))
        await uow.errands.done(errand.id, now, None)


async def marked_copy(desk: Desk, offer: Offer) -> Attachment | None:
    kept = (offer.read or {}).get("faults") or ()
    faults = tuple(from_json(FormFault, fault) for fault in kept)
    content = await desk.cabinet.open(offer.digest)
    made = await read_outside("marked", content, faults=faults)
    if not isinstance(made, bytes):
        return None
    return Attachment(file_names.marked(offer.name), await desk.cabinet.keep(made))

"""A workbook is held against the one that its seat sent before, taken or refused."""

from typing import Any

from bot.rules.errors.files import FormRefused
from bot.rules.form_faults import FormFault
from bot.rules.form_versions import Compared, Version, compared, one_before, version_key
from bot.rules.forms import FilledForm
from bot.rules.json_form import from_json, to_json
from bot.rules.offers import Offer, OfferState
from bot.rules.run import Document, Run
from bot.rules.sop import Seat
from bot.texts.workbooks import SHEETS
from bot.usecases.work import Work


async def with_comparison(
    work: Work, run: Run, seat: Seat, offer: Offer, refused: FormRefused
) -> FormRefused:
    """The refusal of this offer, which tells too what it changes in the version before."""
    key = version_key(run.id, seat.key)
    others = [o for o in await work.uow.offers.versions(key) if o.id != offer.id]
    found = None
    if others:
        read = {**(offer.read or {}), "faults": to_json(refused.faults)}
        found = compared(version_of(run, others[-1]), _version(read), SHEETS)
    return FormRefused(refused.name, refused.faults, key, found)


async def since_refused(work: Work, run: Run, document: Document) -> Compared | None:
    """What a taken version changes in a refused one, where that came just before it."""
    versions = await work.uow.offers.versions(version_key(run.id, document.seat))
    before = one_before(versions, document.id)
    if before is None or before.state != OfferState.REFUSED:
        return None
    return compared(version_of(run, before), _version({"form": document.form}), SHEETS)


def version_of(run: Run, offer: Offer) -> Version:
    document = run.document(offer.document_id) if offer.document_id else None
    read = dict(offer.read or {})
    if offer.state == OfferState.REFUSED or document is None:
        return _version(read)
    return _version({"form": read.get("form")}, document.version)


def _version(read: dict[str, Any], number: int | None = None) -> Version:
    form = from_json(FilledForm, read["form"]) if read.get("form") else None
    faults = tuple(from_json(FormFault, fault) for fault in read.get("faults") or ())
    return Version(form, faults, number)

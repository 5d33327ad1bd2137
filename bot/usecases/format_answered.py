"""The message about a format that a file answers, and whose format the file would replace."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.ports import UnitOfWork
from bot.rules.acts import Act, roles_that_may
from bot.rules.errors.runs import FormatConveyed
from bot.rules.forms import FormMark, OfficeFormat
from bot.rules.offers import Offer
from bot.rules.run import Fact, Run, Task
from bot.rules.sop import Seat, Sop
from bot.texts.format_reach import Reach
from bot.usecases import card_names
from bot.usecases.at_office import as_member, at_office
from bot.usecases.desk import Call, Desk
from bot.usecases.format_in_use import asked_in, conveyed, format_in_use
from bot.usecases.make_papers import form_of
from bot.usecases.on_run import on_run
from bot.usecases.work import Work

FORMAT_TASKS = (Task.ORDER, Task.CONVEY)


@dataclass(frozen=True, slots=True)
class Target:
    """Whose format is replaced: a run's and the coming ones', or (run 0) the office's."""

    office: int
    run: int = 0


@dataclass(frozen=True, slots=True)
class Concern:
    """Who replaces a format from which seat, and the runs that would ask by the new one; other
    open ones keep theirs."""

    work: Work
    seat: Seat
    reach: Reach

    @property
    def runs(self) -> tuple[Run, ...]:
        return self.reach.asking

    @property
    def sop(self) -> Sop:
        return self.runs[0].sop if self.runs else self.work.sop

    @property
    def in_use(self) -> OfficeFormat:
        """The run's own that would change, else the office's."""
        if self.runs:
            return form_of(self.runs[0])
        return format_in_use(self.work.desk, self.work.office)

    def on_seats(self, form: OfficeFormat) -> OfficeFormat:
        return form.spread([seat.key for seat in self.sop.suppliers])

    def to_be_used(self, form: OfficeFormat) -> OfficeFormat:
        """With its targets carried to the period of the format in use."""
        period = self.in_use.period
        return asked_in(form, period) if period else form

    def fact(self, verb: str, detail: Mapping[str, Any]) -> Fact:
        return Fact(verb, self.work.now, self.work.person_id, self.seat.key, detail)


def target_of(offer: Offer) -> Target | None:
    """As an offer keeps it: its row is all that a restart leaves of a proposal."""
    kept: Mapping[str, Any] = offer.target or {}
    return Target(kept["format"], kept["run"]) if "format" in kept else None


def aimed(offer: Offer, target: Target) -> Offer:
    return replace(offer, target={"format": target.office, "run": target.run})


async def format_answered(uow: UnitOfWork, offer: Offer) -> Target | None:
    """None where the file answers no message about a format."""
    card = await uow.cards.at(offer.chat_id, offer.reply_to) if offer.reply_to else None
    if card is None:
        return None
    about = card_names.about(card.name)
    if about is not None and about.task in FORMAT_TASKS:
        run = await uow.runs.get(about.run)
        return Target(run.office_id, run.id) if run else None
    office, earlier = card_names.format_office(card.name), card_names.placed(card.name)
    if earlier is not None:  # a mended format in reply to what was said of the first one
        before = await uow.offers.get(earlier)
        return target_of(before) if before else None
    return Target(office) if office is not None else None


async def whole_format(desk: Desk, offer: Offer, mark: FormMark | None) -> Target | None:
    """The whole format of his office, sent by who keeps it without replying to anything."""
    if mark is None or not mark.is_master:
        return None
    async with desk.store.look() as uow:
        office = await uow.offices.get(mark.office)
        if office is None:
            return None
        work = await at_office(uow, desk, office, offer.at)
    held = work.held_by(offer.sender)
    keepers = roles_that_may(Act.REPLACE_FORMAT, work.sop)
    keeps = any(seat.key in held and seat.role in keepers for seat in work.sop.seats)
    return Target(mark.office) if keeps else None


async def concerned(uow: UnitOfWork, desk: Desk, call: Call, target: Target) -> Concern:
    """Refuses whom it is not for, and a run whose format somebody was given already."""
    if target.run:
        work, run = await on_run(uow, desk, call, str(target.run))
        seat = work.acting(Act.REPLACE_FORMAT, run.sop)
        if conveyed(run):
            raise FormatConveyed
        return Concern(work, seat, await reaching(work, (run,)))
    work = await as_member(uow, desk, call, await uow.offices.get(target.office))
    seat = work.acting(Act.REPLACE_FORMAT, work.sop)
    return Concern(work, seat, await reach_of(work))


async def reach_of(work: Work) -> Reach:
    """The office's open runs: those whose format nobody was given yet would take a new one."""
    runs = await work.uow.runs.open_in(work.office.id)
    asking = (r for r in runs if not conveyed(r) and work.may(Act.REPLACE_FORMAT, r.sop))
    return await reaching(work, tuple(asking))


async def reaching(work: Work, asking: tuple[Run, ...]) -> Reach:
    taken = {run.id for run in asking}
    runs = await work.uow.runs.open_in(work.office.id)
    return Reach(asking, tuple(run for run in runs if run.id not in taken))

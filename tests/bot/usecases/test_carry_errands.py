"""When an errand is carried at all; what becomes of a failed one is told by the stories."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.rules.calendar import WorkCalendar
from bot.rules.delivery import CardGone, Delivery
from bot.rules.errands import Card, Errand
from bot.rules.messages import Message
from bot.rules.offers import Offer
from bot.rules.people import Office, Person
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.usecases.carry_errands import carry
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post
from storage.cabinet import FileCabinet
from storage.faults import NotInCabinet
from storage.unit_of_work import SqlStore

AFTERNOON = datetime(2026, 11, 23, 7, 55, tzinfo=UTC)  # Monday 15.55 WITA
NIGHT = AFTERNOON + timedelta(hours=6)
MORNING = datetime(2026, 11, 23, 23, 45, tzinfo=UTC)  # Tuesday 07.45 WITA
ANI = Person(7, "Ani", reachable=True)
SOPS = files("bot") / "sops"
Leave = Callable[[Post, Message], Awaitable[None]]


class Carried:
    """A courier that brings everything where it goes, but edits no card that is `gone`."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.gone = False

    async def carry(self, errand: Errand, card: Card | None) -> Delivery:
        if self.gone and card is not None:
            raise CardGone
        assert errand.message is not None
        self.texts.append(errand.message.text)
        return Delivery(55)


@pytest.fixture
def courier() -> Carried:
    return Carried()


@pytest.fixture
def desk(store: SqlStore, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar) -> Desk:
    form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    return Desk(store, cabinet, Procedures(Procedure(sop, calendar)), form, "himpun_bot")


async def left(desk: Desk, office: Office, leave: Leave, at: datetime = AFTERNOON) -> None:
    async with desk.store.work() as uow:
        await leave(Post(uow, desk, at, office), Message(f"Yth. {at:%H}"))


async def carried(desk: Desk, courier: Carried, at: datetime) -> None:
    """The outbox at this instant, until nothing more is due."""
    while True:
        async with desk.store.work() as uow:
            due = await uow.errands.due(at, ())
        if not due:
            return
        for errand in due:
            await carry(desk, courier, errand, lambda: at)


NEW = {
    "a private word": lambda post, message: post.say("k", ANI, message),
    "a private card": lambda post, message: post.show("papan", ANI, message),
    "a word in the group": lambda post, message: post.say_in_group("k", message),
    "a card in the group": lambda post, message: post.show_in_group("papan", message),
}
EDITS = {name: leave for name, leave in NEW.items() if "card" in name}


@pytest.mark.parametrize("leave", NEW.values(), ids=NEW)
async def test_a_new_word_to_others_that_is_delayed_into_the_night_waits_and_counts_no_try(
    desk: Desk, office: Office, courier: Carried, leave: Leave
) -> None:
    await left(desk, office, leave)
    await carried(desk, courier, NIGHT)
    await carried(desk, courier, MORNING - timedelta(minutes=1))
    assert courier.texts == []
    async with desk.store.look() as uow:
        kept = await uow.errands.get(1)
    assert kept is not None
    assert (kept.attempts, kept.not_before) == (0, MORNING)
    await carried(desk, courier, MORNING)
    assert courier.texts == ["Yth. 07"]


@pytest.mark.parametrize("leave", NEW.values(), ids=NEW)
async def test_a_word_to_others_goes_at_once_in_working_hours(
    desk: Desk, office: Office, courier: Carried, leave: Leave
) -> None:
    await left(desk, office, leave)
    await carried(desk, courier, AFTERNOON)
    assert courier.texts == ["Yth. 07"]


@pytest.mark.parametrize("leave", EDITS.values(), ids=EDITS)
async def test_a_card_that_stands_is_edited_at_night(
    desk: Desk, office: Office, courier: Carried, leave: Leave
) -> None:
    await left(desk, office, leave)
    await carried(desk, courier, AFTERNOON)
    await left(desk, office, leave, NIGHT)
    await carried(desk, courier, NIGHT)
    assert courier.texts == ["Yth. 07", "Yth. 13"]


@pytest.mark.parametrize("leave", EDITS.values(), ids=EDITS)
async def test_a_card_that_is_gone_at_night_is_sent_anew_in_the_morning(
    desk: Desk, office: Office, courier: Carried, leave: Leave
) -> None:
    await left(desk, office, leave)
    await carried(desk, courier, AFTERNOON)
    courier.gone = True
    await left(desk, office, leave, NIGHT)
    await carried(desk, courier, NIGHT)
    assert courier.texts == ["Yth. 07"]
    await carried(desk, courier, MORNING)
    assert courier.texts == ["Yth. 07", "Yth. 13"]


async def test_who_acts_is_answered_at_night_by_a_card_that_was_to_wait(
    desk: Desk, office: Office, courier: Carried
) -> None:
    call = Call(1, NIGHT, ANI, ANI.id, private=True, message_id=3)
    await left(desk, office, EDITS["a private card"], NIGHT)
    await carried(desk, courier, NIGHT)
    assert courier.texts == []
    async with desk.store.work() as uow:
        await Post(uow, desk, NIGHT, office, call).show("papan", ANI, Message("Diterima."))
    await carried(desk, courier, NIGHT)
    await carried(desk, courier, MORNING)
    assert courier.texts == ["Diterima."]


@pytest.mark.parametrize(("at", "told"), [(AFTERNOON, ["Yth. 07"]), (NIGHT, [])])
async def test_what_waited_for_an_empty_seat_comes_to_its_holder_in_working_hours(
    desk: Desk, office: Office, courier: Carried, at: datetime, told: list[str]
) -> None:
    await left(desk, office, lambda post, message: post.leave_for("tugas", "irban-1", message))
    async with desk.store.work() as uow:
        await uow.people.seen(ANI)
        await uow.people.reach(ANI.id, reachable=True)
        await uow.errands.give(office.id, "irban-1", ANI.id)
    await carried(desk, courier, at)
    assert courier.texts == told
    await carried(desk, courier, MORNING)
    assert courier.texts == ["Yth. 07"]


async def test_an_errand_that_we_fail_at_ourselves_counts_the_try_and_the_fault_is_heard_of(
    desk: Desk, office: Office, courier: Carried
) -> None:
    """The file that it marks is missing in the cabinet."""
    offer = Offer(0, ANI.id, ANI.id, 5, "f", "data.xlsx", 9, "", "document", AFTERNOON, digest="0")
    async with desk.store.work() as uow:
        await Post(uow, desk, AFTERNOON, office).mark(await uow.offers.add(offer))
    with pytest.raises(NotInCabinet):
        await carried(desk, courier, AFTERNOON)
    await carried(desk, courier, AFTERNOON)
    async with desk.store.look() as uow:
        kept = await uow.errands.get(1)
    assert kept is not None
    assert (kept.attempts, kept.not_before) == (1, AFTERNOON + timedelta(seconds=30))

"""What many stories begin with and ask: a seated office, a run at a step, what the bot keeps."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

from bot.rehearsal import steps
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Chat, Message, Person, Upload
from bot.rehearsal.theatre import Play, bot_on, telegram_for
from bot.rules.people import Person as Known
from bot.rules.sop import StepKind
from bot.usecases.desk import Desk
from tests.stories.letters import letter

Seen = TypeVar("Seen")
PERIOD = "Triwulan III 2026"


@dataclass(eq=False)
class Scene:
    """A stage with an office whose seats are held; `desk` shows what the bot keeps."""

    stage: Stage
    desk: Desk

    @property
    def group(self) -> Chat:
        return self.stage.group

    def who(self, seat: str) -> Person:
        return self.stage.cast[seat]

    async def sees(self, seat: str, words: str) -> Message:
        return await self.stage.sees(self.who(seat).chat, words)

    async def until(self, seen: Callable[[], Seen | None]) -> Seen:
        return await self.stage.telegram.until(seen, seconds=self.stage.patience)


@asynccontextmanager
async def seated(
    play: Play, *, empty: Iterable[str] = (), silent: Iterable[str] = ()
) -> AsyncIterator[Scene]:
    """Everybody seated but the `empty`; the `silent` never opened the private chat."""
    async with telegram_for(play) as stage, seated_on(stage, play, empty, silent) as scene:
        yield scene


@asynccontextmanager
async def seated_on(
    stage: Stage, play: Play, empty: Iterable[str] = (), silent: Iterable[str] = ()
) -> AsyncIterator[Scene]:
    """The same on a Telegram that stays when the bot stops."""
    async with bot_on(stage, play) as product:
        stage.group.add_bot(stage.orderer)
        stage.group.promote_bot(stage.orderer)
        await stage.telegram.until(
            lambda: any("belum menjadi" not in m.text for m in stage.group.from_bot)
        )
        held = {seat: person for seat, person in stage.cast.items() if seat not in set(empty)}
        await take_seats(stage, product.desk, held, set(silent))
        yield Scene(stage, product.desk)


async def take_seats(
    stage: Stage, desk: Desk, held: dict[str, Person], silent: set[str], office: int = 0
) -> None:
    """As if claimed and granted before: how that is done is test_setting_up's story."""
    async with desk.store.work() as uow:
        taken = (await uow.offices.all())[office]
        for seat, person in held.items():
            person.met = True
            await uow.people.seen(Known(person.id, person.name))
            if seat not in silent:
                person.started = True
                person.chat.bot_status = "member"
                await uow.people.reach(person.id, reachable=True)
            await uow.seats.put(taken.id, seat, person.id)


async def leave_seats(scene: Scene, *seats: str) -> None:
    async with scene.desk.store.work() as uow:
        office = (await uow.offices.all())[0]
        for seat in seats:
            await uow.seats.put(office.id, seat, None)


async def request(scene: Scene, period: str = PERIOD) -> Message:
    """The run ordered and conveyed; the request in the group."""
    stage = scene.stage
    await steps.order(stage, period)
    for step in stage.sop.steps_of(StepKind.CONVEY):
        for seat in stage.sop.seats_of(step.actors):
            await stage.tap(stage.cast[seat.key], "Sampaikan", words=period)
    for seat in stage.sop.suppliers:
        if stage.cast[seat.key].started and not stage.cast[seat.key].blocked:
            wanted = f"Mohon menyampaikan data kinerja {period}"
            await stage.sees(stage.cast[seat.key].chat, wanted)
    asked = await stage.button(
        stage.group, "Buka chat pribadi", f"Permintaan data kinerja {period}"
    )
    await scene.until(lambda: "Batas penyerahan" in asked.text)
    return asked


async def everything(scene: Scene, seat: str) -> list[Upload]:
    return [
        letter("LHP"),
        letter("LHE"),
        letter("TLHP"),
        await filled_workbook(scene.stage, seat),
    ]


async def hand_in_all(scene: Scene, seat: str) -> None:
    """Privately, one by one, until the receipt says that all is there."""
    person = scene.who(seat)
    person.sends(person.chat, await everything(scene, seat))
    await scene.sees(seat, "Berkas lengkap")


async def nihil_all(scene: Scene, seat: str, kinds: Iterable[str] = ("LHP", "LHE", "TLHP")) -> None:
    for kind in kinds:
        await scene.stage.tap(scene.who(seat), f"Nihil {kind}")


async def collected(scene: Scene) -> None:
    """Step 4 done with little: every letter nihil, no workbook but that of Irban I."""
    stage = scene.stage
    for seat in stage.sop.suppliers:
        await nihil_all(scene, seat.key)
    person = scene.who("irban-1")
    person.sends(person.chat, await filled_workbook(stage, "irban-1"))
    umum, evlap = scene.who("kasubbag-umum"), scene.who("kasubbag-evlap")
    await stage.tap(umum, "Terima", words="DATA dari")
    await stage.tap(evlap, "Sampaikan ke Perencanaan")
    await stage.tap(umum, "Sampaikan ke Perencanaan")
    await scene.sees("kasubbag-umum", "Mohon menuliskan alasan")
    umum.says(umum.chat, "Menunggu data dari lapangan")
    await stage.button(scene.who("penyusun").chat, "Setujui rekap")


async def idle(scene: Scene, person: Person, chat: Chat | None = None) -> None:
    """All that was sent in this chat before has been handled, and all that is due was carried."""
    chat = chat or person.chat
    before = said(chat, "Petunjuk singkat")
    person.says(chat, f"/bantuan@{scene.stage.telegram.bot.username}")
    await scene.until(lambda: said(chat, "Petunjuk singkat") > before)
    await scene.stage.idle()


def said(chat: Chat, words: str) -> int:
    """How many messages of the bot that stand in the chat contain these words."""
    return sum(words in message.text for message in chat.from_bot)

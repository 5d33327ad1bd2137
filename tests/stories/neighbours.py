"""Two offices on one bot: the first has a run in which everything has happened, the second looks.

The second has people of its own, a run of its own, and one person who is seated in both.
"""

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from bot.rehearsal.telegram import Chat, Message, Person
from bot.rehearsal.theatre import Play
from bot.rules.acts import Act, button_data, read_button
from bot.rules.dispositions import Disposition, DispositionState
from bot.rules.periods import Period
from bot.rules.proposals import Proposal, ProposalState
from bot.usecases.buttons import BUTTONS
from storage.tables import metadata
from tests.invariants.staging import rows
from tests.stories.acting import Scene, request, take_seats
from tests.stories.letters import letter, plain_letter

SECRET = "rahasia"  # in every name and reason that the first office writes
NEIGHBOUR = "Bappeda"
SHARED_SEAT = "kepala"  # of the second office, held by the Sekretaris of the first


@dataclass(eq=False)
class Neighbours:
    """`scene` is the first office's; `theirs` are the second's people by their seat."""

    scene: Scene
    group: Chat
    theirs: dict[str, Person]
    visitor: Person
    asked: Message  # the second office's request, on which forged buttons are pressed

    @property
    def shared(self) -> Person:
        return self.theirs[SHARED_SEAT]

    @property
    def secrets(self) -> set[str]:
        """Words of the first office that nobody else may read."""
        people = {p.name for p in self.scene.stage.cast.values() if p is not self.shared}
        return {SECRET, self.scene.group.title, *people}

    def lookers(self) -> list[Person]:
        """Who gives, makes, collects and hands in there, and who holds no seat at all."""
        seats = ("kasubbag-perencanaan", "penyusun", "kasubbag-evlap", "irban-1")
        return [*(self.theirs[seat] for seat in seats), self.visitor]

    def told(self, text: str) -> set[str]:
        return {secret for secret in self.secrets if secret.casefold() in text.casefold()}

    def heard(self) -> list[Message]:
        """All that the bot has written where the second office's people read."""
        chats = [self.group, self.visitor.chat]
        chats += [p.chat for p in self.theirs.values() if p is not self.shared]
        bot = self.scene.stage.telegram.bot
        return [message for chat in chats for message in chat.posted if message.by is bot]


async def neighbours(scene: Scene) -> Neighbours:
    """The second looks at a first in which everything has happened."""
    await everything_happens(scene, await request(scene))
    return await next_door(scene)


async def next_door(scene: Scene, period: str = "Oktober 2026") -> Neighbours:
    """A second group, added while the first works, with a run of its own that is conveyed."""
    stage = scene.stage
    theirs = {
        seat: stage.telegram.person(f"Tetangga {number}")
        for number, seat in enumerate(stage.cast, start=1)
    }
    theirs[SHARED_SEAT] = scene.who("sekretaris")
    visitor = stage.telegram.person("Tamu")
    first, own = stage.group, stage.cast
    chief = theirs["kasubbag-perencanaan"]
    stage.group = stage.telegram.group(NEIGHBOUR, [*theirs.values(), visitor], [chief])
    stage.cast = theirs
    stage.group.add_bot(chief)
    await stage.sees(stage.group, "siap mendampingi")
    await take_seats(stage, scene.desk, theirs, set(), office=1)
    visitor.start()
    there = await request(Scene(stage, scene.desk), period)
    group, stage.group, stage.cast = stage.group, first, own
    await stage.idle()
    return Neighbours(scene, group, theirs, visitor, there)


async def everything_happens(scene: Scene, asked: Message) -> None:
    """Documents, a question about one, a search, a filling, a plea, a claim, a closed day."""
    stage, orderer = scene.stage, scene.stage.orderer
    irban = scene.who("irban-1")
    irban.sends(scene.group, letter("LHP", name=f"LHP {SECRET}.pdf"), reply_to=asked)
    await scene.sees("irban-1", "Diterima: LHP")
    irban.sends(irban.chat, plain_letter(f"{SECRET}.pdf", 7))
    await scene.sees("irban-1", "Mohon pilih jenis berkas")
    irban.says(irban.chat, f"/berkas {SECRET}")
    await stage.button(irban.chat, "LHP")
    for seat in ("irban-2", "irban-3"):
        await stage.tap(scene.who(seat), "Isi lewat chat")
        await stage.sees(scene.who(seat).chat, "(1 dari")
    last = scene.who("irban-4")
    last.says(last.chat, f"/kendala {SECRET} sekali")
    await stage.button(orderer.chat, "Beri waktu")
    await stage.tap(scene.who("kasubbag-evlap"), "Kembalikan")
    await scene.sees("kasubbag-evlap", "Mohon menuliskan alasan")
    orderer.says(scene.group, f"/libur 23-12-2026 {SECRET}")
    await stage.button(scene.group, "Batalkan libur")
    orderer.says(orderer.chat, "/mulai")
    await stage.button(orderer.chat, "Oktober 2026")
    orderer.says(scene.group, f"/peran@{stage.telegram.bot.username}")
    seats = await stage.button(scene.group, "Pilih kursi saya")
    newcomer = stage.telegram.person(f"Calon {SECRET}")
    scene.group.add(newcomer, orderer)
    newcomer.taps(seats, "Pilih kursi saya")
    await stage.tap(newcomer, "Irban IV")
    async with scene.desk.store.work() as uow:
        await uow.proposals.add(Proposal(0, 1, Period("triwulan", 2026, 2), ProposalState.ASKED))
        giver = scene.who("kepala").id
        waits = (DispositionState.WAITING, stage.clock.now(), giver, "kepala", "", "", SECRET)
        await uow.dispositions.add(Disposition(0, 1, 2026, 0, *waits))
    await stage.button(scene.group, "Setujui", "mengajukan diri")
    await stage.idle()


def buttons_of(town: Neighbours) -> Iterator[str]:
    """The data of every button that stands in the first office's chats, but those that claim a
    seat: they carry the token of the office's link, and who has the link may claim."""
    others = {*town.theirs.values(), town.visitor}
    people = [p for p in town.scene.stage.telegram.state.people.values() if p not in others]
    for chat in (town.scene.group, *(person.chat for person in people)):
        for message in chat.posted:
            data = [b.get("callback_data", "") for row in message.rows for b in row]
            yield from (one for one in data if one and acts_in([one]) != {Act.CLAIM_SEAT})


# What a forger writes for each argument, by the name that its use-case gives it: the first
# office's own numbers, seats and words.
FORGED: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(("run_id", "office_id", "offer_id", "claim_id", "document_id"), (1,)),
    **dict.fromkeys(("filling_id", "search_id", "page", "proposal_id", "question_id"), (1,)),
    "disposition_id": (1, 2),
    "code": ("7KQ3-MX",),
    **dict.fromkeys(("place", "head", "which"), ("1",)),
    **dict.fromkeys(("seat", "seat_key"), ("irban-1", "kasubbag-evlap", "penyusun")),
    "step": (4,),
    "task": ("serah",),
    "kind": ("LHE",),
    "minutes": (120,),
    "period_key": ("2026-TW2",),
    "period_kind": ("triwulan",),
    **dict.fromkeys(("first_day", "last_day"), ("2026-12-23",)),
    **dict.fromkeys(("version", "digest", "shown", "what"), ("0",)),
    "token": ("1",),
    "field": ("p", "k", "j"),
    "value": (1,),
    "answer": ("ya",),
    "meant": ("c1", "t1", "i1"),
    "word": ("lewati",),
}


OWN_DATA = {Act.GIVE_NAME, Act.GIVE_NIP, Act.DROP_NIP}  # of no office: everybody's, on himself


def forged() -> Iterator[str]:
    """A button of every act in an office; an argument of another name has no case yet: it fails."""
    for act, usecase in ((act, usecase) for act, usecase in BUTTONS.items() if act not in OWN_DATA):
        wanted = [
            name
            for name, parameter in inspect.signature(usecase).parameters.items()
            if parameter.kind == inspect.Parameter.POSITIONAL_OR_KEYWORD
        ][2:]
        for args in product(*(FORGED[name] for name in wanted)):
            yield button_data(act, *args)


def every_button(town: Neighbours) -> set[str]:
    """Real and forged; and those that speak of a document with another office's run."""
    data = {*buttons_of(town), *forged()}
    return data | {other for one in data for other in with_another_run(one)}


def acts_in(data: Iterable[str]) -> set[Act]:
    return {read[0] for one in data if (read := read_button(one)) is not None}


def with_another_run(data: str, run: int = 2) -> Iterator[str]:
    read = read_button(data)
    if read is None:
        return
    act, args = read
    names = [*inspect.signature(BUTTONS[act]).parameters][2:]
    if {"run_id", "document_id"} <= set(names):
        place = names.index("run_id")
        yield button_data(act, *(run if n == place else arg for n, arg in enumerate(args)))


def kept_of_first(play: Play, people: Iterable[Person]) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the first office, by table."""
    ids = ", ".join(str(person.id) for person in people)
    chats = (
        f"SELECT chat_id FROM offices WHERE id = 1 UNION SELECT id FROM people WHERE id IN ({ids})"  # noqa: S608
    )
    own_run = "run_id IN (SELECT id FROM runs WHERE office_id = 1)"
    where = {
        "offices": "id = 1",
        **dict.fromkeys(("seats", "staff", "substitutions", "leaves"), "office_id = 1"),
        **dict.fromkeys(("claims", "searches", "proposals", "runs", "facts"), "office_id = 1"),
        **dict.fromkeys(("dispositions", "printed_papers"), "office_id = 1"),
        **dict.fromkeys(("duties", "documents", "fillings"), own_run),
        **dict.fromkeys(("approvals", "hardcopy_watches"), own_run),
        **dict.fromkeys(("offers", "cards", "holds"), f"chat_id IN ({chats})"),
        "errands": f"chat_id IN ({chats}) OR person_id IN ({ids})",
        "questions": f"person_id IN ({ids})",
    }
    of_nobody = {"inbox", "people", "pulse", "instance"}
    assert set(where) | of_nobody == set(metadata.tables), "say whose the new table's rows are"
    return {
        table: rows(play, f"SELECT * FROM {table} WHERE {which}")  # noqa: S608
        for table, which in where.items()
    }

"""7 Every act is checked against a seat: the whole table of powers, on one run."""

from typing import Any

import pytest

from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Person
from bot.rehearsal.theatre import Play
from bot.rules.acts import BY_STAFF, POWERS, Act, button_data, roles_that_may
from bot.rules.dispositions import Disposition, DispositionState
from bot.rules.hardcopies import PrintedPaper, Scan
from bot.rules.people import Person as Known
from bot.rules.periods import Period
from bot.rules.print_codes import made_code
from bot.rules.printed import PaperKind
from bot.rules.proposals import Proposal, ProposalState
from bot.usecases.buttons import carried
from tests.invariants.staging import answered, changes, drained, everything_kept, sent
from tests.stories.acting import Scene, request, seated
from tests.stories.letters import letter

# What a button of each act carries, on run 1 with document 1 and Irban I as the one concerned.
BUTTONS: dict[Act, tuple[object, ...]] = {
    Act.START_RUN: (1, "2026-TW4"),
    Act.ORDER: (1,),
    Act.CONVEY: (1, 2, "penyusun", "0" * 8),
    Act.REPLACE_FORMAT: (1,),
    Act.DECLARE_NIHIL: (1, "irban-1", "LHE"),
    Act.FILL_IN: (1, "irban-1"),
    Act.ACCEPT: (1, 1),
    Act.RETURN: (1, 1),
    Act.ACCEPT_ALL: (1, "kasubbag-umum"),
    Act.CONVEY_COLLECTED: (1, "kasubbag-umum"),
    Act.APPROVE_RECAP: (1, "0" * 12),
    Act.EXCLUDE: (1, 1),
    Act.FINISH: (1,),
    Act.GIVE_PARAF: (1, 1, "0" * 12),
    Act.APPROVE_FINAL: (1, 3, "0" * 12),
    Act.RETURN_RECAP: (1, 2, "0" * 12),
    Act.CANCEL: (1,),
    Act.GRANT_TIME: (1, 4, "serah", "irban-1"),
    Act.REFUSE_TIME: (1, 4, "serah", "irban-1"),
    Act.READ_DOCUMENTS: (1, 1),
    Act.SEND_DOCUMENT: (1, 1),
    Act.READ_DETAIL: (1, "irban-1"),
    Act.REMIND_NOW: (1,),
    Act.LIST_DOCUMENTS: (1,),
    Act.SHOW_RECAP: (1,),
    Act.PRINT_ALL: (1,),
    Act.PRINT_PAPER: (1, "RECAP"),
    Act.READ_TIMELINESS: (1, "bulan"),
    Act.OPEN_DAY: (1, "2026-12-23", "2026-12-23"),
    Act.ORDER_PROPOSED: (1,),
    Act.PUT_OFF: (1,),
    Act.CARRY_OUT_ARAHAN: (2, "2026-TW4"),
    Act.WITHDRAW_ARAHAN: (2,),
    Act.SEND_PACK: (1,),
    Act.KEEP_SCAN: (1, "ya"),
    Act.SEND_SCAN: (made_code("rekap"),),
}
TRACES = ("inbox", "people")  # that somebody tapped is kept, and by which name


def outsiders(stage: Stage, act: Act) -> list[tuple[str, Person]]:
    """Everybody whose role may not do it at all."""
    may = roles_that_may(act, stage.sop)
    return [
        (seat, person) for seat, person in stage.cast.items() if stage.seat_of(seat).role not in may
    ]


async def proposed(scene: Scene) -> None:
    """A proposal whose buttons would work for who orders."""
    waits = Proposal(0, 1, Period("bulan", 2026, 10), ProposalState.ASKED)
    async with scene.desk.store.work() as uow:
        assert (await uow.proposals.add(waits)).id == 1


async def scanned(scene: Scene) -> None:
    """A printed paper of run 1, whose scan its button would send to who reads the recap."""
    code, at = made_code("rekap"), scene.stage.clock.now()
    scan = Scan("ab" * 32, "pindaian.pdf", at, 1)
    paper = PrintedPaper(0, 1, 1, PaperKind.RECAP, "", "", code, "Rekap", at, at, scan=scan)
    async with scene.desk.store.work() as uow:
        await uow.printed_papers.add(paper)


async def directed(scene: Scene) -> None:
    """An arahan that waits; number 1 is the sheet of the run itself."""
    giver, at = scene.who("kepala").id, scene.stage.clock.now()
    waits = Disposition(0, 1, 2026, 0, DispositionState.WAITING, at, giver, "kepala")
    async with scene.desk.store.work() as uow:
        assert (await uow.dispositions.add(waits)).id == 2


async def staff_of_every_supplier(scene: Scene) -> Person:
    """One who may hand in for every seat that hands in, and holds none."""
    staff = scene.stage.telegram.person("Operator")
    scene.group.add(staff, scene.stage.orderer)
    async with scene.desk.store.work() as uow:
        await uow.people.seen(Known(staff.id, staff.name))
        for seat in scene.stage.sop.suppliers:
            await uow.staff.add(1, seat.key, staff.id)
    return staff


async def refusals(stage: Stage, asked: Message, act: Act, data: str, others: list[Person]) -> int:
    """How many pressed it in vain, all at once: each answer is an alert with words."""
    people = [*(person for _, person in outsiders(stage, act)), *others]
    taps = [person.presses(asked, data) for person in people]
    for tap in taps:
        answer = await tap
        assert answer.show_alert, (act, tap.by.name)
        assert answer.text, (act, tap.by.name)
    return len(taps)


async def test_invariant_7_no_button_works_for_whom_it_is_not(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        asked = await request(scene)
        irban = stage.cast["irban-1"]
        sent(irban, letter("LHP"))
        await stage.sees(stage.cast["kasubbag-evlap"].chat, "LHP dari")
        await answered(stage, irban)
        stranger = stage.telegram.person("Orang lain")
        stage.group.add(stranger, stage.orderer)
        staff = await staff_of_every_supplier(scene)
        await proposed(scene)
        await directed(scene)
        await scanned(scene)
        await drained(stage, play)
        before = everything_kept(play, leave=TRACES)
        refused = 0
        for act, args in BUTTONS.items():
            data = button_data(act, *args)
            assert carried(act, tuple(map(str, args))), act
            others = [stranger] if act in BY_STAFF else [stranger, staff]
            refused += await refusals(stage, asked, act, data, others)
        assert changes(before, everything_kept(play, leave=TRACES)) == []
        assert refused > 100


async def test_invariant_7_the_refusal_says_whose_it_is(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        asked = await request(scene)
        irban = stage.cast["irban-2"]
        answer = await irban.presses(asked, button_data(Act.DECLARE_NIHIL, 1, "irban-1", "LHE"))
        assert stage.cast["irban-1"].name in answer.text
        assert stage.seat_of("irban-1").title in answer.text
        order = await irban.presses(asked, button_data(Act.CANCEL, 1))
        assert stage.orderer.name in order.text


@pytest.mark.parametrize("word", ["/mulai", "/rekap", "/batal", "/format", "/kinerja"])
async def test_invariant_7_commands_too_belong_to_seats(play: Play, word: str) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        irban = stage.cast["irban-1"]
        await answered(stage, irban)
        shown = len(irban.chat.from_bot)
        irban.says(irban.chat, word)
        await answered(stage, irban)
        replies: list[Any] = irban.chat.from_bot[shown:]
        assert not any(reply.file or reply.asks_reply for reply in replies)
        assert any("Kepala" in m.text or "Kasubbag" in m.text or "Ka." in m.text for m in replies)


def test_invariant_7_every_act_with_a_button_is_in_the_walk() -> None:
    """An act added to the table must be walked, or named here with its reason."""
    by_words = {Act.HAND_IN, Act.REMARK, Act.READ_STATUS, Act.READ_TASKS}
    by_words |= {Act.READ_RECAP, Act.CLOSE_DAY, Act.GIVE_ARAHAN, Act.SET_LETTERHEAD}
    by_words |= {Act.FILE_HARDCOPY}
    one_s_own = {Act.ASK_TIME}  # everyone may, for his own duty
    assert set(POWERS) == set(BUTTONS) | by_words | one_s_own

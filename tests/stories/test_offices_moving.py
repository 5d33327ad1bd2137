"""One office comes, moves or goes while another works: nothing of either is lost or mixed."""

import pytest

from bot.rehearsal import steps
from bot.rehearsal.telegram import Person
from bot.rehearsal.theatre import Play, bot_on
from tests.invariants.staging import drained, rows, stopped_at_request
from tests.stories.acting import PERIOD, request, said, seated
from tests.stories.letters import letter
from tests.stories.neighbours import Neighbours, kept_of_first, next_door

pytestmark = pytest.mark.slow

OFFICES = "SELECT id, chat_id, active FROM offices ORDER BY id"
DOCUMENTS = "SELECT run_id, seat, kind FROM documents ORDER BY id"


def first_s(town: Neighbours) -> list[Person]:
    return [p for p in town.scene.stage.cast.values() if p is not town.shared]


def heard_by_first(town: Neighbours) -> list[str]:
    """Every text that stands before the first office's people."""
    chats = [town.scene.group, *(person.chat for person in first_s(town))]
    return [message.text for chat in chats for message in chat.from_bot]


async def test_a_second_group_begins_its_own_run_of_the_same_period_beside_an_open_one(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        await drained(scene.stage, play)
        group, sekretaris = scene.group, scene.who("sekretaris")
        own = [person for person in scene.stage.cast.values() if person is not sekretaris]
        before, heard = kept_of_first(play, own), [m.text for m in group.from_bot]
        town = await next_door(scene, PERIOD)
        await drained(scene.stage, play)
        assert kept_of_first(play, own) == before
        assert [m.text for m in group.from_bot] == heard
        assert rows(play, "SELECT office_id, period FROM runs ORDER BY id") == [
            (1, "2026-TW3"),
            (2, "2026-TW3"),
        ]
        assert not town.told("\n".join(message.text for message in town.heard()))


async def test_a_group_that_becomes_a_supergroup_takes_its_own_run_along_and_nothing_else(
    play: Play,
) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        town = await next_door(scene)
        await drained(scene.stage, play)
        before, heard = kept_of_first(play, first_s(town)), heard_by_first(town)
        moved = town.group.migrate()
        their_request = await scene.stage.button(moved, "Buka chat pribadi", "Oktober 2026")
        await drained(scene.stage, play)
        assert kept_of_first(play, first_s(town)) == before
        assert heard_by_first(town) == heard
        theirs, ours = town.theirs["irban-2"], scene.who("irban-2")
        theirs.sends(moved, letter("LHP"), reply_to=their_request)
        ours.sends(scene.group, letter("LHE"), reply_to=asked)
        await scene.stage.sees(theirs.chat, "Diterima: LHP")
        await scene.stage.sees(ours.chat, "Diterima: LHE")
        assert sorted(rows(play, DOCUMENTS)) == [(1, "irban-2", "LHE"), (2, "irban-2", "LHP")]
        assert rows(play, OFFICES) == [(1, scene.group.id, 1), (2, moved.id, 1)]
        assert not town.told("\n".join(message.text for message in moved.from_bot))


async def test_what_was_said_before_a_move_is_heard_after_it_and_makes_no_third_office(
    play: Play,
) -> None:
    async with stopped_at_request(play) as stage:
        irban, asked = stage.cast["irban-1"], await steps.request_in_group(stage)
        stage.orderer.says(stage.group, "/status")
        irban.sends(stage.group, letter("LHP"), reply_to=asked)
        stage.group = stage.group.migrate()
        stage.orderer.says(stage.group, "/peran")
        async with bot_on(stage, play):
            await stage.sees(irban.chat, "Diterima: LHP")
            await stage.sees(stage.group, "Kursi dan pemegangnya")
            await drained(stage, play)
        working = [row for row in rows(play, OFFICES) if row[2]]
        assert working == [(1, stage.group.id, 1)]
        assert rows(play, "SELECT DISTINCT office_id FROM seats") == [(1,)]


async def test_a_bot_removed_from_one_group_works_on_in_the_other_and_comes_back_to_the_run(
    play: Play,
) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        town = await next_door(scene)
        stage, chief = scene.stage, town.theirs["kasubbag-perencanaan"]
        await drained(stage, play)
        before, stood = kept_of_first(play, first_s(town)), len(town.group.posted)
        town.group.remove_bot(chief)
        await stage.telegram.until(lambda: rows(play, OFFICES)[1][2] == 0)
        assert kept_of_first(play, first_s(town)) == before
        chief.says(chief.chat, "/status")
        await stage.sees(chief.chat, "Belum ada kantor yang terhubung")
        await of_both_only_the_first_is_meant(town)
        irban = scene.who("irban-1")
        irban.sends(scene.group, letter("LHP"), reply_to=asked)
        await stage.sees(irban.chat, "Diterima: LHP")
        await drained(stage, play)
        assert len(town.group.posted) <= stood + 1  # that the bot left
        town.group.add_bot(chief)
        await stage.telegram.until(lambda: rows(play, OFFICES)[1][2] == 1)
        await the_run_goes_on(town, chief)


async def of_both_only_the_first_is_meant(town: Neighbours) -> None:
    """Who has a seat in both is asked no more which one he means."""
    shared = town.shared
    shared.says(shared.chat, "/status")
    board = await town.scene.stage.sees(shared.chat, "Papan Mekanisme")
    assert PERIOD in board.text
    assert said(shared.chat, "untuk kantor yang mana") == 0


async def the_run_goes_on(town: Neighbours, chief: Person) -> None:
    chief.says(chief.chat, "/status")
    board = await town.scene.stage.sees(chief.chat, "Papan Mekanisme")
    assert "Oktober 2026" in board.text
    assert not town.told(board.text)

"""Many files at once, at Telegram's real pace: the board follows, and no word waits for it."""

import asyncio
from dataclasses import replace

import pytest

from bot.rehearsal.counts import most_within, weighs
from bot.rehearsal.theatre import BEGINNING, Play
from bot.rules.messages import Message
from bot.usecases import card_names
from bot.usecases.announce import show_board
from bot.usecases.at_office import at_office
from tests.stories.acting import Scene, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow

ALBUMS, KINDS = 3, ("LHP", "LHE", "TLHP")  # of each of four Irban
AT_MOST = 20  # a minute
SOON = 25.0  # real seconds until a word stands in the group; behind a minute full of edits, fifty


async def test_twelve_albums_in_a_minute_hold_up_no_word_in_the_group(
    play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    async with seated(replace(play, speed=1)) as scene:
        telegram, waited = scene.stage.telegram, []
        scene.stage.patience = 120
        asked = await request(scene)
        await scene.stage.idle()
        before = len(telegram.calls)
        for number in range(ALBUMS):
            for seat in scene.stage.sop.suppliers:
                files = [letter(kind, 10 * number + n) for n, kind in enumerate(KINDS)]
                scene.who(seat.key).sends(scene.group, files, reply_to=asked, album=True)
            await scene.sees("irban-1", f"LHP ({number + 1})" if number else "Diterima: LHP")
            waited.append(await word(scene, f"Kata {number}"))
        for seat in scene.stage.sop.suppliers:
            await scene.sees(seat.key, "Diterima: LHP (3), LHE (3), TLHP (3)")
        await scene.stage.idle()
        spoken = [c for c in telegram.calls[before:] if weighs(c, scene.group.id)]
        edits = [call for call in spoken if call.method == "editMessageText"]
        with capsys.disabled():
            took = ", ".join(f"{seconds:.1f}" for seconds in waited)
            print(f"\n{len(edits)} edits of the board; words after {took} s")  # noqa: T201
        assert max(waited) < SOON
        assert most_within([call.started for call in spoken], 60) <= AT_MOST
        albums = ALBUMS * len(scene.stage.sop.suppliers)
        assert 0 < most_within([edit.started for edit in edits], 60) <= albums
        assert await board_is_newest(scene)


async def word(scene: Scene, text: str) -> float:
    """A word as a reminder is said, while the board follows the files; real seconds it takes."""
    loop, desk, now = asyncio.get_running_loop(), scene.desk, scene.stage.clock.now()
    async with desk.store.work() as uow:
        work = await at_office(uow, desk, (await uow.offices.all())[0], now)
        await work.post.say_in_group(text, Message(text))
    began = loop.time()
    scene.stage.clock.advance(seconds=1)
    await scene.until(lambda: said(scene.group, text))
    return loop.time() - began


async def board_is_newest(scene: Scene) -> bool:
    """Nothing is left to be shown by showing it once more."""
    desk, now = scene.desk, scene.stage.clock.now()
    async with desk.store.work() as uow:
        work = await at_office(uow, desk, (await uow.offices.all())[0], now)
        [run] = await uow.runs.open_in(work.office.id)
        await show_board(work, run)
        assert await uow.cards.get(card_names.board(run), scene.group.id)
        return await uow.errands.next_at(BEGINNING) is None

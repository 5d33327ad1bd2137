"""What the network and Telegram do to a bot on a bad day: late perhaps, but nothing is lost."""

from typing import Any

import pytest

from bot.rehearsal import steps
from bot.rehearsal.telegram import DOWNLOAD
from bot.rehearsal.theatre import Play, bot_on, telegram_for
from bot.usecases import check_limits
from tests.invariants.staging import answered, drained, rows, time_passing
from tests.stories.acting import PERIOD, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow

TWICE = "(mungkin terkirim ganda)"


@pytest.mark.parametrize("kind", ["500", "502", "429", "refuse", "timeout", "lost"])
async def test_a_request_reaches_everybody_whatever_sending_suffers(play: Play, kind: str) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        for method in ("sendMessage", "sendDocument", "editMessageText", "pinChatMessage"):
            stage.telegram.faults.add(method, kind, times=3, after=1, seconds=0.3)
        async with time_passing(stage):
            await request(scene)
            await drained(stage, play)
        for seat in stage.sop.suppliers:
            papers = [m for m in stage.cast[seat.key].chat.from_bot if m.file]
            assert len(papers) == 1 or kind in ("lost", "timeout")
            assert len([m for m in papers if TWICE not in m.text]) <= 1
        assert rows(play, "SELECT error FROM errands WHERE state = 'dropped'") == []
        stage.telegram.floods.clear()


@pytest.mark.parametrize("kind", ["502", "lost", "refuse"])
async def test_a_tap_has_its_effect_though_its_answer_is_lost(play: Play, kind: str) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        irban = scene.who("irban-1")
        stage.telegram.faults.add("answerCallbackQuery", kind, times=9)
        tap = irban.taps(await stage.button(irban.chat, "Nihil LHP"), "Nihil LHP")
        await scene.sees("irban-1", "Masih kurang: LHE")
        await answered(stage, irban)
        await drained(stage, play)
        assert stage.telegram.called("answerCallbackQuery")[-1].fault == kind
        assert (tap.answer is not None) == (kind == "lost")
        assert len(rows(play, "SELECT 1 FROM documents")) == 1


@pytest.mark.parametrize(
    ("method", "kind"),
    [
        ("getFile", "502"),
        ("getFile", "lost"),
        ("getFile", "timeout"),
        (DOWNLOAD, "cut"),
        (DOWNLOAD, "short"),
        (DOWNLOAD, "502"),
        (DOWNLOAD, "refuse"),
    ],
)
async def test_a_file_arrives_whole_however_its_download_breaks(
    play: Play, method: str, kind: str
) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        irban, file = scene.who("irban-1"), letter("LHP")
        stage.telegram.faults.add(method, kind, times=2, seconds=0.3)
        irban.sends(irban.chat, file)
        async with time_passing(stage):
            await scene.sees("irban-1", "Diterima: LHP")
        [kept] = rows(play, "SELECT digest FROM documents")
        assert await scene.desk.cabinet.open(kept[0]) == file.content


async def test_a_file_that_telegram_never_gives_is_told_and_stays_on_record(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        irban = scene.who("irban-1")
        stage.telegram.faults.add("getFile", "502", times=99)
        irban.sends(irban.chat, letter("LHP"))
        async with time_passing(stage, by=30):
            await scene.sees("irban-1", "tidak dapat diambil")
        [offer] = rows(play, "SELECT name, file_id FROM offers")
        assert offer.name == "LHP 1.pdf"
        assert offer.file_id
        assert len(stage.telegram.called("getFile")) == 12


async def test_an_answer_that_may_have_arrived_twice_says_so(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who("irban-1")
        stage.telegram.faults.add("sendMessage", "lost", chat=irban.id)
        irban.says(irban.chat, "/bantuan")
        async with time_passing(stage):
            await scene.until(lambda: said(irban.chat, "Petunjuk singkat") == 2)
        first, second = irban.chat.from_bot
        assert TWICE not in first.text
        assert TWICE in second.text


async def test_update_ids_may_start_anew_lower(play: Play) -> None:
    """After a quiet week the next id is chosen at random (Bot API, Update)."""
    async with telegram_for(play) as stage, bot_on(stage, play):
        stage.orderer.start()
        await stage.telegram.until(lambda: stage.orderer.chat.from_bot)
        await stage.telegram.until(lambda: not stage.telegram.updates.current())
        assert stage.telegram.updates.next_id > 17
        stage.telegram.updates.next_id = 17
        for person in stage.cast.values():
            person.start()
        for person in stage.cast.values():
            await stage.telegram.until(lambda p=person: p.chat.from_bot)
        assert len(rows(play, "SELECT 1 FROM inbox WHERE update_id < 100")) == len(stage.cast)


async def test_a_message_deleted_under_the_bot_s_feet_is_sent_anew(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        asked = await request(scene)
        stage.orderer.deletes(asked)
        irban = scene.who("irban-1")
        board = next(m for m in stage.group.from_bot if m.pinned)
        stage.orderer.deletes(board)
        await stage.tap(irban, "Nihil LHP")
        again = await stage.telegram.until(
            lambda: next((m for m in stage.group.from_bot if "LHP" in m.text), None)
        )
        assert again.id > board.id


async def test_trouble_in_the_beat_does_not_end_it(play: Play, monkeypatch: Any) -> None:
    async with seated(play) as scene:
        stage, broken = scene.stage, True
        whole = check_limits.look

        def look(*given: Any) -> Any:
            if broken:
                raise RuntimeError("rusak")
            return whole(*given)

        monkeypatch.setattr(check_limits, "look", look)
        await steps.order(stage, PERIOD)
        stage.work_on(minutes=60)
        await answered(stage, stage.orderer)
        broken = False
        stage.work_on(minutes=1)
        await stage.sees(scene.who("penyusun").chat, "mengingatkan")

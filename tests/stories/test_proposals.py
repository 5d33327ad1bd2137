"""A run proposes itself on the first working day after its period."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, idle, leave_seats, said, seated, take_seats

pytestmark = pytest.mark.slow

TW3 = "Triwulan III 2026 telah berakhir"
ORDERER = "kasubbag-perencanaan"


@pytest.fixture
def play(play: Play) -> Play:
    """Thursday, 1 October 2026, 07.30 WITA."""
    return replace(play, start=datetime(2026, 9, 30, 23, 30, tzinfo=UTC))


async def pass_to(scene: Scene, day: int, clock: str) -> None:
    """That hour (WITA) of a day of October."""
    hour, minute = map(int, clock.split("."))
    local = datetime(2026, 10, day, hour, minute, tzinfo=UTC)
    scene.stage.clock.move_to(local - timedelta(hours=8))
    await idle(scene, scene.stage.orderer)


async def verbs(scene: Scene) -> list[str]:
    async with scene.desk.store.look() as uow:
        return [fact.verb for fact, _ in await uow.facts.of_run(1)]


async def test_a_proposal_is_put_off_and_ordered_the_next_day_with_one_tap(play: Play) -> None:
    async with seated(play, empty=["kepala"]) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        await pass_to(scene, 1, "07.44")
        assert not said(orderer.chat, TW3)
        await pass_to(scene, 1, "07.45")
        first = await scene.sees(ORDERER, TW3)
        assert "Kursi kosong: Kepala" in first.text
        assert "Perkiraan selesai" in first.text
        assert first.buttons == ["Perintahkan", "Nanti"]
        await orderer.taps(first, "Nanti")
        await scene.until(lambda: "ditunda sampai Jumat, 2 Oktober 2026 pukul 07.45" in first.text)
        await pass_to(scene, 1, "15.00")
        assert said(orderer.chat, TW3) == 0
        await pass_to(scene, 2, "07.45")
        again = await scene.sees(ORDERER, TW3)
        group = len(stage.group.from_bot)
        await orderer.taps(again, "Perintahkan")
        await stage.button(scene.who("penyusun").chat, "Sampaikan")
        await scene.until(lambda: "Telah dilaksanakan" in again.text)
        await scene.until(lambda: "telah dimulai" in first.text)
        await idle(scene, orderer)
        assert not first.buttons
        assert len(stage.group.from_bot) == group + 1  # the board
        opened, ordered = "langkah dibuka", ["lembar disposisi dibuka", "perintah selesai"]
        assert await verbs(scene) == [opened, *ordered, opened]
        await pass_to(scene, 5, "07.45")
        assert said(orderer.chat, TW3) == 0


async def test_who_begins_by_hand_is_proposed_nothing_more(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        await pass_to(scene, 1, "07.45")
        first = await scene.sees(ORDERER, TW3)
        order = first.button("Perintahkan")
        assert order is not None
        orderer.says(orderer.chat, "/mulai")
        await stage.tap(orderer, "Triwulan III 2026")
        await scene.until(lambda: "telah dimulai" in first.text)
        # an old button orders what waits for its order, once
        assert not (await orderer.presses(first, order["callback_data"])).show_alert
        await scene.sees("penyusun", "Mohon menyampaikan format")
        again = await orderer.presses(first, order["callback_data"])
        assert "sudah dimulai" in again.text
        await pass_to(scene, 2, "07.45")
        assert said(orderer.chat, TW3) == 0


async def test_while_nobody_holds_the_seat_its_superior_hears_it_once(play: Play) -> None:
    async with seated(play) as scene:
        await leave_seats(scene, ORDERER)
        await pass_to(scene, 1, "07.45")
        told = await scene.sees("sekretaris", TW3)
        assert "kursinya kosong" in told.text
        assert not told.buttons
        held = {ORDERER: scene.stage.orderer}
        await take_seats(scene.stage, scene.desk, held, set())
        await pass_to(scene, 2, "07.45")
        await scene.sees(ORDERER, TW3)
        assert said(scene.who("sekretaris").chat, TW3) == 1


async def test_long_after_a_period_nothing_is_proposed(play: Play) -> None:
    async with seated(play) as scene:
        await pass_to(scene, 12, "07.45")
        await pass_to(scene, 12, "09.00")
        assert not said(scene.stage.orderer.chat, TW3)
        async with scene.desk.store.look() as uow:
            assert await uow.proposals.get(1) is None

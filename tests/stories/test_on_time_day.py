"""What a day on time asks of people and of the group, at Telegram's real pace."""

from dataclasses import replace

import pytest

from bot.rehearsal import steps
from bot.rehearsal.counts import Counts, counts
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message
from bot.rehearsal.theatre import Play
from bot.rules.sop import Seat, StepKind
from tests.stories.acting import PERIOD, seated

pytestmark = pytest.mark.slow

SAID, ACTS, A_MINUTE = 6, 16, 20


async def test_a_day_on_time_takes_sixteen_acts_and_at_most_six_messages_in_the_group(
    play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    """/mulai, the period, [Perintahkan]; [Sampaikan] by three; an album by each of four Irban;
    [Terima semua] and [Sampaikan ke Perencanaan] by two; [Setujui rekap]; [Selesai]."""
    async with seated(replace(play, speed=1)) as scene:
        stage = scene.stage
        stage.patience = 120
        await on_time_day(stage)
        found = counts(stage, speed=1)
    with capsys.disabled():
        tell(found)
    assert len(found.acts) == ACTS
    assert 1 < len(found.said) <= SAID
    assert 1 < found.busiest <= A_MINUTE
    assert found.refused == 0


def tell(found: Counts) -> None:
    lines = [
        f"{len(found.acts)} acts",
        *(f"  {n:2} {act}" for n, act in enumerate(found.acts, 1)),
        f"{len(found.said)} messages in the group",
        *(f"  {n:2} {line}" for n, line in enumerate(found.said, 1)),
        f"{found.busiest} messages and edits in its fullest minute, {found.refused} refused (429)",
    ]
    print("", *lines, sep="\n")  # noqa: T201 - the issue wants the counts to be read


async def on_time_day(stage: Stage) -> None:
    await steps.order(stage, PERIOD)
    for step in stage.sop.steps_of(StepKind.CONVEY):
        await steps.convey(stage, step)
    asked = await steps.request_in_group(stage)
    for seat in stage.sop.suppliers:
        await hand_in(stage, seat, asked)
    for step in stage.sop.steps_of(StepKind.COLLECT):
        for collector in stage.sop.seats_of(step.actors):
            await steps.collect(stage, step, collector)
    await steps.approve_recap(stage)
    await stage.tap(stage.orderer, "Selesai")
    await stage.sees(stage.orderer.chat, "Rekap akhir")
    await stage.sees(stage.group, "Rata-rata capaian")
    await stage.idle()


async def hand_in(stage: Stage, seat: Seat, asked: Message) -> None:
    """One album with a file of each kind, as a reply to the request."""
    files = await steps.everything(stage, seat)
    stage.cast[seat.key].sends(stage.group, files, reply_to=asked, album=True)
    await steps.receipt(stage, seat)
    await stage.idle()

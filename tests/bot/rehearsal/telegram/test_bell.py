import asyncio

import pytest

from bot.rehearsal.telegram.bell import Bell


async def test_a_ring_wakes_everybody_who_listens() -> None:
    bell = Bell()
    listening = asyncio.gather(bell.rung(5), bell.rung(5))
    await asyncio.sleep(0)
    bell.ring()
    assert await listening == [True, True]


async def test_silence_ends_with_the_time() -> None:
    assert await Bell().rung(0.01) is False
    assert await Bell().rung(0) is False


async def test_who_is_told_to_stop_stops_even_while_it_rings() -> None:
    bell = Bell()
    listening = asyncio.ensure_future(bell.rung(5))
    await asyncio.sleep(0)
    bell.ring()
    listening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await listening

from itertools import islice

import pytest
from telegram.error import InvalidToken, NetworkError

from handlers.patience import TokenRefused, patiently, pauses


def test_pauses_double_up_to_half_a_minute() -> None:
    assert list(islice(pauses(), 7)) == [1, 2, 4, 8, 16, 30, 30]


async def test_a_call_is_tried_until_it_succeeds() -> None:
    tries = 0

    async def at_third() -> str:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise NetworkError("putus")
        return "jadi"

    assert await patiently("getMe", at_third, first=0.01) == "jadi"


async def test_a_refused_token_is_told_without_the_token() -> None:
    async def refused() -> None:
        raise InvalidToken("The token `123456:rahasia` was rejected by the server.")

    with pytest.raises(TokenRefused) as told:
        await patiently("getMe", refused)
    assert "rahasia" not in repr(told.value)
    assert told.value.__suppress_context__

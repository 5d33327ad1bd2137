import pytest

from bot.usecases.one_by_one import one_by_one


async def test_one_that_fails_holds_up_no_other() -> None:
    done = []

    async def work(number: int) -> None:
        if number == 2:
            raise ValueError(number)
        done.append(number)

    with pytest.raises(ExceptionGroup) as failed:
        await one_by_one((1, 2, 3), work)
    assert done == [1, 3]
    assert [str(fault) for fault in failed.value.exceptions] == ["2"]

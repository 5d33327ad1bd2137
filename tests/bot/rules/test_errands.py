from datetime import UTC, datetime

import pytest

from bot.rules.errands import Address, Errand, Service

AT = datetime(2026, 11, 23, tzinfo=UTC)


OF_FILES = (Service.FETCH, Service.MARK)


@pytest.mark.parametrize("service", [s for s in Service if s not in OF_FILES])
def test_what_a_chat_is_owed_goes_one_after_another(service: Service) -> None:
    errands = [Errand(n, str(n), service, Address(-100), AT) for n in (1, 2)]
    assert {errand.lane for errand in errands} == {"-100"}
    assert Errand(3, "3", service, Address(7), AT).lane == "7"


@pytest.mark.parametrize("service", OF_FILES)
def test_a_slow_file_holds_up_neither_a_message_nor_another_file(service: Service) -> None:
    lanes = [
        Errand(n, str(n), service, Address(-100), AT, offer_id=offer).lane
        for n, offer in ((1, 8), (2, 9))
    ]
    assert lanes == [f"{service}:8", f"{service}:9"]

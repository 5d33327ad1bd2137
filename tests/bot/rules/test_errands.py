from datetime import UTC, datetime

import pytest

from bot.rules.errands import Address, Errand, Service

AT = datetime(2026, 11, 23, tzinfo=UTC)


OF_FILES = (Service.FETCH, Service.MARK)
SPOKEN = (Service.SAY, Service.SHOW, Service.PIN)


@pytest.mark.parametrize("service", SPOKEN)
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


def test_no_word_waits_for_reactions_nor_for_edits_that_answer_nobody() -> None:
    reacts = [Errand(n, str(n), Service.REACT, Address(-100), AT) for n in (1, 2)]
    edit = Errand(3, "3", Service.SHOW, Address(-100), AT, unhurried=True)
    assert [errand.lane for errand in (*reacts, edit)] == ["react:-100", "react:-100", "edits:-100"]


def test_what_is_prepared_for_a_person_goes_one_after_another_besides_his_messages() -> None:
    made = [Errand(n, str(n), Service.PREPARE, Address(7), AT).lane for n in (1, 2)]
    assert made == ["prepare:7", "prepare:7"]

import pytest

from bot.rehearsal.telegram import Flood
from bot.rehearsal.telegram.flood import FloodGate


class Seconds:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def test_a_burst_of_three_passes_in_one_chat_and_the_fourth_does_not(seconds: Seconds) -> None:
    gate = FloodGate(Flood(), seconds)
    assert [gate.pass_through(7) for _ in range(4)] == [None, None, None, ("chat_per_second", 1)]


def test_one_a_second_passes_for_ever_in_a_private_chat(seconds: Seconds) -> None:
    gate = FloodGate(Flood(), seconds)
    for _ in range(200):
        assert gate.pass_through(7) is None
        seconds.now += 1


def test_the_twenty_first_in_a_minute_waits_for_the_first_to_age(seconds: Seconds) -> None:
    gate = FloodGate(Flood(), seconds)
    for _ in range(20):
        assert gate.pass_through(-7) is None
        seconds.now += 2
    assert gate.pass_through(-7) == ("group_per_minute", 20)
    seconds.now += 20
    assert gate.pass_through(-7) is None


def test_thirty_a_second_over_all_chats(seconds: Seconds) -> None:
    gate = FloodGate(Flood(), seconds)
    answers = [gate.pass_through(chat) for chat in range(1, 32)]
    assert answers == [None] * 30 + [("per_second", 1)]


def test_a_refused_message_costs_nothing(seconds: Seconds) -> None:
    gate = FloodGate(Flood(), seconds)
    for _ in range(50):
        gate.pass_through(7)
    seconds.now += 1
    assert gate.pass_through(7) is None


def test_one_chat_waits_while_another_goes_on(seconds: Seconds) -> None:
    gate = FloodGate(Flood(), seconds)
    for _ in range(4):
        gate.pass_through(7)
    assert gate.pass_through(8) is None


def test_an_album_of_ten_is_one_burst(seconds: Seconds) -> None:
    gate = FloodGate(Flood(), seconds)
    assert gate.pass_through(7, 10) is None
    assert gate.pass_through(7) == ("chat_per_second", 8)


def test_ten_times_the_speed_lets_ten_times_as_much_pass(seconds: Seconds) -> None:
    gate = FloodGate(Flood().scaled(10), seconds)
    for _ in range(100):
        assert gate.pass_through(7) is None
        seconds.now += 0.1


def test_without_flood_control_everything_passes() -> None:
    gate = FloodGate(None)
    assert {gate.pass_through(-7) for _ in range(500)} == {None}

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.errands import Service
from bot.rules.pace import Pace

GROUP, ANI, BUDI = -100, 1, 2

WISHES = st.lists(
    st.tuples(
        st.sampled_from([GROUP, -200, ANI, BUDI, 3, 4]),
        st.sampled_from(list(Service)),
        st.floats(0, 5, allow_nan=False),
    ),
    max_size=150,
)


def sent(pace: Pace, wishes: list[tuple[int, Service, float]]) -> list[tuple[float, int, Service]]:
    """Every wish as soon as it may go, one after another."""
    now, out = 1000.0, []
    for chat, service, pause in wishes:
        now += pause
        while (wait := pace.wait(service, chat, now)) > 0:
            now += wait
        pace.spend(service, chat, now)
        out.append((now, chat, service))
    return out


def most_within(times: list[float], seconds: float) -> int:
    return max((sum(t <= u < t + seconds for u in times) for t in times), default=0)


@given(WISHES)
def test_no_window_exceeds_a_limit(wishes: list[tuple[int, Service, float]]) -> None:
    log = sent(Pace(), wishes)
    assert most_within([t for t, _, _ in log], 1 - 1e-6) <= 25
    for chat in {chat for _, chat, _ in log}:
        spoken = [
            t
            for t, to, service in log
            if to == chat and service in (Service.SAY, Service.SHOW, Service.PIN)
        ]
        assert most_within(spoken, 10 - 1e-6) <= 2 + 10
        if chat < 0:
            assert most_within(spoken, 60 - 1e-6) <= 18


def test_a_chat_takes_a_burst_of_two_and_then_one_a_second() -> None:
    times = [t for t, _, _ in sent(Pace(), [(ANI, Service.SAY, 0.0)] * 5)]
    assert times[0] == times[1]
    assert [b - a for a, b in pairwise(times[1:])] == pytest.approx([1, 1, 1])


def test_the_nineteenth_message_of_a_group_waits_for_the_minute() -> None:
    times = [t for t, _, _ in sent(Pace(), [(GROUP, Service.SAY, 0.0)] * 19)]
    assert times[17] - times[0] < 60
    assert times[18] - times[0] == pytest.approx(60)


def test_a_waiting_chat_holds_up_no_other() -> None:
    pace = Pace()
    for _ in range(2):
        pace.spend(Service.SAY, ANI, 0.0)
    assert pace.wait(Service.SAY, ANI, 0.0) > 0
    assert pace.wait(Service.SAY, BUDI, 0.0) == 0


@pytest.mark.parametrize("service", [Service.REACT, Service.FETCH])
def test_a_reaction_and_a_fetch_count_only_over_all(service: Service) -> None:
    pace = Pace()
    for _ in range(25):
        assert pace.wait(service, GROUP, 0.0) == 0
        pace.spend(service, GROUP, 0.0)
    assert pace.wait(service, GROUP, 0.0) == pytest.approx(1)
    assert pace.wait(Service.SAY, BUDI, 0.5) == pytest.approx(0.5)


def test_chats_gone_quiet_are_forgotten() -> None:
    pace = Pace()
    for chat in range(1, 1200):
        pace.spend(Service.SAY, chat, float(chat))
    assert len(pace._chats) < 1000


def test_edits_that_answer_nobody_leave_words_their_part_of_a_groups_minute() -> None:
    """As many as come are edited, evenly; a sixth word is still free at any moment."""
    pace, now, edited = Pace(), 1000.0, []
    for _ in range(40):
        while (wait := pace.wait(Service.SHOW, GROUP, now, unhurried=True)) > 0:
            now += wait + 1e-6
        pace.spend(Service.SHOW, GROUP, now, unhurried=True)
        edited.append(now)
        assert pace.wait(Service.SAY, GROUP, now) <= 1
    assert edited[0] == edited[1]
    assert max(later - earlier for earlier, later in pairwise(edited)) < 7
    assert most_within(edited, 60 - 1e-6) <= 11
    for _ in range(6):
        wait = pace.wait(Service.SAY, GROUP, now)
        assert wait <= 1
        now += wait + 1e-6
        pace.spend(Service.SAY, GROUP, now)


def test_edits_in_one_group_hold_up_no_other_group() -> None:
    pace = Pace()
    for _ in range(2):
        pace.spend(Service.SHOW, GROUP, 0.0, unhurried=True)
    assert pace.wait(Service.SHOW, GROUP, 0.0, unhurried=True) > 5
    assert pace.wait(Service.SHOW, -200, 0.0, unhurried=True) == 0

from itertools import pairwise
from typing import Any

import pytest

from bot.rehearsal import counts
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Upload


def test_an_album_a_message_and_a_command_are_an_act_each(stage: Stage) -> None:
    person, irban = stage.orderer, stage.cast["irban-1"]
    person.start()
    irban.start()
    person.says(person.chat, "/mulai")
    files = [Upload(f"{n}.pdf", b"%PDF") for n in range(4)]
    irban.sends(irban.chat, files[:3], album=True)
    irban.sends(irban.chat, files[3])
    assert counts.counts(stage, speed=1).acts == (
        f"{person.name}: /mulai",
        f"{irban.name}: album",
        f"{irban.name}: berkas",
    )


def test_a_tap_is_told_by_what_the_button_said() -> None:
    rows = [
        [{"text": "Terima", "callback_data": "a"}, {"text": "Kembalikan", "callback_data": "b"}]
    ]
    tap = {"from": {"first_name": "Evlap"}, "data": "b"}
    shown: dict[str, Any] = {**tap, "message": {"reply_markup": {"inline_keyboard": rows}}}
    assert list(counts.acts([{"callback_query": shown}])) == ["Evlap: [Kembalikan]"]
    assert list(counts.acts([{"callback_query": {**tap, "message": {}}}])) == ["Evlap: [b]"]


def test_a_day_without_a_run_counts_nothing(stage: Stage) -> None:
    stage.orderer.start()
    assert counts.counts(stage, speed=1) == counts.Counts((), (), 0, 0)


@pytest.mark.parametrize(
    ("apart", "seconds", "most"), [(1.0, 60, 60), (1.0, 1, 1), (3.0, 60, 20), (61.0, 60, 1)]
)
def test_the_fullest_window_is_found_wherever_it_lies(
    apart: float, seconds: float, most: int
) -> None:
    times = [500 + n * apart for n in range(100)]
    assert all(later - earlier == apart for earlier, later in pairwise(times))
    assert counts.most_within([0.0, *times], seconds) == most

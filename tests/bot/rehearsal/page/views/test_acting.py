"""Where the page looks while the day plays by itself."""

from datetime import UTC, datetime

import pytest

from bot.rehearsal.page.views.acting import last_act
from bot.rehearsal.telegram import Chat, Person, Telegram


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(lambda: datetime(2026, 11, 23, tzinfo=UTC), flood=None)


@pytest.fixture
def irban(telegram: Telegram) -> Person:
    return telegram.person("Irban II")


@pytest.fixture
def group(telegram: Telegram, irban: Person) -> Chat:
    return telegram.group("Kinerja DPMD", [irban], [irban])


def test_before_the_first_act_there_is_nothing_to_follow(telegram: Telegram, group: Chat) -> None:
    assert last_act(telegram) is None


def test_the_chat_of_the_newest_act_is_followed(
    telegram: Telegram, group: Chat, irban: Person
) -> None:
    group.add_bot(irban)
    assert last_act(telegram) == {"person": irban.id, "chat": group.id}
    irban.start()
    assert last_act(telegram) == {"person": irban.id, "chat": irban.id}
    irban.says(group, "/peran")
    assert last_act(telegram) == {"person": irban.id, "chat": group.id}


def test_a_tap_is_followed_to_the_message_it_stands_on(
    telegram: Telegram, group: Chat, irban: Person
) -> None:
    group.add_bot(irban)
    message = irban.says(group, "/peran")
    irban.start()
    irban.presses(message, "lengkap")
    assert last_act(telegram) == {"person": irban.id, "chat": group.id}

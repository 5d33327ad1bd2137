import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.rules.inbox import Letter
from bot.usecases import take_letters
from bot.usecases.desk import Desk
from handlers import letters
from handlers.application import build_application, open_application
from handlers.letters import Letters
from handlers.room import App

NOW = datetime(2026, 11, 23, tzinfo=UTC)


class Mail:
    """The inbox by the contract of take_letters: the first waiting letter of each free chat."""

    def __init__(self) -> None:
        self.waiting: list[Letter] = []
        self.done_: list[int] = []
        self.failed_: list[tuple[int, str]] = []
        self.unreadable = 0

    def put(self, update_id: int, chat_id: int, raw: Mapping[str, Any] | None = None) -> None:
        known = raw or {"update_id": update_id}
        self.waiting.append(Letter(update_id, update_id, chat_id, known, NOW))

    async def next_letters(self, _desk: Desk, _now: datetime, busy: set[int]) -> tuple[Letter, ...]:
        if self.unreadable:
            self.unreadable -= 1
            raise OSError("disk")
        first: dict[int, Letter] = {}
        for letter in self.waiting:
            first.setdefault(letter.chat_id, letter)
        return tuple(letter for chat, letter in first.items() if chat not in busy)

    async def done(self, _desk: Desk, letter: Letter) -> None:
        self.waiting.remove(letter)
        self.done_.append(letter.update_id)

    async def failed(self, _desk: Desk, letter: Letter, _now: datetime, error: Exception) -> None:
        self.waiting.remove(letter)
        self.failed_.append((letter.update_id, type(error).__name__))


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> Mail:
    box = Mail()
    for name in ("next_letters", "done", "failed"):
        monkeypatch.setattr(take_letters, name, getattr(box, name))
    return box


@pytest.fixture
async def application(telegram: Any) -> AsyncIterator[App]:
    built = build_application(telegram.bot.token, telegram.url)
    await open_application(built)
    yield built
    await built.shutdown()


class Handled:
    """Stands in for the handlers: who is in hand at once, and in which order."""

    def __init__(self) -> None:
        self.order: list[int] = []
        self.in_hand = 0
        self.most = 0
        self.away = 0

    async def process_update(self, update: Any) -> None:
        if self.away:
            self.away -= 1
            raise NetworkError("putus")
        self.in_hand += 1
        self.most = max(self.most, self.in_hand)
        await asyncio.sleep(0.01)
        self.in_hand -= 1
        self.order.append(update.update_id)
        if update.update_id % 10 == 9:
            raise RuntimeError("rusak")


async def handle_all(application: App, desk: Desk, watch: Any, mail: Mail) -> None:
    """Every letter in the box, and the loop ended as it should."""
    changed = asyncio.Event()
    reading = Letters(application, desk, watch, changed.set)
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        tasks.create_task(reading.run())
        while mail.waiting:
            await changed.wait()
            changed.clear()
        reading.stop()


@pytest.fixture
def handled(application: App, monkeypatch: pytest.MonkeyPatch) -> Handled:
    double = Handled()
    monkeypatch.setattr(type(application), "process_update", staticmethod(double.process_update))
    return double


async def test_letters_of_a_chat_are_handled_in_order_and_chats_side_by_side(
    application: App, desk: Desk, watch: Any, mail: Mail, handled: Handled
) -> None:
    for number in range(60):
        mail.put(number * 10, chat_id=number % 12)
    await handle_all(application, desk, watch, mail)
    for chat in range(12):
        own = [u for u in handled.order if (u // 10) % 12 == chat]
        assert own == sorted(own)
        assert len(own) == 5
    assert handled.most == 8


async def test_what_a_handler_raises_is_counted_and_the_rest_goes_on(
    application: App, desk: Desk, watch: Any, mail: Mail, handled: Handled
) -> None:
    for update_id in (8, 9, 10):
        mail.put(update_id, chat_id=1)
    await handle_all(application, desk, watch, mail)
    assert mail.failed_ == [(9, "RuntimeError")]
    assert mail.done_ == [8, 10]


async def test_what_cannot_be_parsed_is_counted_and_the_rest_goes_on(
    application: App, desk: Desk, watch: Any, mail: Mail, handled: Handled
) -> None:
    mail.put(1, 1, {"update_id": 1, "message": {"message_id": "x", "chat": 5}})
    mail.put(2, 1)
    await handle_all(application, desk, watch, mail)
    assert [update_id for update_id, _ in mail.failed_] == [1]
    assert mail.done_ == [2]


async def test_while_telegram_is_away_a_letter_waits_and_is_not_blamed(
    application: App,
    desk: Desk,
    watch: Any,
    mail: Mail,
    handled: Handled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(letters, "AFTER_A_FAULT", 0.05)
    monkeypatch.setattr(letters, "LOOK_AGAIN", 0.05)
    handled.away = 4
    for update_id in (1, 2):
        mail.put(update_id, chat_id=1)
    await handle_all(application, desk, watch, mail)
    assert (mail.done_, mail.failed_) == ([1, 2], [])
    assert handled.order == [1, 2]


async def test_an_update_that_concerns_nobody_is_done(
    application: App, desk: Desk, watch: Any, mail: Mail
) -> None:
    mail.put(1, 1, {"update_id": 1, "poll_from_the_future": {"id": 1}})
    await handle_all(application, desk, watch, mail)
    assert mail.done_ == [1]


async def test_an_inbox_that_cannot_be_read_is_read_again(
    application: App, desk: Desk, watch: Any, mail: Mail, handled: Handled
) -> None:
    mail.unreadable = 1
    mail.put(10, 1)
    await handle_all(application, desk, watch, mail)
    assert mail.done_ == [10]


GROUP, MOVED = -100, -1001
SENDER = {"id": 9, "is_bot": False, "first_name": "Ani"}


def said_in_group(**about: Any) -> dict[str, Any]:
    chat = {"id": GROUP, "type": "group", "title": "Kantor"}
    return {"message_id": 5, "date": 1, "chat": chat, "from": SENDER, **about}


@pytest.mark.parametrize(
    "body",
    [
        {"message": said_in_group(text="/status")},
        {"message": said_in_group(text="ini", reply_to_message=said_in_group(text="itu"))},
        {
            "callback_query": {
                "id": "1",
                "from": SENDER,
                "chat_instance": "1",
                "data": "x",
                "message": said_in_group(text="papan"),
            }
        },
    ],
)
async def test_what_was_said_in_a_group_before_it_moved_is_handled_where_it_is_now(
    application: App, body: dict[str, Any]
) -> None:
    raw = {"update_id": 1, **body}
    here = letters.parsed(Letter(1, 1, GROUP, raw, NOW), application)
    there = letters.parsed(Letter(1, 1, MOVED, raw, NOW), application)
    assert [u.effective_chat.id for u in (here, there) if u.effective_chat] == [GROUP, MOVED]
    assert str(GROUP) not in there.to_json().replace(str(MOVED), "")


async def test_the_supergroup_s_word_of_its_move_stays_its_own(application: App) -> None:
    chat = {"id": MOVED, "type": "supergroup", "title": "Kantor"}
    raw = {"update_id": 1, "message": said_in_group(chat=chat, migrate_from_chat_id=GROUP)}
    update = letters.parsed(Letter(1, 1, GROUP, raw, NOW), application)
    assert update.effective_chat is not None
    assert update.effective_chat.id == MOVED

"""The inbox handled: in order within a chat, several chats at once."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from telegram import Chat, Update

from bot.ports import Clock
from bot.rules.inbox import Letter
from bot.usecases import take_letters
from bot.usecases.desk import Desk
from handlers.failures import passing
from handlers.room import App

log = logging.getLogger(__name__)

LOOK_AGAIN = 5.0  # seconds, for letters that were put off
AFTER_A_FAULT = 5.0
AFTER_UNREADABLE = 1.0
NO_LANE = 0


class Letters:
    def __init__(
        self,
        application: App,
        desk: Desk,
        clock: Clock,
        handled: Callable[[], None],
        at_once: int = 8,
    ) -> None:
        """`handled` is called after each letter: it may have changed limits and the outbox."""
        self._application = application
        self._desk = desk
        self._clock = clock
        self._handled = handled
        self._at_once = at_once
        self._busy: set[int] = set()
        self._resting: dict[int, float] = {}
        self._bell = asyncio.Event()
        self._stopping = False

    def ring(self) -> None:
        """New letters lie in the inbox."""
        self._bell.set()

    def stop(self) -> None:
        """End after the letters in hand; the rest stays in the inbox."""
        self._stopping = True
        self._bell.set()

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            while not self._stopping:
                self._bell.clear()
                pause = await self._hand_out(tasks)
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):  # wait_for can swallow a cancellation
                        await self._bell.wait()

    async def _hand_out(self, tasks: asyncio.TaskGroup) -> float:
        """Start the first letter of every chat that is free; seconds until to look again."""
        now = asyncio.get_running_loop().time()
        self._resting = {chat: end for chat, end in self._resting.items() if end > now}
        shut = {*self._busy, *self._resting}
        try:
            letters = await take_letters.next_letters(self._desk, self._clock.now(), shut)
        except Exception:
            log.exception("the inbox could not be read")
            return AFTER_UNREADABLE
        for letter in letters[: self._at_once - len(self._busy)]:
            self._busy.add(letter.chat_id)
            tasks.create_task(self._handle(letter))
        return LOOK_AGAIN

    async def _handle(self, letter: Letter) -> None:
        try:
            await self._open(letter)
        except Exception:
            log.exception("letter %s could not even be put off", letter.update_id)
            self._rest(letter)
        finally:
            self._busy.discard(letter.chat_id)
            self._bell.set()
            self._handled()

    async def _open(self, letter: Letter) -> None:
        """Handle it and mark it done.

        What it raises is counted, and the third time it is set aside; but an update is not to
        blame for Telegram's absence, which is waited out.
        """
        try:
            await self._application.process_update(parsed(letter, self._application))
            await take_letters.done(self._desk, letter)
        except Exception as error:
            if passing(error):
                log.warning("letter %s waits for Telegram: %s", letter.update_id, error)
                self._rest(letter)
                return
            log.warning("letter %s failed", letter.update_id, exc_info=error)
            await take_letters.failed(self._desk, letter, self._clock.now(), error)

    def _rest(self, letter: Letter) -> None:
        """Keep order: the chat waits, not this letter alone."""
        self._resting[letter.chat_id] = asyncio.get_running_loop().time() + AFTER_A_FAULT


def parsed(letter: Letter, application: App) -> Update:
    """Raises where Telegram's form is not what the library expects."""
    update = Update.de_json(dict(letter.raw), application.bot)
    chat = update.effective_chat
    if chat is None or chat.type != Chat.GROUP or letter.chat_id in (NO_LANE, chat.id):
        return update
    return Update.de_json(followed(letter.raw, chat.id, letter.chat_id), application.bot)


def followed(raw: Any, old: int, new: int) -> Any:
    """What was said in a group that moved before it was handled, as if said where it is now."""
    if isinstance(raw, list):
        return [followed(one, old, new) for one in raw]
    if not isinstance(raw, Mapping):
        return raw
    changed = {key: followed(value, old, new) for key, value in raw.items()}
    chat = changed.get("chat")
    if isinstance(chat, dict) and chat.get("id") == old:
        changed["chat"] = {**chat, "id": new}
    return changed

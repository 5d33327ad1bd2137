"""What goes through the application as a whole."""

from typing import Any

import pytest
from telegram import Update

from bot.usecases.desk import Reply
from handlers import room
from handlers.application import build_application, open_application
from handlers.patience import TokenRefused
from handlers.room import App


async def test_what_a_use_case_raises_reaches_the_loop(
    office: Any, application: App, telegram: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any, **__: Any) -> Reply:
        raise RuntimeError("rusak")

    monkeypatch.setattr(room, "perform", broken)
    office.ani.says(office.ani.chat, "/status")
    update = Update.de_json(telegram.updates.history[-1], application.bot)
    with pytest.raises(RuntimeError, match="rusak"):
        await application.process_update(update)


async def test_a_refused_token_ends_the_start(telegram: Any) -> None:
    with pytest.raises(TokenRefused):
        await open_application(build_application("1:salah", telegram.url))

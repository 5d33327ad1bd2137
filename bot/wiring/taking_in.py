"""How updates come in."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from bot.ports import Clock
from bot.settings import Settings
from bot.usecases.desk import Desk
from handlers.hearing import Hearing
from handlers.intake import Intake
from handlers.room import App
from handlers.webhook import Webhook


def intake(
    settings: Settings,
    application: App,
    desk: Desk,
    clock: Clock,
    kept: Callable[[], None],
    current: asyncio.Event,
) -> Callable[[], Coroutine[Any, Any, None]]:
    """By webhook where WEBHOOK_URL is set, else by polling."""
    if settings.webhook_url is None:
        return Intake(application.bot, desk, clock, kept, current=current).run
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    webhook = Webhook(
        application.bot,
        desk,
        clock,
        kept,
        url=settings.webhook_url,
        listen=settings.webhook_listen,
        secret=secret,
    )

    async def listen() -> None:
        await webhook.start()
        try:
            await webhook.listen(Hearing(desk, clock, current, kept))
        finally:
            await webhook.stop()

    return listen

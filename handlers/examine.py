"""`himpun doctor`: what only Telegram can tell."""

from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import Any

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.ports import Clock
from bot.rules.people import Office
from bot.texts import examination as texts
from bot.texts.examination import Line
from bot.texts.seats import lacks
from handlers.members import present, rights_of

PATIENCE = 10  # seconds
CLOCK_MAY_DIFFER = 60  # seconds


class TelegramClock:
    """Notes by how much this machine's clock is ahead of the answers' Date headers."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.ahead: float | None = None

    async def note(self, response: Any) -> None:
        date = response.headers.get("Date")
        if date:
            self.ahead = (self._clock.now() - parsedate_to_datetime(date)).total_seconds()

    def line(self) -> Line:
        if self.ahead is None:
            return texts.clock_unknown()
        return texts.clock(self.ahead, CLOCK_MAY_DIFFER)


async def examine_telegram(
    token: str, api_url: str, webhook_url: str | None, offices: Sequence[Office], clock: Clock
) -> list[Line]:
    """Asked once: who waits at a terminal is told at once that Telegram is away."""
    theirs = TelegramClock(clock)
    bot = Bot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=listening_request(theirs),
    )
    try:
        await bot.initialize()
        lines = [
            texts.token_good(bot.username),
            theirs.line(),
            *await examine_bot(bot, webhook_url),
        ]
        return lines + [await examine_group(bot, office) for office in offices if office.active]
    except InvalidToken:
        return [texts.token_refused()]
    except TelegramError as error:
        return [texts.telegram_away(type(error).__name__)]
    finally:
        await bot.shutdown()


def listening_request(theirs: TelegramClock) -> HTTPXRequest:
    return HTTPXRequest(
        connect_timeout=PATIENCE,
        read_timeout=PATIENCE,
        httpx_kwargs={"event_hooks": {"response": [theirs.note]}},
    )


async def examine_bot(bot: Bot, webhook_url: str | None) -> list[Line]:
    known = await bot.get_webhook_info()
    reads_all = bool(bot.can_read_all_group_messages)
    return [texts.privacy(reads_all=reads_all), delivery(known, webhook_url)]


def delivery(known: WebhookInfo, webhook_url: str | None) -> Line:
    """How updates come: as the settings want it, and as Telegram has it."""
    if webhook_url is None:
        return texts.foreign_webhook() if known.url else texts.polling()
    if known.url != webhook_url:
        return texts.webhook_not_set()
    return texts.webhook(known.last_error_message or "")


async def examine_group(bot: Bot, office: Office) -> Line:
    try:
        we = await bot.get_chat_member(office.chat_id, bot.id)
    except (Forbidden, BadRequest):
        return texts.not_in_group(office.title)
    if not present(we):
        return texts.not_in_group(office.title)
    return texts.rights(office.title, lacks(rights_of(we, bot)))

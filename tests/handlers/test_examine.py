"""doctor's questions to Telegram, over real HTTP."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from telegram import WebhookInfo

from bot.rehearsal.telegram import Telegram
from bot.rules import people
from bot.texts.examination import Line, Mark
from bot.wiring import SystemClock
from handlers.examine import delivery, examine_telegram

HOOK = "http://127.0.0.1:9/kait"
Examine = Callable[..., Awaitable[dict[str, Line]]]


class Ahead:
    """This machine's clock, set wrong by so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def now(self) -> datetime:
        return SystemClock().now() + timedelta(seconds=self._seconds)


@pytest.fixture
def examine(telegram: Telegram, office: Any) -> Examine:
    """The lines by the beginning of what they say."""

    async def ask(
        webhook_url: str | None = None, ahead: float = 0, *, active: bool = True
    ) -> dict[str, Line]:
        kept = people.Office(1, office.group.id, office.group.title, "token", active=active)
        lines = await examine_telegram(
            telegram.bot.token, telegram.url, webhook_url, [kept], Ahead(ahead)
        )
        topics = ("Token", "Jam", "Mode privasi", "Pesan", "Telegram", "Webhook", "Hak", "Sistem")
        return {topic: line for topic in topics for line in lines if line.what.startswith(topic)}

    return ask


async def test_a_bot_that_leads_its_group_lacks_nothing(examine: Examine, office: Any) -> None:
    office.group.promote_bot()
    lines = await examine()
    assert {line.mark for line in lines.values()} == {Mark.GOOD}
    assert {"Token", "Jam", "Mode privasi", "Pesan", "Hak"} <= lines.keys()


async def test_a_plain_member_in_privacy_mode_is_told_to_become_an_administrator(
    examine: Examine,
) -> None:
    rights = (await examine())["Hak"]
    assert rights.mark == Mark.CARE
    assert "administrator" in rights.todo


async def test_an_administrator_that_may_not_pin_is_told_so(examine: Examine, office: Any) -> None:
    office.group.promote_bot(can_pin=False)
    assert "Sematkan pesan" in (await examine())["Hak"].todo


async def test_a_group_that_the_bot_was_removed_from_fails(examine: Examine, office: Any) -> None:
    office.group.remove_bot(office.ani)
    assert (await examine())["Sistem"].mark == Mark.FAILED


async def test_an_office_that_sleeps_is_not_asked_about(examine: Examine, office: Any) -> None:
    office.group.remove_bot(office.ani)
    assert "Sistem" not in await examine(active=False)


@pytest.mark.parametrize(
    ("seconds", "mark", "said"),
    [
        (50, Mark.GOOD, "sesuai"),
        (120, Mark.CARE, "lebih cepat"),
        (-120, Mark.CARE, "lebih lambat"),
    ],
)
async def test_a_clock_more_than_a_minute_off_is_told(
    examine: Examine, seconds: float, mark: Mark, said: str
) -> None:
    line = (await examine(ahead=seconds))["Jam"]
    assert line.mark == mark
    assert said in line.what


async def test_a_webhook_that_nobody_asked_for_is_told(examine: Examine, ptb: Any) -> None:
    await ptb.set_webhook(HOOK)
    assert (await examine())["Telegram"].mark == Mark.CARE


@pytest.mark.parametrize(
    ("known", "trouble", "wanted", "mark", "said"),
    [
        ("", None, None, Mark.GOOD, "polling"),
        (HOOK, None, None, Mark.CARE, "WEBHOOK_URL kosong"),
        ("", None, HOOK, Mark.CARE, "belum terpasang"),
        (HOOK + "-lain", None, HOOK, Mark.CARE, "belum terpasang"),
        (HOOK, "Connection refused", HOOK, Mark.CARE, "Connection refused"),
        (HOOK, None, HOOK, Mark.GOOD, "terpasang"),
    ],
)
def test_how_updates_come_is_compared_with_the_settings(
    known: str, trouble: str | None, wanted: str | None, mark: Mark, said: str
) -> None:
    info = WebhookInfo(known, False, 0, last_error_message=trouble)
    line = delivery(info, wanted)
    assert line.mark == mark
    assert said in line.what


async def test_a_refused_token_is_the_only_line(telegram: Telegram) -> None:
    wrong = telegram.bot.token + "x"
    (line,) = await examine_telegram(wrong, telegram.url, None, [], SystemClock())
    assert (line.mark, wrong in str(line)) == (Mark.FAILED, False)


async def test_telegram_away_is_told_at_once() -> None:
    (line,) = await examine_telegram("1:a", "http://127.0.0.1:9", None, [], SystemClock())
    assert line.mark == Mark.FAILED
    assert "BOT_API_URL" in line.todo

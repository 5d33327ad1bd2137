"""himpun sop check and himpun doctor."""

import argparse
import asyncio
from typing import TYPE_CHECKING

from bot.commands import DONE, FAILED
from bot.commands.beside import beside, load_settings
from bot.commands.faults import told

if TYPE_CHECKING:
    from bot.rules.people import Office
    from bot.rules.sop import Sop
    from bot.settings import Settings
    from bot.texts.examination import Line


def check_sop(given: argparse.Namespace) -> int:
    from bot.rules.sop_file import parse_sop
    from bot.texts.sops import outline

    print(outline(parse_sop(given.sop_file.read_text("utf-8"))))
    return DONE


def doctor(_: argparse.Namespace) -> int:
    from bot.texts.examination import Mark

    lines = asyncio.run(examination(load_settings()))
    print(*lines, sep="\n")
    return FAILED if any(line.mark == Mark.FAILED for line in lines) else DONE


async def examination(settings: "Settings") -> "list[Line]":
    from bot.texts import examination as says
    from bot.usecases.examine import examine_disk
    from bot.wiring import SystemClock
    from handlers.examine import examine_telegram

    clock = SystemClock()
    lines, sop = examine_files(settings, clock.now().year)
    kept, offices = await examine_database(settings, sop)
    lines += [examine_disk(settings.data_dir), *kept]
    if settings.bot_token is None:
        return [says.no_token(), *lines]
    token, webhook = settings.bot_token.get_secret_value(), settings.webhook_url
    theirs = await examine_telegram(token, settings.bot_api_url, webhook, offices, clock)
    return theirs + lines


def examine_files(settings: "Settings", year: int) -> "tuple[list[Line], Sop | None]":
    """SOP and calendar as a start would read them; this year and the next must be known."""
    from bot.calendars.file import load_calendar
    from bot.rules.sop_file import parse_sop
    from bot.texts import examination as says
    from bot.wiring import SHIPPED_SOP

    lines, sop, years = [], None, (year, year + 1)
    try:
        sop = parse_sop((settings.sop_file or SHIPPED_SOP).read_text("utf-8"))
        lines.append(says.sop_good(sop.name))
    except Exception as fault:
        lines.append(says.file_bad("SOP", told(fault)))
    try:
        calendar = load_calendar(settings.calendar_file, settings.timezone)
        lines.append(says.calendar_years(years, calendar.undecreed(years)))
    except Exception as fault:
        lines.append(says.file_bad("Kalender kantor", told(fault)))
    return lines, sop


async def examine_database(
    settings: "Settings", sop: "Sop | None"
) -> "tuple[list[Line], tuple[Office, ...]]":
    """The offices too, whose groups Telegram is then asked about."""
    from bot.texts import examination as says
    from bot.usecases.examine import examine_offices
    from storage.integrity import SOUND, NotMadeYet, quick_check

    try:
        async with beside(settings) as (store, _), store.look() as uow:
            offices = await uow.offices.all()
            lines = await examine_offices(store, sop) if sop else []
        found = await quick_check(settings.database)
    except NotMadeYet:
        return [says.no_database()], ()
    except Exception as fault:
        return [says.database_bad(told(fault))], ()
    good = says.database_good() if found == SOUND else says.database_damaged(found)
    return [good, *lines], offices

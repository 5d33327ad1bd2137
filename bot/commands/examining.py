"""himpun sop check and himpun doctor."""

import argparse
import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from bot.commands import DONE, FAILED
from bot.commands.beside import beside, load_settings
from bot.commands.faults import told

if TYPE_CHECKING:
    from bot.rules.people import Office
    from bot.settings import Settings
    from bot.texts.examination import Line
    from bot.usecases.examine_offices import WorksBy


def check_sop(given: argparse.Namespace) -> int:
    from bot.rules.sop_file import parse_sop
    from bot.texts.sop_outline import outline

    print(outline(parse_sop(given.sop_file.read_text("utf-8"))))
    return DONE


def doctor(_: argparse.Namespace) -> int:
    from bot.texts.examination import Mark

    lines = asyncio.run(examination(load_settings()))
    print(*lines, sep="\n")
    return FAILED if any(line.mark == Mark.FAILED for line in lines) else DONE


async def examination(settings: "Settings") -> "list[Line]":
    from bot.calendars.own_files import own_folders
    from bot.commands.examining_offices import examine_folders, works_by
    from bot.commands.examining_templates import examine_templates
    from bot.papers.office_file import load_office_file
    from bot.texts import examination as says
    from bot.usecases.examine import examine_disk
    from bot.wiring import SystemClock
    from handlers.examine import examine_telegram

    clock = SystemClock()
    lines, shared = examine_files(settings, clock.now().year)
    folders = own_folders(settings.data_dir, settings.timezone, load_office_file)
    works = works_by(shared, folders)
    kept, offices = await examine_database(settings, works, clock.now())
    lines += [examine_disk(settings.data_dir), *kept, *examine_folders(folders, offices)]
    lines += examine_templates(shared, clock.now())
    if settings.bot_token is None:
        return [says.no_token(), *lines]
    token, webhook = settings.bot_token.get_secret_value(), settings.webhook_url
    known = offices or ()
    theirs = await examine_telegram(token, settings.bot_api_url, webhook, known, clock)
    return theirs + lines


def examine_files(settings: "Settings", year: int) -> "tuple[list[Line], WorksBy]":
    """SOP, calendar and settings of the office as a start would read them; this year and the next
    must be known."""
    from bot.calendars.file import SHIPPED, load_calendar
    from bot.rules.office_settings import OfficeSettings
    from bot.rules.sop_file import parse_sop
    from bot.texts import examination as says
    from bot.texts.sops import SETTINGS
    from bot.usecases.examine_offices import WorksBy
    from bot.wiring import SHIPPED_SOP, office_settings

    lines, sop, calendar, years = [], None, None, (year, year + 1)
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
    own = OfficeSettings()
    try:
        own = office_settings(settings)
        lines.append(says.office_file_good())
    except Exception as fault:
        lines.append(says.file_bad(SETTINGS, told(fault)))
    name = settings.calendar_file.name if settings.calendar_file else SHIPPED
    return lines, WorksBy(sop, calendar, settings.timezone, name, settings=own)


async def examine_database(
    settings: "Settings", works_by: "Callable[[Office], WorksBy]", now: datetime
) -> "tuple[list[Line], tuple[Office, ...] | None]":
    """The offices too, whose groups Telegram is then asked about; None where they are not known."""
    from bot.texts import examination as says
    from bot.usecases.examine_offices import examine_offices
    from bot.usecases.examine_retention import examine_retention
    from storage.integrity import SOUND, NotMadeYet, quick_check

    try:
        async with beside(settings) as (store, _):
            async with store.look() as uow:
                offices = await uow.offices.all()
            lines = await examine_offices(store, works_by, now)
            lines += await examine_retention(store, works_by, now)
        found = await quick_check(settings.database)
    except NotMadeYet:
        return [says.no_database()], ()
    except Exception as fault:
        return [says.database_bad(told(fault))], None
    good = says.database_good() if found == SOUND else says.database_damaged(found)
    return [good, *lines], offices

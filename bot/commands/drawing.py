"""himpun sop draw and print: the flow of a SOP as a picture or a page, the SOP as a paper."""

import argparse
from pathlib import Path

from bot.commands import DONE
from bot.commands.beside import load_settings
from bot.commands.faults import WrongEnding
from bot.texts import commands as texts

PICTURE, PAGE = ".png", ".pdf"


def draw_sop(given: argparse.Namespace) -> int:
    from bot.papers.swimlane import sop_pdf, sop_picture
    from bot.rules.sop_file import parse_sop
    from bot.wiring import SystemClock

    target: Path = given.keluaran or Path(f"{given.sop_file.stem}{PICTURE}")
    if target.suffix.lower() not in (PICTURE, PAGE):
        raise WrongEnding(target.name, PICTURE, PAGE)
    sop = parse_sop(given.sop_file.read_text("utf-8"))
    page = target.suffix.lower() == PAGE
    target.write_bytes(sop_pdf(sop, SystemClock().now()) if page else sop_picture(sop))
    print(texts.drawn(str(target), target.stat().st_size))
    return DONE


def print_sop(given: argparse.Namespace) -> int:
    from bot.papers.sop_paper import Paper, sop_paper
    from bot.rules.sop_file import parse_sop
    from bot.wiring import SystemClock, office_settings

    target: Path = given.keluaran or Path(f"{given.sop_file.stem}{PAGE}")
    if target.suffix.lower() != PAGE:
        raise WrongEnding(target.name, PAGE)
    sop = parse_sop(given.sop_file.read_text("utf-8"))
    settings = load_settings()
    bears = office_settings(settings).stationery
    size = Paper(given.kertas or bears.size)
    # the shipped settings name an office that the SOP need not be of
    own = bears if settings.office_file else None
    target.write_bytes(sop_paper(sop, SystemClock().now(), size, own))
    print(texts.printed(str(target), target.stat().st_size))
    return DONE

"""The logo that an office set by /kop, read once from the cabinet."""

import logging

from bot.ports import Cabinet
from bot.rules.people import Office
from bot.rules.procedures import Procedures

log = logging.getLogger(__name__)


async def know_logo(procedures: Procedures, cabinet: Cabinet, office: Office | None) -> None:
    """Its papers bear it from now on; one that is lost stops nothing: `himpun verify` names it."""
    if office is None or not office.logo or office.logo in procedures.logos:
        return
    try:
        procedures.logos[office.logo] = await cabinet.open(office.logo)
    except Exception:
        log.exception("the logo of office %s could not be read", office.id)
        procedures.logos[office.logo] = b""

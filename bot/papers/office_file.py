"""An office's settings file with the logo beside it."""

from dataclasses import replace
from pathlib import Path

from bot.papers.logo import small_logo
from bot.rules.kinds import UnreadableFile
from bot.rules.office_file import logo_refused, parse_office_file
from bot.rules.office_settings import OfficeSettings
from bot.rules.sop_faults import FaultCode

SHIPPED = "kantor_jeneponto.toml"


def load_office_file(path: Path) -> OfficeSettings:
    """Raises OfficeFileFaults, and what the disk says of a file that cannot be read."""
    text = path.read_text("utf-8")
    settings = parse_office_file(text)
    name = settings.logo_file
    if not name:
        return settings
    try:
        found = small_logo(path.with_name(name).read_bytes())
    except OSError as absent:
        raise logo_refused(text, name, FaultCode.NOT_BESIDE) from absent
    if isinstance(found, UnreadableFile):
        raise logo_refused(text, name, FaultCode.NOT_A_LOGO)
    return replace(settings, stationery=replace(settings.stationery, logo=found))

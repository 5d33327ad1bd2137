"""Which papers must come back signed, and when their lack is told: [naskah_fisik] of a SOP file."""

from bot.rules.printed import PaperKind
from bot.rules.sop import Hardcopies
from bot.rules.sop_entry import Entry
from bot.rules.sop_keys import HARDCOPY_KEYS

LATEST = 60  # working days: a quarter of a year


def read_hardcopies(root: Entry) -> Hardcopies:
    """Without the table no hardcopy is asked for."""
    entry = root.table("naskah_fisik") if "naskah_fisik" in root.values else None
    if entry is None:
        return Hardcopies()
    entry.check_keys(HARDCOPY_KEYS)
    named = entry.some_of("jenis", tuple(PaperKind))
    usual = Hardcopies()
    return Hardcopies(
        tuple(kind for kind in PaperKind if kind in named),
        entry.number("hari_kerja", 1, LATEST, usual.workdays),
        entry.number("ulang", 1, LATEST, usual.again),
    )

"""When the run of a period that has ended is proposed: usulkan_putaran in a SOP file."""

from collections.abc import Collection

from bot.rules.periods import PeriodKind
from bot.rules.sop import Proposing
from bot.rules.sop_entry import Entry

LATEST_WORKDAY = 20  # of the month that follows


def read_proposing(head: Entry, kinds: Collection[PeriodKind]) -> Proposing:
    """`usulkan_putaran` is true, false or a list of the SOP's kinds of periods."""
    wish = head.values.get("usulkan_putaran", True)
    named = () if isinstance(wish, bool) else head.some_of("usulkan_putaran", kinds)
    usual = Proposing()
    return Proposing(
        None if wish is True else named,
        head.number("hari_kerja_ke", 1, LATEST_WORKDAY, usual.workday),
        head.number("batas_usulan", 1, LATEST_WORKDAY, usual.bound),
        head.number("batas_tunda", 0, LATEST_WORKDAY, usual.put_offs),
    )

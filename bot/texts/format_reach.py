"""For which runs and years a format holds, and what of it is to be looked at for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.periods import Period
from bot.rules.run import Run
from bot.rules.year_targets import KeptOver
from bot.texts.fitting import some_names
from bot.texts.formats import join_names, period

UNDER_A_TAP = 60  # of the 200 of an answer
UNDER_A_FILE = 150  # of the 1024 that stand under a file
NEXT = "putaran berikutnya"


@dataclass(frozen=True, slots=True)
class Reach:
    """The open runs that would ask by a format, and those that keep their own."""

    asking: tuple[Run, ...] = ()
    keeping: tuple[Run, ...] = ()


def holds_for(reach: Reach) -> str:
    """ "Berlaku untuk Oktober 2026 dan putaran berikutnya. Triwulan III 2026 tetap …"."""
    asking = [periods(reach.asking, UNDER_A_FILE)] if reach.asking else []
    said = f"Berlaku untuk {join_names([*asking, NEXT])}."
    if not reach.keeping:
        return said
    return f"{said} {periods(reach.keeping, UNDER_A_FILE)} tetap memakai format semula."


def periods(runs: Sequence[Run], room: int) -> str:
    return some_names([period(run.period) for run in runs], room)


def renewed(conveyed: Sequence[Run]) -> str:
    """To a tap on a summary of what has changed since; the summary shows the newest. `conveyed`
    are runs that it named, whose own format was handed out since."""
    if conveyed:
        return (
            f"Format {periods(conveyed, UNDER_A_TAP)} telah disampaikan dan tidak diganti. Mohon "
            "memeriksa ringkasan yang terbaru, lalu mengetuk kembali bila sesuai."
        )
    return "Format yang dipakai telah berubah sejak ringkasan ini. Mohon memeriksa yang terbaru."


def brought_over(since: Period, to: Period) -> str:
    return f"Target pada buku kerja untuk {period(since)}, dibawa ke {period(to)}."


def year_kept(kept: KeptOver | None) -> list[str]:
    """A line where the figures of another year hold for this one."""
    if kept is None:
        return []
    counts = (
        ("target", kept.targets, kept.indicators, "indikator"),
        ("pagu", kept.budgets, kept.programmes, "program/kegiatan"),
    )
    same = [f"{what} {n} dari {all_of} {of}" for what, n, all_of, of in counts if n]
    told = f"Tahun {kept.to} memakai angka tahun {kept.since}: {join_names(same)}"
    return [f"{told}; mohon diperiksa."]

"""Whether a SOP's ladder of reminders climbs, and whether each rung has somebody to tell."""

from itertools import pairwise

from bot.rules.sop import RungTo, Sop
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_findings import Findings


def check_ascending(sop: Sop, findings: Findings) -> None:
    """On one height several rungs only to different people."""
    if not findings.sound("tangga.setelah", "tangga.kepada"):
        return
    for n, (below, rung) in enumerate(pairwise(sop.ladder), 2):
        level: set[RungTo] = {r.to for r in sop.ladder[: n - 1] if r.after == rung.after}
        if rung.after < below.after or rung.to in level:
            findings.add(
                f"tangga[{n}].setelah",
                FaultCode.NOT_ASCENDING,
                value=rung.after,
                before=below.after,
            )


def check_listeners(sop: Sop, findings: Findings) -> None:
    """A rung to superiors or overseers where the SOP has none would be a reminder to nobody."""
    nobody = {}
    if findings.sound("peran.atasan") and not any(role.superior for role in sop.roles):
        nobody[RungTo.SUPERIOR] = FaultCode.NO_SUPERIOR
    if findings.sound("peran.mengawasi") and not sop.overseers:
        nobody[RungTo.OVERSEERS] = FaultCode.NO_OVERSEER
    for n, rung in enumerate(sop.ladder, 1):
        if rung.to in nobody:
            findings.add(f"tangga[{n}].kepada", nobody[rung.to])

"""Whether a SOP's ladders of reminders climb, and whether each rung has somebody to tell."""

from collections.abc import Sequence

from bot.rules.sop import Rung, RungTo, Sop, StepKind
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_findings import Findings
from bot.rules.worktime import WorkUnit

WHEN = ("tangga", "tangga.bagian", "tangga.sebelum", "tangga.setelah")


def check_ladder(sop: Sop, findings: Findings) -> None:
    check_when(sop, findings)
    check_ascending(sop.ladder, "tangga", findings)
    check_steps(sop, findings)
    check_listeners(sop, sop.ladder, [role.key for role in sop.roles], "tangga", findings)


def check_when(sop: Sop, findings: Findings) -> None:
    """What comes before the limit comes once, and within the time of its steps."""
    if not findings.sound(*WHEN):
        return
    for n, rung in enumerate(sop.ladder, 1):
        before = rung.share is not None or rung.after < 0
        if before and rung.again:
            findings.add(f"tangga[{n}].ulang", FaultCode.REPEATED_BEFORE)
        if rung.share is not None and rung.share >= 1:
            findings.add(f"tangga[{n}].bagian", FaultCode.NOT_BEFORE)
        if rung.level > 1 and rung.to != RungTo.SUPERIOR:
            findings.add(f"tangga[{n}].tingkat", FaultCode.LEVEL_OF_NOBODY)
        _check_early(sop, n, rung, findings)


def _check_early(sop: Sop, n: int, rung: Rung, findings: Findings) -> None:
    """Of steps that are named, and told in minutes: days are the calendar's."""
    if not findings.sound("langkah.nomor", "langkah.waktu", "langkah.satuan"):
        return
    for step in sop.steps:
        takes = step.limit.amount if step.limit.unit == WorkUnit.MINUTE else None
        if rung.after < 0 and step.number in rung.steps and takes and -rung.after >= takes:
            findings.add(
                f"tangga[{n}].sebelum",
                FaultCode.TOO_EARLY,
                value=-rung.after,
                step=step.number,
                minutes=takes,
            )


def check_ascending(ladder: Sequence[Rung], table: str, findings: Findings) -> None:
    """First the shares, then what comes before the limit, then what comes after it; at one time
    several rungs of a ladder only to different people."""
    keys = (*WHEN, "tangga.kepada", "tangga.langkah", "tangga.tingkat")
    if not findings.sound(*(key.replace("tangga", table, 1) for key in keys)):
        return
    for n, rung in enumerate(ladder, 1):
        before = [r for r in ladder[: n - 1] if _share_a_step(r, rung)]
        level = {r.audience for r in before if _height(r) == _height(rung)}
        if before and (_height(rung) < _height(before[-1]) or rung.audience in level):
            findings.add(
                f"{table}[{n}].{_key(rung)}",
                FaultCode.NOT_ASCENDING,
                value=_value(rung),
                before=_value(before[-1]),
            )


def check_steps(sop: Sop, findings: Findings) -> None:
    if not findings.sound("langkah.nomor", "langkah.jenis", "tangga.langkah"):
        return
    known = tuple(step.number for step in sop.steps)
    collecting = {step.number for step in sop.steps_of(StepKind.COLLECT)}
    for n, rung in enumerate(sop.ladder, 1):
        for number in rung.steps:
            if number not in known:
                findings.add(
                    f"tangga[{n}].langkah", FaultCode.STEP_UNKNOWN, number=number, known=known
                )
        if rung.to == RungTo.COLLECTORS and rung.steps and collecting.isdisjoint(rung.steps):
            findings.add(f"tangga[{n}].kepada", FaultCode.NOTHING_COLLECTED)


def check_listeners(
    sop: Sop, ladder: Sequence[Rung], reminded: Sequence[str], table: str, findings: Findings
) -> None:
    """A rung to superiors or overseers where the roles that are `reminded` have none would be a
    reminder to nobody."""
    nobody = {}
    if findings.sound("peran.atasan", "peran.kunci"):
        levels = max((len(sop.superiors(role)) for role in reminded), default=0)
        over = {(RungTo.SUPERIOR, rung.level) for rung in ladder if rung.level > levels}
        nobody = dict.fromkeys(over, FaultCode.NO_SUPERIOR)
    if findings.sound("peran.mengawasi") and not sop.overseers:
        nobody[RungTo.OVERSEERS, 1] = FaultCode.NO_OVERSEER
    for n, rung in enumerate(ladder, 1):
        if rung.audience in nobody:
            findings.add(f"{table}[{n}].kepada", nobody[rung.audience])


def _share_a_step(one: Rung, other: Rung) -> bool:
    return one.steps == other.steps or not {*one.steps}.isdisjoint(other.steps)


def _height(rung: Rung) -> tuple[int, float]:
    if rung.share is not None:
        return (0, rung.share)
    return (1 if rung.after < 0 else 2, rung.after)


def _key(rung: Rung) -> str:
    if rung.share is not None:
        return "bagian"
    return "sebelum" if rung.after < 0 else "setelah"


def _value(rung: Rung) -> float:
    return abs(rung.after) if rung.share is None else rung.share

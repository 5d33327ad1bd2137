"""Whether a SOP's steps lead from the order over the request and the collecting to the analysis.

The state machine (rules/moves.py, rules/filing.py, rules/reviewing.py) relies on each of these.
"""

from bot.rules.sop import Sop, Step, StepKind
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_findings import Findings

ONCE = (StepKind.ORDER, StepKind.COMPILE, StepKind.ANALYSE)


def check_order_of_steps(sop: Sop, findings: Findings) -> None:
    """One order, first; conveys and collects; one compile after them; one analysis, last."""
    if not findings.sound("langkah.jenis"):
        return
    for kind in StepKind:
        places = _places(sop, kind)
        if not places:
            findings.add("langkah", FaultCode.NO_STEP, kind=kind)
        if kind in ONCE:
            for n in places[1:]:
                findings.add(f"langkah[{n}].jenis", FaultCode.SEVERAL_STEPS, kind=kind)
    _check_ends(sop, findings)


def _check_ends(sop: Sop, findings: Findings) -> None:
    last_collect = max(_places(sop, StepKind.COLLECT), default=0)
    for n in _places(sop, StepKind.ORDER)[:1]:
        if n != 1:
            findings.add(f"langkah[{n}].jenis", FaultCode.ORDER_NOT_FIRST)
    for n in _places(sop, StepKind.COMPILE)[:1]:
        if n < last_collect:
            findings.add(f"langkah[{n}].jenis", FaultCode.COMPILE_BEFORE_COLLECT)
    for n in _places(sop, StepKind.ANALYSE)[-1:]:
        if n != len(sop.steps):
            findings.add(f"langkah[{n}].jenis", FaultCode.ANALYSE_NOT_LAST)


def check_collecting(sop: Sop, findings: Findings) -> None:
    """Every kind has a step in which its collector collects it, and its suppliers are asked."""
    if not findings.sound(
        *("langkah.jenis", "langkah.pelaku", "langkah.kepada"),
        *("berkas.kode", "berkas.dari", "berkas.penghimpun"),
    ):
        return
    for n in _places(sop, StepKind.COLLECT):
        _check_actors(sop, n, findings)
        _check_request(sop, n, findings)
    _check_collectors(sop, findings)
    _check_one_step_each(sop, findings)


def _check_actors(sop: Sop, n: int, findings: Findings) -> None:
    for role in sop.steps[n - 1].actors:
        if not sop.kinds_for(role):
            findings.add(f"langkah[{n}].pelaku", FaultCode.COLLECTS_NOTHING, role=role)


def _check_request(sop: Sop, n: int, findings: Findings) -> None:
    """Who hands in here was asked before, and the last convey is the asking."""
    suppliers = _suppliers_of(sop, sop.steps[n - 1])
    conveys = _places(sop, StepKind.CONVEY)
    if not suppliers or not conveys:
        return  # told as such
    before = [m for m in conveys if m < n]
    asked = {role for m in before for role in sop.steps[m - 1].recipients}
    unasked = [role for role in suppliers if role not in asked]
    all_suppliers = {kind.handed_in_by for kind in sop.kinds}
    if before and all_suppliers.isdisjoint(sop.steps[before[-1] - 1].recipients):
        unasked = suppliers
    if unasked:
        place = f"langkah[{before[-1]}].kepada" if before else f"langkah[{n}].jenis"
        findings.add(place, FaultCode.NOT_ASKED, roles=tuple(unasked), step=n)


def _check_collectors(sop: Sop, findings: Findings) -> None:
    actors = sop.actors_of(StepKind.COLLECT)
    if not actors:
        return  # no collect step at all is told as such
    for n, kind in enumerate(sop.kinds, 1):
        if kind.collector not in actors:
            findings.add(
                f"berkas[{n}].penghimpun",
                FaultCode.COLLECTOR_WITHOUT_STEP,
                role=kind.collector,
                known=actors,
            )


def _check_one_step_each(sop: Sop, findings: Findings) -> None:
    """A seat owes one collecting and one handing in a run: its duties have no second one."""
    first: dict[tuple[str, str], int] = {}
    for n in _places(sop, StepKind.COLLECT):
        step = sop.steps[n - 1]
        collecting = [("pelaku", role) for role in step.actors]
        handing_in = [("dari", role) for role in _suppliers_of(sop, step)]
        for owed in (*collecting, *handing_in):
            if owed in first:
                findings.add(
                    f"langkah[{n}].pelaku",
                    FaultCode.COLLECTED_TWICE,
                    role=owed[1],
                    step=first[owed],
                )
            first.setdefault(owed, n)


def _suppliers_of(sop: Sop, step: Step) -> list[str]:
    kinds = [kind for kind in sop.kinds if kind.collector in step.actors]
    return list(dict.fromkeys(kind.handed_in_by for kind in kinds))


def _places(sop: Sop, kind: StepKind) -> list[int]:
    """The places of the steps of a kind, from 1 in the file's order."""
    return [n for n, step in enumerate(sop.steps, 1) if step.kind == kind]

"""What a SOP's entries must be to each other, beyond the type of each; places as in the file."""

import re
from itertools import pairwise

from bot.rules.sop import RungTo, Sop
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_findings import Findings
from bot.rules.sop_flow import check_collecting, check_order_of_steps
from bot.rules.sop_roles import check_references, check_role_keys, check_superiors

# Short, since a button carries it beside a seat.
CODE = re.compile(r"(?=.{1,12}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*", re.ASCII)


def check_sop(sop: Sop, findings: Findings) -> None:
    check_role_keys(sop, findings)
    if findings.sound("peran.kunci"):
        check_references(sop, findings)
    check_superiors(sop, findings)
    _check_kinds(sop, findings)
    if findings.sound("langkah.nomor"):
        _check_numbers(sop, findings)
    check_order_of_steps(sop, findings)
    check_collecting(sop, findings)
    _check_ladder(sop, findings)


def _check_kinds(sop: Sop, findings: Findings) -> None:
    taken: set[str] = set()
    with_workbook: dict[str, str] = {}
    for n, kind in enumerate(sop.kinds, 1):
        if kind.code and not CODE.fullmatch(kind.code):
            findings.add(f"berkas[{n}].kode", FaultCode.NOT_A_CODE, value=kind.code)
        if kind.code and kind.code.casefold() in taken:
            findings.add(f"berkas[{n}].kode", FaultCode.KIND_TWICE, kind=kind.code)
        taken.add(kind.code.casefold())
        role = kind.handed_in_by
        if kind.workbook and role and role in with_workbook:
            place, first = f"berkas[{n}].buku_kerja", with_workbook[role]
            findings.add(place, FaultCode.SECOND_WORKBOOK, role=role, kind=first)
        elif kind.workbook:
            with_workbook[role] = kind.code


def _check_numbers(sop: Sop, findings: Findings) -> None:
    """Doubled ones, or else the first that is out of order: those after it are wrong with it."""
    numbers = [step.number for step in sop.steps]
    twice = [n for n, number in enumerate(numbers) if number in numbers[:n]]
    for n in twice:
        findings.add(f"langkah[{n + 1}].nomor", FaultCode.NUMBER_TWICE, number=numbers[n])
    strays = [n for n, number in enumerate(numbers, 1) if number != n]
    if strays and not twice:
        place, number = f"langkah[{strays[0]}].nomor", numbers[strays[0] - 1]
        findings.add(place, FaultCode.NUMBER_OUT_OF_ORDER, number=number, expected=strays[0])


def _check_ladder(sop: Sop, findings: Findings) -> None:
    """Ascending; on one height several rungs only to different people."""
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

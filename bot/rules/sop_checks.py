"""What a SOP's entries must be to each other, beyond the type of each; places as in the file."""

import re

from bot.rules.sop import Sop
from bot.rules.sop_approving import check_approving
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_findings import Findings
from bot.rules.sop_flow import check_collecting, check_order_of_steps
from bot.rules.sop_ladder import check_ladder
from bot.rules.sop_roles import (
    check_references,
    check_role_keys,
    check_seats_in_all,
    check_short_names,
    check_superiors,
)

# Short, since a button carries it beside a seat.
CODE = re.compile(r"(?=.{1,12}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*", re.ASCII)


def check_sop(sop: Sop, findings: Findings) -> None:
    check_role_keys(sop, findings)
    if findings.sound("peran.kunci"):
        check_references(sop, findings)
    check_short_names(sop, findings)
    check_seats_in_all(sop, findings)
    check_superiors(sop, findings)
    _check_kinds(sop, findings)
    if findings.sound("langkah.nomor"):
        _check_numbers(sop, findings)
    check_order_of_steps(sop, findings)
    check_collecting(sop, findings)
    check_ladder(sop, findings)
    check_approving(sop, findings)


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

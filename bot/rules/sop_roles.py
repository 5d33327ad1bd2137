"""Whether a SOP's roles have keys of their own, fit their buttons, are known where named, and end
at a top.
"""

import re
from collections.abc import Iterable
from itertools import accumulate

from bot.rules.sop import Role, Sop
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_findings import Findings, nearest
from bot.rules.sop_keys import LONGEST_SHORT, MOST_SEATS_IN_ALL

# The longest button, "sampaikan:<run>:<step>:<seat>:<format>", keeps within 64 bytes (Bot API).
SLUG = re.compile(r"(?=.{1,24}$)[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def check_role_keys(sop: Sop, findings: Findings) -> None:
    """A key is a slug, and no seat is named like another: "irban" of four makes "irban-2" too."""
    taken: set[str] = set()
    for n, role in enumerate(sop.roles, 1):
        place = f"peran[{n}].kunci"
        if role.key and not SLUG.fullmatch(role.key):
            findings.add(place, FaultCode.NOT_A_SLUG, value=role.key)
        named = [role.key, *(seat.key for seat in role.seats)] if role.key else []
        if twice := next((key for key in named if key in taken), None):
            findings.add(place, FaultCode.ROLE_TWICE, seat=twice)
        taken.update(named)


def check_short_names(sop: Sop, findings: Findings) -> None:
    for n, role in enumerate(sop.roles, 1):
        if len(role.short) > LONGEST_SHORT:
            findings.add(
                f"peran[{n}].sebutan",
                FaultCode.SHORT_TOO_LONG,
                value=role.short,
                most=LONGEST_SHORT,
            )


def check_seats_in_all(sop: Sop, findings: Findings) -> None:
    """Told at the role with which the seats are too many."""
    if not findings.sound("peran.jumlah"):
        return
    seats = list(accumulate(role.count for role in sop.roles))
    over = next((n for n, so_far in enumerate(seats, 1) if so_far > MOST_SEATS_IN_ALL), None)
    if over is not None:
        findings.add(
            f"peran[{over}].jumlah",
            FaultCode.TOO_MANY_SEATS,
            seats=seats[-1],
            most=MOST_SEATS_IN_ALL,
        )


def check_references(sop: Sop, findings: Findings) -> None:
    known = [role.key for role in sop.roles]
    for n, role in enumerate(sop.roles, 1):
        _check_roles([role.superior or ""], f"peran[{n}].atasan", known, findings)
    for n, kind in enumerate(sop.kinds, 1):
        _check_roles([kind.handed_in_by], f"berkas[{n}].dari", known, findings)
        _check_roles([kind.collector], f"berkas[{n}].penghimpun", known, findings)
    for n, step in enumerate(sop.steps, 1):
        _check_roles(step.actors, f"langkah[{n}].pelaku", known, findings)
        _check_roles(step.recipients, f"langkah[{n}].kepada", known, findings)
    for n, approver in enumerate(sop.approving.chain, 1):
        _check_roles([approver.role], f"persetujuan[{n}].peran", known, findings)


def _check_roles(named: Iterable[str], place: str, known: list[str], findings: Findings) -> None:
    for key in named:
        if key and key not in known:
            findings.unreadable(
                place,
                FaultCode.UNKNOWN_ROLE,
                role=key,
                known=tuple(known),
                near=nearest(key, known),
            )


def check_superiors(sop: Sop, findings: Findings) -> None:
    """Each circle is told once, at its first role."""
    above = {role.key: role.superior for role in reversed(sop.roles)}
    told: set[str] = set()
    for n, role in enumerate(sop.roles, 1):
        circle = _circle_of(role, above)
        if circle and told.isdisjoint(circle):
            findings.add(f"peran[{n}].atasan", FaultCode.CIRCLE, roles=(*circle, role.key))
            told.update(circle)


def _circle_of(role: Role, above: dict[str, str | None]) -> list[str]:
    """The chain of superiors that leads back to the role; empty where none does."""
    chain = [role.key]
    while (superior := above.get(chain[-1])) and superior not in chain:
        chain.append(superior)
    return chain if superior and superior == role.key else []

"""Whether those who approve are one seat each, asked once, and their reminders reach somebody."""

from bot.rules.sop import Role, RungTo, RungWhere, Sop
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_findings import Findings
from bot.rules.sop_ladder import check_ascending, check_listeners

TABLE = "tangga_persetujuan"
LISTENERS = (RungTo.HOLDER, RungTo.SUBSTITUTE, RungTo.SUPERIOR, RungTo.OVERSEERS)


def check_approving(sop: Sop, findings: Findings) -> None:
    check_chain(sop, findings)
    check_rungs(sop, findings)
    check_ascending(sop.approving.ladder, TABLE, findings)
    known = {role.key for role in sop.roles}
    asked = [one.role for one in sop.approving.chain if one.role in known]
    if findings.sound("persetujuan.peran") and asked:
        check_listeners(sop, sop.approving.ladder, asked, TABLE, findings)


def check_chain(sop: Sop, findings: Findings) -> None:
    roles = {role.key: role for role in sop.roles}
    taken: set[str] = set()
    for n, approver in enumerate(sop.approving.chain, 1):
        place, role = f"persetujuan[{n}].peran", approver.role
        if role and role in taken:
            findings.add(place, FaultCode.APPROVED_TWICE, role=role)
        elif role in roles:
            _check_seats(roles[role], place, findings)
        taken.add(role)


def _check_seats(role: Role, place: str, findings: Findings) -> None:
    """One approval is one person's act: of several seats it would be unclear whose."""
    if role.count > 1:
        findings.add(place, FaultCode.APPROVED_BY_MANY, role=role.key, seats=role.count)


def check_rungs(sop: Sop, findings: Findings) -> None:
    for n, rung in enumerate(sop.approving.ladder, 1):
        if rung.level > 1 and rung.to != RungTo.SUPERIOR:
            findings.add(f"{TABLE}[{n}].tingkat", FaultCode.LEVEL_OF_NOBODY)
        if rung.to not in LISTENERS:
            known = tuple(map(str, LISTENERS))
            findings.add(
                f"{TABLE}[{n}].kepada", FaultCode.UNKNOWN_WORD, word=str(rung.to), known=known
            )
        if rung.where != RungWhere.PRIVATE and findings.sound(f"{TABLE}.lewat"):
            findings.add(f"{TABLE}[{n}].lewat", FaultCode.NOT_PRIVATE)
    if sop.approving.ladder and not sop.approving.chain and findings.sound("persetujuan"):
        findings.add(f"{TABLE}[1]", FaultCode.NOBODY_APPROVES)

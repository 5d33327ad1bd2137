"""A SOP file (TOML) into a Sop, or every fault of it with its place."""

import re
import tomllib

from bot.rules.periods import KINDS
from bot.rules.sop import (
    ApprovalAct,
    Approver,
    Approving,
    DocumentKind,
    Limit,
    Role,
    Rung,
    RungTo,
    RungWhere,
    Sop,
    Step,
    StepKind,
)
from bot.rules.sop_checks import check_sop
from bot.rules.sop_entry import Entry
from bot.rules.sop_faults import FaultCode, SopFault, SopFaults
from bot.rules.sop_findings import Findings
from bot.rules.sop_hardcopies import read_hardcopies
from bot.rules.sop_keys import (
    APPROVAL_RUNG_KEYS,
    APPROVER_KEYS,
    CHANGE,
    CORRECTION,
    DESCRIPTIONS,
    EXTENSIONS,
    HAND_IN_SHARE,
    KIND_KEYS,
    MOST,
    MOST_EXTENSIONS,
    MOST_LEVELS,
    MOST_SEATS,
    NOTE,
    ROLE_KEYS,
    RULES,
    RUNG_KEYS,
    RUNG_WHEN,
    STEP_KEYS,
    TABLES,
)
from bot.rules.sop_proposal import read_proposing
from bot.rules.toml_lines import refused_line
from bot.rules.worktime import WorkUnit


def parse_sop(text: str) -> Sop:
    """The SOP that the text writes down, its `source` the text itself.

    Refused with SopFaults, which hold every fault at once.
    """
    findings = Findings(text)
    sop = _read_sop(Entry(read_toml(text), "", findings), text)
    check_sop(sop, findings)
    if findings.faults:
        raise SopFaults(findings.in_order())
    return sop


def kept_sop(text: str) -> Sop:
    """A run's own copy: found sound when the run began, whatever is asked of new ones since."""
    return _read_sop(Entry(read_toml(text), "", Findings(text)), text)


def read_toml(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    # besides its own error tomllib lets through an endless number's and endless brackets'
    except (ValueError, RecursionError) as refusal:
        twice = re.search("Cannot (overwrite|declare|mutate)", str(refusal))
        code = FaultCode.WRITTEN_TWICE if twice else FaultCode.NOT_TOML
        raise SopFaults((SopFault(refused_line(refusal, text), "", code),)) from refusal


def _read_sop(root: Entry, text: str) -> Sop:
    root.check_keys(TABLES)
    head = root.table("sop") or Entry({}, "sop", Findings(""))
    head.check_keys((*RULES, *DESCRIPTIONS))
    head.check_descriptions(DESCRIPTIONS)
    return Sop(
        name=head.text("nama"),
        agency=str(head.values.get("instansi", "")),
        period_kinds=head.some_of("periode", KINDS),
        hand_in_share=head.share("batas_serah", HAND_IN_SHARE),
        extensions=head.numbers(
            "tambahan_waktu", 1, MOST[WorkUnit.MINUTE], EXTENSIONS, MOST_EXTENSIONS
        ),
        correction=head.number("waktu_perbaikan", 1, MOST[WorkUnit.MINUTE], CORRECTION),
        change_share=head.share("batas_perubahan", CHANGE),
        roles=tuple(_read_role(entry) for entry in root.tables("peran", ROLE_KEYS)),
        kinds=tuple(_read_kind(entry) for entry in root.tables("berkas", KIND_KEYS)),
        steps=tuple(_read_step(entry) for entry in root.tables("langkah", STEP_KEYS)),
        ladder=tuple(_read_rung(entry) for entry in root.tables("tangga", RUNG_KEYS)),
        source=text,
        letterhead=head.texts("kop", optional=True),
        proposing=read_proposing(head, KINDS),
        approving=_read_approving(root),
        hardcopies=read_hardcopies(root),
    )


def _read_role(entry: Entry) -> Role:
    entry.check_descriptions(NOTE)
    return Role(
        key=entry.text("kunci"),
        title=entry.text("jabatan"),
        short=entry.text("sebutan"),
        count=entry.number("jumlah", 1, MOST_SEATS, default=1),
        superior=entry.optional_text("atasan"),
        oversees=entry.truth("mengawasi"),
        column=entry.optional_text("kolom") or "",
    )


def _read_kind(entry: Entry) -> DocumentKind:
    entry.check_descriptions(NOTE)
    return DocumentKind(
        code=entry.text("kode"),
        name=entry.text("nama"),
        handed_in_by=entry.text("dari"),
        collector=entry.text("penghimpun"),
        words=entry.texts("kata", optional=True),
        workbook=entry.truth("buku_kerja"),
    )


def _read_step(entry: Entry) -> Step:
    entry.check_descriptions(NOTE)
    unit = entry.one_of("satuan", WorkUnit)
    return Step(
        number=entry.number("nomor", 1, 99),
        activity=entry.text("aktivitas"),
        kind=entry.one_of("jenis", StepKind),
        actors=entry.texts("pelaku"),
        recipients=entry.texts("kepada"),
        completeness=entry.text("kelengkapan"),
        limit=Limit(entry.number("waktu", 1, MOST[unit]), unit),
        output=entry.text("output"),
    )


def _read_approving(root: Entry) -> Approving:
    asked = root.tables("persetujuan", APPROVER_KEYS, optional=True)
    rungs = root.tables("tangga_persetujuan", APPROVAL_RUNG_KEYS, optional=True)
    return Approving(tuple(map(_read_approver, asked)), tuple(map(_read_rung, rungs)))


def _read_approver(entry: Entry) -> Approver:
    entry.check_descriptions(NOTE)
    return Approver(entry.text("peran"), entry.one_of("tindakan", ApprovalAct))


def _read_rung(entry: Entry) -> Rung:
    entry.check_descriptions(NOTE)
    most = MOST[WorkUnit.MINUTE]
    entry.check_one_of(RUNG_WHEN)
    before = entry.number("sebelum", 1, most, default=0)
    return Rung(
        after=-before if before else entry.number("setelah", 0, most, default=0),
        to=entry.one_of("kepada", RungTo),
        where=entry.one_of("lewat", RungWhere),
        share=entry.share("bagian", 0.5) if "bagian" in entry.values else None,
        again=entry.number("ulang", 1, most, default=0),
        level=entry.number("tingkat", 1, MOST_LEVELS, default=1),
        steps=entry.numbers("langkah", 1, 99, (), 99),
    )

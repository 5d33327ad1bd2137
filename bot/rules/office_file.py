"""An office's settings file (kantor.toml) out of its text, or every fault with its line."""

import re

from bot.rules.letterhead import LONGEST_LINE, MOST_LINES, too_long
from bot.rules.office_settings import OfficeSettings
from bot.rules.retention_file import read_retention
from bot.rules.sop_entry import Entry
from bot.rules.sop_faults import FaultCode, SopFaults
from bot.rules.sop_file import read_toml
from bot.rules.sop_findings import Findings
from bot.rules.stationery import PaperSize, Stationery

KEYS = ("kop", "logo", "kertas", "singkatan", "klasifikasi", "retensi")
ABBREVIATION = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,10}[A-Z0-9])?", re.ASCII)
CLASSIFICATION = re.compile(r"[0-9]{3}(?:\.[0-9]{1,3}){0,6}", re.ASCII)


class OfficeFileFaults(SopFaults):
    """All faults of an office's settings file at once, in the order of its lines."""


def parse_office_file(text: str) -> OfficeSettings:
    """Its logo is named and not yet read. Raises OfficeFileFaults."""
    findings = Findings(text)
    try:
        root = Entry(read_toml(text), "", findings)
    except SopFaults as refusal:
        raise OfficeFileFaults(refusal.faults) from refusal
    settings = _read(root)
    if findings.faults:
        raise OfficeFileFaults(findings.in_order())
    return settings


def logo_refused(text: str, name: str, code: FaultCode) -> OfficeFileFaults:
    findings = Findings(text)
    findings.add("logo", code, value=name)
    return OfficeFileFaults(findings.in_order())


def _read(root: Entry) -> OfficeSettings:
    root.check_keys(KEYS)
    return OfficeSettings(
        Stationery(
            _read_head(root),
            size=_read_size(root),
            abbreviation=_read_abbreviation(root),
            classification=_read_classification(root),
        ),
        logo_file=_read_logo(root),
        retention=read_retention(root),
    )


def _read_head(root: Entry) -> tuple[str, ...]:
    lines = root.texts("kop", optional=True)
    if len(lines) > MOST_LINES:
        root.findings.add("kop", FaultCode.HOW_MANY, value=len(lines), most=MOST_LINES)
    for line in too_long(lines):
        root.findings.add("kop", FaultCode.LINE_TOO_LONG, value=line, most=LONGEST_LINE)
    return lines


def _read_size(root: Entry) -> PaperSize:
    return root.one_of("kertas", PaperSize) if "kertas" in root.values else PaperSize.F4


def _read_abbreviation(root: Entry) -> str:
    word = root.optional_text("singkatan") or ""
    if word and not ABBREVIATION.fullmatch(word):
        root.findings.add("singkatan", FaultCode.NOT_A_CODE, value=word)
    return word


def _read_classification(root: Entry) -> str:
    code = root.optional_text("klasifikasi") or Stationery().classification
    if not CLASSIFICATION.fullmatch(code):
        root.findings.add("klasifikasi", FaultCode.NOT_A_CLASSIFICATION, value=code)
    return code


def _read_logo(root: Entry) -> str:
    """A name alone: the picture stands beside the file."""
    name = root.optional_text("logo") or ""
    if name in (".", "..") or {"/", "\\", "\0"} & set(name):
        root.findings.add("logo", FaultCode.NOT_BESIDE, value=name)
    return name

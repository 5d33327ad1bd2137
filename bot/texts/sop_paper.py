"""The words on the printed SOP, as Permenpan 35/2012 names its fields and symbols."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.rules.sop import Sop, Step
from bot.rules.sop_chart import Shape
from bot.rules.swimlane import Lane
from bot.texts.formats import number, plain_day
from bot.texts.sop_tables import (
    Table,
    approval_ladder,
    approvers,
    facts,
    kinds,
    ladder,
    noted,
    passing_on,
    roles,
)
from bot.texts.sops import total_time

TITLE = "STANDAR OPERASIONAL PROSEDUR"
IDENTITY = {
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
    "tanggal_pengesahan": "Tanggal pengesahan",
}
APPROVED_BY, NAME_OF_SOP, NAME, NIP = "Disahkan oleh", "Nama SOP", "Nama", "NIP"
FIELDS = (  # two beside each other
    ("dasar_hukum", "Dasar hukum", "kualifikasi", "Kualifikasi pelaksana"),
    ("keterkaitan", "Keterkaitan", "peralatan", "Peralatan/perlengkapan"),
    ("peringatan", "Peringatan", "pencatatan", "Pencatatan dan pendataan"),
)
NOTE = "Keterangan"
HEADINGS = {
    "number": "No",
    "activity": "Kegiatan",
    "actors": "Pelaksana",
    "quality": "Mutu baku",
    "completeness": "Kelengkapan",
    "time": "Waktu",
    "output": "Output",
    "note": "Keterangan",
}
SYMBOLS = {
    Shape.START: "mulai/akhir",
    Shape.ACTIVITY: "kegiatan",
    Shape.DECISION: "keputusan: lengkap diteruskan, belum lengkap dikembalikan",
}
CONNECTOR = "penghubung halaman"
YES, NO, NO_BRIEF = "Ya", "Tidak", "Tdk"
TOTAL = "Jumlah waktu baku"
ANNEX = "Lampiran: ketentuan pelaksanaan"
ANNEX_TITLES = (
    *("Ketentuan umum", "Peran", "Berkas", "Penyampaian", "Pengingat"),
    *("Persetujuan", "Pengingat persetujuan", "Keterangan"),
)
PAIR, PAIR_WIDTHS = ("Ketentuan", "Isi"), (24, 74)
PAGE = ("Halaman", "dari")
GOES_ON, COMES_FROM = "Bersambung ke halaman", "Sambungan dari halaman"


def said(values: Sequence[str | date]) -> list[str]:
    """As they are printed, a paragraph each."""
    return [plain_day(each) if isinstance(each, date) else each for each in values]


def running(sop: Sop) -> str:
    return f"SOP {sop.name}"


def lane_title(post: str, lane: Lane) -> str:
    """The post, with how many hold one where there are several."""
    return f"{post} ({len(lane.seats)})" if len(lane.seats) > 1 else post


def step_time(step: Step) -> str:
    return f"{number(step.limit.amount)} {step.limit.unit}"


def total(sop: Sop) -> str:
    return total_time(step.limit for step in sop.steps)


def annex(sop: Sop) -> list[tuple[str, Table]]:
    """What the file says beside the cover and the flow table, by title; none that is empty."""
    general: Table = (PAIR, PAIR_WIDTHS, [*facts(sop)])
    remarks: Table = (PAIR, PAIR_WIDTHS, [*noted(sop)])
    told = (roles(sop), kinds(sop), passing_on(sop), ladder(sop))
    tables = (general, *told, approvers(sop), approval_ladder(sop), remarks)
    return [each for each in zip(ANNEX_TITLES, tables, strict=True) if each[1][2]]


def labels() -> Mapping[str, object]:
    """All that stands on the pages whatever the SOP is."""
    return {
        "heading": TITLE,
        "approved": APPROVED_BY,
        "name_of_sop": NAME_OF_SOP,
        "signer": [NAME, NIP],
        "headings": HEADINGS,
        "symbols": [[shape.value, words] for shape, words in SYMBOLS.items()],
        "connector": CONNECTOR,
        "answers": [YES, NO, NO_BRIEF],
        "total": TOTAL,
        "annex": ANNEX,
        "page": list(PAGE),
        "goes_on": GOES_ON,
        "comes_from": COMES_FROM,
    }

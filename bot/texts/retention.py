"""What `himpun doctor` says of retention (JRA)."""

from collections.abc import Sequence

from bot.rules.people import Office
from bot.rules.retention import OF_FILES, Fate, Overdue, RecordKind
from bot.texts.examination import Line, Mark
from bot.texts.examined_offices import called
from bot.texts.fitting import some_names
from bot.texts.formats import join_names, number, period_short, plain_day

NAMED = 300  # letters: runs named one by one
TODO = {
    Fate.DESTROY: "mohon membuat paket bukti (himpun export), lalu himpun hapus dengan alasan",
    Fate.PERMANENT: "mohon menyerahkannya kepada lembaga kearsipan; tidak dimusnahkan",
    Fate.REVIEW: (
        "mohon dinilai kembali; bila diputuskan musnah, himpun export lalu himpun hapus --dasar"
    ),
}
OWN = {
    RecordKind.DOCUMENTS: "yang ditolak",
    RecordKind.PAPERS: "format",
    RecordKind.SCANS: "surat arahan",
}
STAYS = "tidak dihapus oleh sistem; mohon dilaporkan pada penilaian arsip"


def unset(office: Office) -> Line:
    todo = "mohon mengisi [[retensi]] pada berkas pengaturan kantor"
    return Line(Mark.CARE, f"{called(office)}: retensi arsip belum diatur", todo)


def assumed(office: Office, kinds: Sequence[RecordKind]) -> Line:
    what = f"{called(office)}: retensi masih asumsi untuk {join_names([k.value for k in kinds])}"
    return Line(Mark.GOOD, f"{what}; mohon disesuaikan dengan JRA kantor dan disebut dasarnya")


def nothing_past(office: Office) -> Line:
    return Line(Mark.GOOD, f"{called(office)}: tidak ada arsip yang melewati retensi")


def past_own(office: Office, kind: RecordKind, files: int, first: int) -> Line:
    """Of files that no run has; `first` is the year of the oldest."""
    what = (
        f"{called(office)}: {kind.value} di luar putaran ({OWN[kind]}) melewati retensi: "
        f"{number(files)} berkas sejak tahun {first}"
    )
    return Line(Mark.CARE, what, STAYS)


def past(office: Office, own: Sequence[Overdue]) -> Line:
    """Of one kind of record; each run with the day since when."""
    note = own[0].note
    runs = [
        f"putaran {one.run.id} ({period_short(one.run.period)}, sejak {plain_day(one.since)})"
        for one in own
    ]
    what = (
        f"{called(office)}: {note.kind.value} {number(len(own))} putaran melewati retensi, nasib "
        f"{note.fate.value}: {some_names(runs, NAMED)}"
    )
    return Line(Mark.CARE, what, TODO[note.fate] if note.kind in OF_FILES else STAYS)

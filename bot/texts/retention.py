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
    Fate.DESTROY: "buat paket bukti (himpun export), lalu himpun hapus dengan alasan",
    Fate.PERMANENT: "serahkan kepada lembaga kearsipan; tidak dimusnahkan",
    Fate.REVIEW: "nilai kembali; bila diputuskan musnah, himpun export lalu himpun hapus --dasar",
}
STAYS = "tidak dihapus oleh sistem; laporkan pada penilaian arsip"


def unset(office: Office) -> Line:
    todo = "isi [[retensi]] pada berkas pengaturan kantor"
    return Line(Mark.CARE, f"{called(office)}: retensi arsip belum diatur", todo)


def assumed(office: Office, kinds: Sequence[RecordKind]) -> Line:
    what = f"{called(office)}: retensi masih asumsi untuk {join_names([k.value for k in kinds])}"
    return Line(Mark.GOOD, f"{what}; sesuaikan dengan JRA kantor dan sebutkan dasarnya")


def nothing_past(office: Office) -> Line:
    return Line(Mark.GOOD, f"{called(office)}: tidak ada arsip yang melewati retensi")


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

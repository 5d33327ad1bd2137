"""The words of the minutes (berita acara) of a run's recap."""

from collections.abc import Iterator
from datetime import date

from bot.rules.dossier import Dossier
from bot.rules.minutes_paper import Part, Present, Tally, conveyed_without, excluded, tally
from bot.rules.run import Run, RunState, Task
from bot.texts.formats import moment, number, period
from bot.texts.paper_numbers import paper_number
from bot.texts.spelled import spelled_day
from bot.texts.words import document_name, title_of

NAME = "Berita acara"
TITLE = "BERITA ACARA"
NUMBER = "Nomor"
COURSE = "Pelaksanaan"
COMPLETENESS = "Kelengkapan berkas"
PRESENT = "Yang bertindak menurut jabatan"
PRESENT_HEADINGS = ("No", "Jabatan", "Nama", "Tindakan tercatat", "Paraf")
REMARKS = "Catatan"
NO_REMARKS = "Tidak ada catatan."
NOBODY = "Belum ada tindakan yang tercatat."
CLOSING = "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."
PARTS = {
    Part.ORDERED: "memerintahkan",
    Part.CONVEYED: "menyampaikan format",
    Part.HANDED_IN: "menyerahkan berkas",
    Part.REVIEWED: "memeriksa berkas",
    Part.COLLECTED: "menyampaikan himpunan",
    Part.COMPILED: "menyetujui rekap",
    Part.ANALYSED: "menganalisis rekap",
    Part.INITIALLED: "memberi paraf rekap akhir",
    Part.APPROVED: "menyetujui rekap akhir",
}
COUNTED = (Part.HANDED_IN, Part.REVIEWED)
MILESTONES = {
    Task.ORDER: "Diperintahkan",
    Task.CONVEY: "Format disampaikan",
    Task.COLLECT: "Berkas terhimpun",
    Task.COMPILE: "Rekap disetujui",
    Task.ANALYSE: "Analisis selesai",
}
NOT_YET = "belum"


def title(run: Run) -> str:
    return f"{NAME} {period(run.period)}"


def subject(run: Run) -> str:
    return f"PENGUMPULAN DATA KINERJA {period(run.period)}".upper()


def opening(of: Dossier, day: date) -> str:
    run = of.run
    what = f"pengumpulan data kinerja {period(run.period)} menurut SOP {run.sop.name}"
    where = f"pada {run.sop.agency}"
    if run.state == RunState.CANCELLED:
        ended = f"Pada hari {spelled_day(day)}, {what} {where} dibatalkan."
        return f"{ended} Alasan: {run.reason.rstrip('. ')}. Keadaan sampai saat itu:"
    if run.is_open:
        return (
            f"Sampai dengan hari {spelled_day(day)}, {what} {where} masih berlangsung, dengan "
            "hasil sementara sebagai berikut."
        )
    return (
        f"Pada hari ini, {spelled_day(day)}, telah diselesaikan {what} {where}, dengan hasil "
        "sebagai berikut."
    )


def number_of(of: Dossier, day: date) -> str:
    """Its place in the office's own register is written by hand: the agenda is of dispositions
    alone. Nothing of it before the run has closed."""
    return "" if of.run.is_open else paper_number(of.stationery, "", day)


def course(of: Dossier) -> list[list[str]]:
    """When each task was done by the last of its seats, and how many files there are."""
    rows = [[label, done(of, task)] for task, label in MILESTONES.items()]
    return [*rows, ["Berkas", counts(tally(of.run))]]


def done(of: Dossier, task: Task) -> str:
    ended = [d.done_at for d in of.run.duties if d.task == task]
    moments = [at for at in ended if at is not None]
    return moment(max(moments), of.zone) if moments and len(moments) == len(ended) else NOT_YET


def counts(found: Tally) -> str:
    told = (
        (found.files, "diserahkan"),
        (found.accepted, "disetujui"),
        (found.waiting, "menunggu pemeriksaan"),
        (found.returned, "dikembalikan untuk perbaikan"),
        (found.replaced, "diganti versi berikutnya"),
        (found.excluded, "dikeluarkan dari rekap"),
        (found.nihil, "jenis dinyatakan nihil"),
    )
    return ", ".join(f"{number(many)} {what}" for many, what in told if many) or "belum ada"


def present_row(place: int, one: Present) -> list[str]:
    """A post with its name, what was recorded of it, and an empty cell for the wet paraf."""
    behalf = f" (a.n. {one.hand.on_behalf})" if one.hand.on_behalf else ""
    nip = f"\nNIP {one.nip}" if one.nip else ""
    name = f"{one.hand.name}{behalf}{nip}"
    return [str(place), f"{one.hand.acting} {one.seat.title}".strip(), name, acts(one), ""]


def acts(one: Present) -> str:
    told = (
        f"{PARTS[part]} ({number(many)})" if part in COUNTED else PARTS[part]
        for part, many in one.parts
    )
    return ", ".join(told)


def remarks(of: Dossier) -> Iterator[str]:
    """What was conveyed with something missing, what was left out, and what was remarked."""
    for duty in conveyed_without(of.run):
        yield f"{title_of(of.run, duty.seat)} menyampaikan himpunan dengan catatan: {duty.remark}"
    for document in excluded(of.run):
        why = f" ({document.reason})" if document.reason else ""
        yield f"Dikeluarkan dari rekap: {document_name(of.run, document)}{why}"
    yield from of.run.remarks.splitlines()

"""What `himpun doctor` says of each office and of the files that are its own."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from bot.rules.people import Leave, Office, Person, Substitution
from bot.rules.sop import Seat
from bot.rules.stationery import Stationery
from bot.texts.calendars import undecreed
from bot.texts.examination import Line, Mark
from bot.texts.fitting import brief
from bot.texts.formats import days, join_names
from bot.texts.sops import SETTINGS

SHARED = "bersama"
OWN = "milik kantor ini"


def no_office() -> Line:
    return Line(Mark.CARE, "Belum ada kantor", "tambahkan sistem ke grup kantor")


def called(office: Office) -> str:
    """Kantor 2, Bappeda: titles may be alike, numbers are not."""
    return f"Kantor {office.id}, {brief(office.title)}"


def asleep(office: Office) -> Line:
    todo = "tambahkan kembali ke grup bila kantor ini masih dilayani"
    return Line(Mark.CARE, f"{called(office)}: sistem telah dikeluarkan dari grup", todo)


def works_by(office: Office, zone: str, sop: str, calendar: str, *, usable: bool) -> Line:
    """`sop` and `calendar` as `file` tells them; what is wrong in them is told by itself."""
    mark = Mark.GOOD if usable else Mark.CARE
    return Line(mark, f"{called(office)}: zona {zone}, SOP {sop}, kalender {calendar}")


def bears(office: Office, settings: Stationery) -> Line:
    """Naskah F4, kop dari /kop, tanpa logo."""
    head = "/kop" if office.letterhead else SETTINGS.lower() if settings.head else "SOP"
    logo = "/kop" if office.logo else SETTINGS.lower() if settings.logo else ""
    of_logo = f"logo dari {logo}" if logo else "tanpa logo"
    return Line(Mark.GOOD, f"{called(office)}: naskah {settings.size}, kop dari {head}, {of_logo}")


def file(name: str, *, own: bool) -> str:
    """ "Pengumpulan Data Kinerja" (bersama); without a name a file that cannot be used."""
    which = OWN if own else SHARED
    return f"“{brief(name)}” ({which})" if name else f"belum dapat dipakai ({which})"


def calendar_years(office: Office, unknown: Sequence[int]) -> Line:
    noted = "Bila sudah dicatat, tambahkan tahunnya pada cuti_bersama_tercatat"
    return Line(Mark.CARE, f"{called(office)}: kalender", f"{undecreed(unknown)} {noted}")


def empty_seats(office: Office, seats: Sequence[Seat]) -> Line:
    if not seats:
        return Line(Mark.GOOD, f"{called(office)}: semua kursi terisi")
    named = join_names([seat.title for seat in seats])
    return Line(Mark.CARE, f"{called(office)}: kursi kosong {named}", "isi dengan /peran di grup")


def unreachable(office: Office, people: Sequence[Person]) -> Line:
    if not people:
        return Line(Mark.GOOD, f"{called(office)}: semua pemegang kursi dapat dihubungi")
    named = join_names([person.name for person in people])
    todo = "mohon yang bersangkutan membuka chat pribadi dengan sistem dan mengetuk Mulai"
    return Line(Mark.CARE, f"{called(office)}: belum dapat dihubungi {named}", todo)


def substitute(
    office: Office, found: Substitution, seat: str, holder: Person | None, today: date
) -> Line:
    """Plh. Irban II dijabat Sari, menggantikan Budi, s.d. Jumat, 27 November 2026."""
    instead = f", menggantikan {holder.name}," if holder else ""
    begun = found.first <= today
    when = f"s.d. {days(found.last, found.last)}" if begun else days(found.first, found.last)
    acts = "dijabat" if begun else "akan dijabat"
    return Line(
        Mark.GOOD,
        f"{called(office)}: {found.title} {seat} {acts} {found.person.name}{instead} {when}",
    )


def on_leave(office: Office, leave: Leave, seats: Sequence[str], *, stood_in: bool) -> Line:
    """Care is asked for where nobody stands in for who is away today."""
    held = f" ({join_names(seats)})" if seats else ""
    what = (
        f"{called(office)}: {leave.person.name}{held} cuti hari ini, "
        f"s.d. {days(leave.last, leave.last)}"
    )
    if stood_in:
        return Line(Mark.GOOD, what)
    return Line(Mark.CARE, what, "tetapkan pengganti dengan /plh di grup")


def own_file_bad(office: int, title: str, path: Path, sentence: str) -> Line:
    which = f"Kantor {office}, {brief(title)}" if title else f"Kantor {office}"
    return Line(Mark.FAILED, f"{which}: {path}", sentence)


def unread_files(folder: Path, names: Iterable[str], read: Sequence[str]) -> Line:
    what = f"{folder}: tidak dibaca {join_names(list(names))}"
    return Line(Mark.CARE, what, f"nama berkas yang dibaca: {join_names(list(read))}")


def folder_of_nobody(folder: Path) -> Line:
    todo = "ganti nama direktori menjadi nomor kantor pada pemeriksaan ini, atau hapus"
    return Line(Mark.CARE, f"{folder}: tidak ada kantor dengan nomor ini", todo)


def not_a_number(path: Path) -> Line:
    todo = "nama direktori di sini adalah nomor kantor, misalnya 2"
    return Line(Mark.CARE, f"{path}: tidak dibaca", todo)

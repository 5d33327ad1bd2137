"""The words of the lembar disposisi."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.rules.disposition_record import GIVEN, Entry
from bot.rules.dispositions import Disposition, Nature, ScannedLetter
from bot.rules.periods import Period
from bot.rules.run import Run
from bot.texts.formats import join_names, period, plain_day, short_moment

NAME = "Lembar disposisi"
TITLE = "LEMBAR DISPOSISI"
NOTHING = "–"
LETTER = ("Surat dari", "Nomor surat", "Tanggal surat")
AGENDA = ("Diterima tanggal", "Nomor agenda", "Sifat")
ABOUT = "Hal"
NATURES = (Nature.VERY_URGENT, Nature.URGENT, Nature.CONFIDENTIAL)
FORWARDED = "Diteruskan kepada"
HOPED = "Dengan hormat harap"
HOPES = ("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi/konfirmasi")
FURTHER = 1  # of HOPES: what an order asks for
NOTES = "Catatan"
INITIALS, SIGNATURE = "Paraf", "Tanda tangan"
DATE = "Tanggal"
ALONE = "Tidak ada arahan tertulis; perintah pada lembar ini berdiri sendiri."
RECORD_TITLE = "Catatan pelaksanaan"
RECORD_NOTE = (
    "Tiap baris adalah tindakan yang tercatat dalam sistem, dan tidak menggantikan paraf atau "
    "tanda tangan basah."
)
MOST_THINGS = 6  # of one act, named in its row
RECORD_HEADINGS = ("No", "Tindakan", "Nama dan NIP", "Jabatan", "Waktu")
NO_RECORD = "Belum ada tindakan yang tercatat."
ACTS: Mapping[str, str] = {
    GIVEN: "Menyampaikan arahan",
    "perintah selesai": "Memerintahkan pengumpulan data",
    "sampaikan selesai": "Menyampaikan format permintaan data",
    "berkas disetujui": "Menyetujui berkas",
    "berkas dikembalikan": "Mengembalikan berkas untuk perbaikan",
    "berkas dikeluarkan": "Mengeluarkan berkas dari rekap",
    "himpun selesai": "Menyampaikan data yang terhimpun",
    "rekap disetujui": "Menyetujui rekap",
    "analisis selesai": "Menyelesaikan analisis dan evaluasi",
    "paraf tercatat": "Memberi paraf rekap akhir (persetujuan tercatat)",
    "persetujuan tercatat": "Menyetujui rekap akhir (persetujuan tercatat)",
    "rekap dikembalikan": "Mengembalikan rekap akhir",
    "persetujuan gugur": "Persetujuan sebelumnya gugur, sebab rekap dikembalikan",
    "putaran dibatalkan": "Membatalkan putaran",
}
"""By the verb of a run's fact; what is not here does not enter the sheet."""


def title(run: Run) -> str:
    return f"{NAME} {period(run.period)}"


def letter_fields(letter: ScannedLetter | None) -> list[list[str]]:
    """Empty where the letter was not told of: that is written by hand."""
    told = (letter.origin, letter.number, day_of(letter)) if letter else (NOTHING,) * len(LETTER)
    return [list(pair) for pair in zip(LETTER, told, strict=True)]


def day_of(letter: ScannedLetter) -> str:
    return plain_day(letter.dated) if letter.dated else ""


def received(sheet: Disposition, zone: str) -> str:
    """Of the letter; an order without one received nothing."""
    return short_moment(sheet.at, zone) if sheet.letter else NOTHING


def about(sheet: Disposition, of: Period) -> str:
    told = sheet.letter.subject if sheet.letter else ""
    return told or f"Permintaan data kinerja {period(of)}"


def nature_boxes(sheet: Disposition) -> list[list[Any]]:
    return [[nature.value.capitalize(), nature == sheet.nature] for nature in NATURES]


def hope_boxes(*, ordered: bool) -> list[list[Any]]:
    """An order is the wish that it be processed; nothing is marked before it."""
    return [[hope, ordered and place == FURTHER] for place, hope in enumerate(HOPES)]


def forwarded(title: str, name: str) -> str:
    return f"{title} ({name})" if name else title


def notes(sheet: Disposition, added: Sequence[Disposition], posts: Sequence[str]) -> list[str]:
    """The arahan first, then those that came after it; `posts` are from whom each came."""
    own, *others = posts
    first = f"{sheet.instruction}\n({own})" if sheet.instruction else ALONE
    more = zip(added, others, strict=True)
    return [first, *(susulan(each, post) for each, post in more)]


def susulan(arahan: Disposition, post: str) -> str:
    """With its letter, which has no fields of its own on the sheet."""
    words = f"Susulan {arahan.agenda}: {arahan.instruction}"
    letter = [letter_note(arahan.letter)] if arahan.letter else []
    return "\n".join([words, *letter, f"({post})"])


def letter_note(letter: ScannedLetter) -> str:
    """ "Surat dari Bappeda, nomor 050/7/2026, tanggal 20 November 2026, hal Data"."""
    named = (("dari", letter.origin), ("nomor", letter.number), ("tanggal", day_of(letter)),
             ("hal", letter.subject))  # fmt: skip
    told = [f"{what} {said}" for what, said in named if said]
    return f"Surat {', '.join(told)}" if told else f"Surat: {letter.name}"


def act(entry: Entry, titles: Mapping[str, str]) -> str:
    """ "Menyetujui berkas: LHP Irban I dan LHE Irban II"; of many how many there are of a kind,
    which the receipts name one by one."""
    said = ACTS[entry.verb]
    objects = counted([told for detail in entry.details if (told := thing(detail, titles))])
    if len(objects) > MOST_THINGS:
        objects = counted([str(d["jenis"]) for d in entry.details if "jenis" in d]) or objects
    named = f"{said}: {join_names(objects)}" if objects else said
    reasons = dict.fromkeys(str(d["alasan"]) for d in entry.details if d.get("alasan"))
    return "\n".join([named, *(f"alasan: {reason}" for reason in reasons)])


def thing(detail: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """What the act was about, as far as its fact tells."""
    if "jenis" in detail:
        return f"{detail['jenis']} {titles.get(detail.get('dari', ''), '')}".strip()
    if "agenda" in detail:
        return f"agenda {detail['agenda']}"
    return f"langkah\u00a0{detail['langkah']}" if "langkah" in detail else ""


def counted(things: Sequence[str]) -> list[str]:
    """ "LHP Irban I (2)"."""
    each = {thing: things.count(thing) for thing in things}
    return [f"{thing} ({count})" if count > 1 else thing for thing, count in each.items()]


def person(entry: Entry) -> str:
    if not entry.post:
        return NOTHING
    behalf = f"\na.n. {entry.hand.on_behalf}" if entry.hand.on_behalf else ""
    nip = f"\nNIP {entry.nip}" if entry.nip else ""
    return f"{entry.hand.name or NOTHING}{nip}{behalf}"


def when(at: datetime, zone: str) -> str:
    """Date and time on a line each."""
    return short_moment(at, zone).replace(" ", "\n", 1)

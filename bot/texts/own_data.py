"""/datadiri: what is kept of a person, why, how long, and whom to ask (UU 27/2022)."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from bot.rules.acts import Act, button_data
from bot.rules.messages import Button, Message
from bot.rules.nip import spaced
from bot.rules.own_data import OfficeRecords, OwnData
from bot.rules.people import Person
from bot.rules.retention import RetentionNote
from bot.texts.fitting import short, some_groups, some_lines, some_names
from bot.texts.formats import days, number

Titles = Mapping[tuple[int, str], str]  # of seats, by office and key
NONE = "belum dicatat"
PERSON = 100
WHY = (
    "Data ini dipakai untuk menjalankan SOP pengumpulan data kinerja: menyampaikan tugas, mencatat "
    "siapa melakukan apa, dan mencantumkan nama pada naskah. Nomor Telegram dan NIP tidak pernah "
    "ditampilkan di grup; NIP hanya tercantum pada naskah."
)
HOW_LONG = (
    "Nama, NIP dan kursi disimpan selama diperlukan; catatan, berkas dan pesan menurut jadwal "
    "retensi arsip (JRA) kantor. Tidak ada yang dihapus dengan sendirinya."
)
CORRECTED = (
    "Untuk koreksi lain atau salinan data, mohon menghubungi pejabat yang memerintahkan "
    "pengumpulan data atau administrator grup kantor; koreksi dilakukan paling lambat 3×24 jam "
    "(UU 27/2022 tentang Pelindungan Data Pribadi)."
)
WHOM = f"Nama untuk naskah dan NIP dapat diubah dengan tombol di bawah. {CORRECTED}"


def own_data(own: OwnData, titles: Titles, notes: Sequence[RetentionNote]) -> Message:
    """Privately; with the buttons that correct it. `notes` are those of his offices."""
    lines = ["<b>Data diri yang disimpan sistem</b>", *some_lines(list(kept(own, titles)), 2200)]
    return Message("\n".join([*lines, "", WHY, how_long(notes), WHOM]), buttons(own))


def how_long(notes: Sequence[RetentionNote]) -> str:
    """By the offices' notes; years as active and inactive together."""
    told = [
        f"{note.kind.value} {note.active + note.inactive} tahun ({note.fate.value})"
        + (", asumsi" if note.assumed else "")
        for note in notes
    ]
    return (
        f"{HOW_LONG} Retensi sejak akhir tahun putaran: {some_groups(told)}." if told else HOW_LONG
    )


def on_paper(own: OwnData) -> str:
    """For who asks an operator: plain, and without what only a chat has."""
    told = "\n".join([*kept(own, {}), "", WHY, HOW_LONG, CORRECTED])
    return html.unescape(re.sub(r"<[^>]*>", "", told))


def buttons(own: OwnData) -> tuple[tuple[Button, ...], ...]:
    first = (
        Button("Ubah nama", button_data(Act.GIVE_NAME)),
        Button("Ubah NIP", button_data(Act.GIVE_NIP)),
    )
    if not own.person.nip:
        return (first,)
    return (first, (Button("Hapus NIP", button_data(Act.DROP_NIP)),))


def kept(own: OwnData, titles: Titles) -> Iterator[str]:
    person = own.person
    yield f"• Nama di Telegram: {short(person.name, PERSON)}"
    yield f"• Nama untuk naskah: {short(person.given_name, PERSON) if person.given_name else NONE}"
    yield f"• Nama pengguna: {'@' + short(person.username) if person.username else 'tidak ada'}"
    yield f"• Nomor Telegram: {person.id}"
    yield f"• NIP: {spaced(person.nip) if person.nip else NONE}"
    yield f"• Pesan dan ketukan di chat pribadi: {number(own.messages)}"
    if not own.belongs:
        yield "• Belum ada kursi, berkas atau catatan pada kantor mana pun."
    for office in own.belongs:
        yield from in_office(office, titles)


def in_office(one: OfficeRecords, titles: Titles) -> Iterator[str]:
    yield f"<b>{short(one.title)}</b>"
    if one.seats:
        yield f"• Kursi: {seats(one, one.seats, titles)}"
    if one.staff:
        yield f"• Staf: {seats(one, one.staff, titles)}"
    for each in one.substitutions:
        seat = titles.get((one.office_id, each.seat), each.seat)
        yield f"• {each.title} {short(seat)}, {days(each.first, each.last)}"
    for leave in one.leaves:
        yield f"• Cuti {days(leave.first, leave.last)}"
    yield f"• Berkas yang diserahkan: {number(one.documents)}; catatan: {number(one.facts)}"


def seats(one: OfficeRecords, keys: tuple[str, ...], titles: Titles) -> str:
    return some_names([short(titles.get((one.office_id, key), key)) for key in keys])


def ask_name() -> Message:
    return Message(
        "Mohon menuliskan nama lengkap beserta gelar sebagaimana dicantumkan pada naskah, sebagai "
        "balasan pesan ini.",
        ask="Nama dan gelar",
    )


def ask_nip() -> Message:
    return Message("Mohon menuliskan NIP (18 angka) sebagai balasan pesan ini.", ask="18 angka")


def asked() -> str:
    return "Mohon menjawab pesan di bawah."


def recorded() -> str:
    return "Perubahan telah dicatat."


def name_recorded(name: str) -> Message:
    return Message(f"Nama untuk naskah telah dicatat: “{short(name, PERSON)}”. Terima kasih.")


def nip_recorded(nip: str) -> Message:
    return Message(f"NIP telah dicatat, berakhir {nip[-4:]}. Terima kasih.")


def nip_dropped() -> Message:
    return Message(
        "NIP telah dihapus dan tidak lagi tercantum pada naskah baru. Naskah dan pesan terdahulu "
        "yang memuatnya mengikuti jadwal retensi arsip. Terima kasih."
    )


def nobody_of(asked: str, known: Sequence[Person]) -> str:
    if not known:
        return f"Tidak ada pegawai dengan nomor atau nama “{asked}”."
    lines = [f"• {person.id}: {person.formal_name}" for person in known]
    head = f"“{asked}” cocok dengan beberapa orang. Mohon memilih dengan nomornya:"
    return "\n".join([head, *lines])

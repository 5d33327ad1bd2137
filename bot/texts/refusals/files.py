"""Files and documents that were handed in."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.rules.errors import files as e
from bot.rules.errors.refusal import Refusal
from bot.rules.form_faults import FormFault, Weight
from bot.rules.intake_bounds import BYTES_A_DAY, FILES_A_DAY
from bot.rules.periods import NotAPeriod, parse
from bot.texts import (
    form_faults,
    versions,
)
from bot.texts.fitting import short, some_names
from bot.texts.formats import period
from bot.texts.refusals.plain import plain

FAULT = 200  # characters
FILE_FAULTS = {
    "empty": "berkas kosong (0 byte). Mohon memeriksa lalu mengirim kembali",
    "too_big": "ukuran melebihi 20 MB, batas unduh Telegram. Mohon memperkecil atau memecahnya",
    "damaged": "berkas rusak dan tidak dapat dibuka. Mohon menyimpan ulang lalu mengirim kembali",
    "macros": "berkas memuat makro. Mohon menyimpannya sebagai XLSX tanpa makro",
    "links": "berkas memuat tautan ke berkas lain. Mohon memutus tautan lalu menyimpan ulang",
    "encrypted": "berkas memakai kata sandi. Mohon menyimpannya tanpa kata sandi (di Excel: "
    "File, Info, Protect Workbook, Encrypt with Password, lalu dikosongkan)",
    "old_format": "bentuk berkas belum didukung. Mohon menyimpannya sebagai XLSX, DOCX atau PDF",
    ".xls": "bentuk berkas .xls belum didukung. Mohon membukanya, memilih Simpan Sebagai, jenis "
    "Excel Workbook (.xlsx), lalu mengirim kembali",
    ".xlsb": "bentuk berkas .xlsb belum didukung. Mohon membukanya, memilih Simpan Sebagai, jenis "
    "Excel Workbook (.xlsx), lalu mengirim kembali",
    ".ods": "bentuk berkas .ods belum didukung. Mohon membukanya, memilih Simpan Sebagai, jenis "
    "Excel 2007–365 (.xlsx), lalu mengirim kembali",
    ".csv": "bentuk berkas .csv belum didukung. Mohon menyalin isinya ke buku kerja dari sistem, "
    "menyimpannya sebagai .xlsx, lalu mengirim kembali",
    "too_large_inside": "isi berkas terlalu besar. Mohon memakai buku kerja dari sistem",
    "timed_out": "berkas terlalu lama dibaca. Mohon memakai buku kerja dari sistem",
    "not_a_workbook": "berkas bukan buku kerja XLSX. Mohon memakai buku kerja dari sistem",
    "no_mark": "bukan buku kerja yang dikirim sistem. Mohon mengisi buku kerja dari sistem",
    "not_a_picture": "berkas bukan gambar yang dapat dipakai. Mohon mengirim PNG atau JPEG",
    "too_many_pixels": "gambar terlalu besar, paling besar 25 juta piksel. Mohon memperkecilnya, "
    "misalnya menjadi 600 × 600 piksel",
    "type": "jenis berkas belum didukung. Mohon mengirim XLSX, PDF, DOCX atau foto",
    "scan_type": "pindaian surat dicatat sebagai PDF atau foto (JPEG, PNG). Mohon mengirimkannya "
    "dalam bentuk itu sebagai balasan pesan arahan",
    "scan_parts": "satu arahan memuat satu berkas pindaian. Mohon menggabungkan halamannya dalam "
    "satu PDF lalu mengirimkannya sebagai balasan pesan arahan",
    "gone": "berkas tidak dapat diambil dari Telegram. Mohon mengirimkannya kembali",
    "fault": "sistem belum dapat memproses berkas ini. Petugas telah diberi tahu. Mohon "
    "mengirimkannya kembali nanti",
}
MARK_FAULTS = {
    "office": "buku kerja ini milik kantor lain. Mohon memakai buku kerja dari kantor ini",
    "run": "buku kerja ini untuk putaran lain. Mohon memakai buku kerja putaran yang berjalan",
    "schema": "buku kerja ini dibuat dengan susunan lain. Mohon mengambil buku kerja terbaru pada "
    "/tugas dan menyalin isinya",
    "seat": "buku kerja ini untuk kursi lain. Mohon memakai buku kerja kursi sendiri",
    "whole": "ini buku kerja satu kursi, bukan format seluruh kantor. Mohon memakai buku kerja "
    "dari /format",
    "master": "ini format induk, bukan buku kerja kursi. Mohon memakai buku kerja kursi sendiri",
}


def kind_not_owed(r: e.KindNotOwed, _zone: str) -> str:
    owed = some_names([short(code) for code in r.owed]) if r.owed else "tidak ada"
    return (
        f"Jenis {short(r.kind)} tidak diminta dari {short(r.seat)}. Yang diminta: {owed}. "
        "Mohon memeriksa kembali berkasnya."
    )


def not_handed_in(r: e.NotHandedIn, _zone: str) -> str:
    """How each of the files that the sender may send is sent."""
    ways = [
        (r.letters, "surat arahan: dengan keterangan <code>/disposisi</code> dan arahannya"),
        (r.scans, "naskah bertanda tangan: dengan keterangan <code>/fisik KODE tempat</code>"),
        (r.logos, "logo kantor: sebagai balasan pesan <code>/kop</code>"),
    ]
    listed = ";\n".join(f"• {way}" for may, way in ways if may)
    return (
        "Peruntukannya belum jelas, sebab kursi ini tidak menyerahkan berkas data kinerja. Mohon "
        f"mengirimnya kembali sesuai maksudnya:\n{listed}."
    )


def file_refused(r: e.FileRefused, _zone: str) -> str:
    name = f" {short(r.name)}" if r.name else ""
    if r.code == "old_format" and r.detail in FILE_FAULTS:
        return f"Berkas{name} belum dapat diterima: {FILE_FAULTS[r.detail]}. Terima kasih."
    detail = f" ({short(r.detail)})" if r.detail else ""
    return f"Berkas{name} belum dapat diterima: {FILE_FAULTS[r.code]}{detail}. Terima kasih."


def form_refused(r: e.FormRefused, _zone: str) -> str:
    """What must be mended, and apart from it what else stands out."""
    errors = [fault for fault in r.faults if fault.weight == Weight.ERROR]
    warnings = [fault for fault in r.faults if fault.weight == Weight.WARNING]
    lines = [f"Data {short(r.name)} dikembalikan untuk perbaikan:", *fault_lines(errors, 12)]
    if warnings:
        lines += ["Mohon juga diperiksa:", *fault_lines(warnings, 4)]
    if r.compared:
        lines += versions.compared(r.compared, 400)
    return "\n".join([*lines, "Mohon diperbaiki lalu dikirim kembali. Terima kasih."])


def fault_lines(faults: Sequence[FormFault], most: int) -> list[str]:
    shown = [f"• {short(form_faults.fault(fault), FAULT)}" for fault in faults[:most]]
    rest = len(faults) - len(shown)
    return [*shown, f"• dan {rest} hal lain"] if rest else shown


def wrong_mark(r: e.WrongMark, _zone: str) -> str:
    found = f" (tertulis: {short(written(r.found))})" if r.found else ""
    return f"Berkas belum dapat diterima: {MARK_FAULTS[r.what]}{found}."


def written(mark: str) -> str:
    """A period by its name; a seat's title as it stands."""
    try:
        return period(parse(mark))
    except NotAPeriod:
        return mark


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.DocumentDecided: lambda r, _z: (
        f"Berkas ini berstatus {short(r.state)}; tidak dapat diputuskan lagi."
    ),
    e.NothingToAccept: plain("Tidak ada berkas yang menunggu pemeriksaan."),
    e.KindNotOwed: kind_not_owed,
    e.KindSettled: lambda r, _z: f"Berkas {short(r.kind)} telah diterima; Nihil tidak diperlukan.",
    e.TooManyFiles: plain(
        f"Batas pengiriman seorang pegawai ({FILES_A_DAY} berkas atau {BYTES_A_DAY >> 30} GB dalam "
        "24 jam) telah tercapai. Berkas ini dan berkas berikutnya belum dicatat; mohon mengirimnya "
        "kembali setelah 24 jam."
    ),
    e.FileRefused: file_refused,
    e.FormRefused: form_refused,
    e.WrongMark: wrong_mark,
    e.NotHandedIn: not_handed_in,
    e.NotAFile: plain(
        "Pesan ini bukan berkas yang dapat dicatat. Mohon mengirim XLSX, PDF, DOCX atau foto."
    ),
    e.OfferSettled: plain("Berkas ini telah ditempatkan sebelumnya. Tidak ada yang perlu dipilih."),
    e.AlreadyReceived: plain("Berkas yang sama telah diterima sebelumnya dan dihitung satu kali."),
    e.NotALetterHead: lambda r, _z: (
        f"Jawaban “{short(r.text)}” belum dapat dibaca sebagai nomor dan tanggal surat. Mohon "
        "menuliskan satu nomor dan satu tanggal, contoh: 700/12/LHP/2026, 3 November 2026."
    ),
    e.LetterSettled: plain("Nomor dan tanggal berkas ini telah dijawab sebelumnya. Terima kasih."),
    e.OldVersion: lambda r, _z: (
        f"Berkas ini sama dengan versi {short(str(r.version))}, yang telah diganti. "
        f"Versi {short(str(r.newest))} tetap berlaku. Mohon mengirim versi terbaru bila ada "
        "perubahan."
    ),
    e.SearchGone: plain(
        "Pencarian ini bukan milik Bapak/Ibu atau tidak dikenal lagi. Mohon mengetik /berkas "
        "dengan kata yang dicari."
    ),
}

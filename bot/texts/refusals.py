"""Every refusal in words: what is wrong and what to do."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.rules import errors as e
from bot.rules.form_faults import FormFault, Weight
from bot.rules.intake_bounds import BYTES_A_DAY, FILES_A_DAY
from bot.rules.periods import NotAPeriod, parse
from bot.texts import (
    approval_refusals,
    calendar_refusals,
    disposition_refusals,
    form_faults,
    hardcopy_refusals,
    letterhead_refusals,
    own_data_refusals,
    packs,
    seating_refusals,
    versions,
)
from bot.texts.fitting import LINES, short, some_groups, some_names
from bot.texts.formats import escape, moment, number, period
from bot.texts.words import PERSON, by_unit

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


def sentence(refusal: e.Refusal, zone: str) -> str:
    """The refusal as HTML-safe text; `zone` is the office's, for times."""
    return SENTENCES[type(refusal)](refusal, zone)


def unknown_button() -> str:
    return "Tombol ini tidak dikenal lagi. Mohon mengetik /tugas."


def not_yours(r: e.NotYours, _zone: str) -> str:
    whose = some_names([short(seat) for seat in r.seats])
    who = f" ({some_names([short(name, PERSON) for name in r.holders])})" if r.holders else ""
    return f"Tindakan ini milik {whose}{who}."


def no_run(r: e.NoRun, _zone: str) -> str:
    if r.file:
        return (
            "Tidak ada putaran pengumpulan data yang berjalan, sehingga berkas ini belum dapat "
            "dicatat. Mohon menunggu permintaan data berikutnya."
        )
    how = " Mohon mengetik /mulai untuk memulai." if r.may_start else ""
    return f"Tidak ada putaran yang berjalan.{how}"


def run_not_open(r: e.RunNotOpen, zone: str) -> str:
    when = f" sejak {moment(r.closed_at, zone)}" if r.closed_at else ""
    return (
        f"Putaran ini tidak berjalan lagi{when}. Mohon mengetik /status untuk melihat putaran "
        "yang berjalan."
    )


def not_now(r: e.NotNow, _zone: str) -> str:
    if r.done:
        return f"Langkah {r.step} telah diselesaikan sebelumnya. Tidak ada yang perlu diulang."
    return f"Langkah {r.step} belum dibuka. Mohon menunggu langkah sebelumnya selesai."


def kind_not_owed(r: e.KindNotOwed, _zone: str) -> str:
    owed = some_names([short(code) for code in r.owed]) if r.owed else "tidak ada"
    return (
        f"Jenis {short(r.kind)} tidak diminta dari {short(r.seat)}. Yang diminta: {owed}. "
        "Mohon memeriksa kembali berkasnya."
    )


def unknown_seat(r: e.UnknownSeat, _zone: str) -> str:
    known = some_names([f"<code>{escape(key)}</code>" for key in r.known], LINES)
    return f"Kursi “{short(r.seat)}” tidak ada. Kursi yang ada: {known}."


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


def seat_taken(r: e.SeatTaken, _zone: str) -> str:
    holder = short(r.holder, PERSON)
    return f"Kursi {short(r.title)} telah dipegang {holder}. Tidak ada yang perlu diubah."


def still_missing(r: e.StillMissing, _zone: str) -> str:
    missing = some_groups(by_unit(r.missing), LINES)
    return f"Belum lengkap: {missing}. Penyampaian memerlukan alasan."


def nobody_above(r: e.NobodyAbove, _zone: str) -> str:
    above = some_names([short(title) for title in r.titles]) or "tidak ditetapkan"
    return (
        f"Belum ada pejabat lain yang bertugas pada kursi atasan ({above}), sehingga permohonan "
        "belum dapat diputuskan. "
        "Mohon menghubungi administrator grup."
    )


def not_a_figure(r: e.NotAFigure, _zone: str) -> str:
    said = f" “{short(r.text)}”" if short(r.text) else ""
    return (
        f"Jawaban{said} belum dapat dibaca sebagai angka. Mohon menuliskan angkanya saja, contoh "
        "1.234,56, atau: belum ada."
    )


def office_command(r: e.OfficeAskedBefore) -> str:
    return f"/{short(r.command)}" if r.command else "perintahnya"


def plain(text: str) -> Callable[[Any, str], str]:
    return lambda _refusal, _zone: text


SENTENCES: dict[type[e.Refusal], Callable[[Any, str], str]] = {
    **seating_refusals.SENTENCES,
    **disposition_refusals.SENTENCES,
    **approval_refusals.SENTENCES,
    **packs.SENTENCES,
    **letterhead_refusals.SENTENCES,
    **hardcopy_refusals.SENTENCES,
    **own_data_refusals.SENTENCES,
    e.NoSeat: plain(
        "Belum ada kursi yang tercatat atas nama Bapak/Ibu di kantor ini. Mohon mengetik /peran "
        "di grup lalu memilih kursi."
    ),
    e.NoOffice: plain(
        "Belum ada kantor yang terhubung. Mohon membuka grup kantor, mengetik /peran, lalu "
        "mengetuk “Pilih kursi saya”."
    ),
    e.SeveralOffices: lambda r, _z: (
        f"Bapak/Ibu memegang kursi di {some_names([short(title) for title in r.titles])}. Mohon "
        "mengetik perintah ini di grup kantor yang dimaksud."
    ),
    e.OfficeAskedBefore: lambda r, _z: (
        f"Pilihan kantor ini telah lewat. Mohon mengetik {office_command(r)} kembali."
    ),
    e.GroupOnly: lambda r, _z: f"Perintah /{r.command} digunakan di grup kantor.",
    e.NotYours: not_yours,
    e.AdministratorsOnly: plain("Hanya administrator grup yang menetapkan kursi."),
    e.NotOneself: plain(
        "Kursi sendiri ditetapkan oleh administrator grup yang lain. Mohon meminta persetujuannya."
    ),
    e.UnknownSeat: unknown_seat,
    e.SeatTaken: seat_taken,
    e.ClaimSettled: plain("Pengajuan ini telah diputuskan sebelumnya."),
    e.AnonymousSender: plain(
        "Pesan ini dikirim atas nama grup, sehingga pengirimnya tidak tercatat. Mohon mengirimkan "
        "kembali sebagai diri sendiri (nonaktifkan mode anonim)."
    ),
    e.NoRun: no_run,
    e.RunNotOpen: run_not_open,
    e.PeriodTaken: lambda r, _z: f"Putaran {short(r.period)} sudah ada. Mohon pilih periode lain.",
    e.NotNow: not_now,
    e.StillMissing: still_missing,
    e.DocumentDecided: lambda r, _z: (
        f"Berkas ini berstatus {short(r.state)}; tidak dapat diputuskan lagi."
    ),
    e.NothingToAccept: plain("Tidak ada berkas yang menunggu pemeriksaan."),
    e.KindNotOwed: kind_not_owed,
    e.KindSettled: lambda r, _z: f"Berkas {short(r.kind)} telah diterima; Nihil tidak diperlukan.",
    e.NotYetOrdered: plain(
        "Permintaan data belum diperintahkan. Mohon menunggu pesan permintaan dari sistem."
    ),
    e.RecapApproved: plain(
        "Rekap telah disetujui dan tidak berubah lagi; berkas yang dikirim sesudahnya disimpan "
        "sebagai catatan. Mohon menghubungi yang menyetujui rekap bila ada perubahan."
    ),
    e.RecapChanged: plain(
        "Rekap telah berubah sejak pesan ini. Mohon membaca rekap terbaru di bawah, lalu "
        "menyetujuinya."
    ),
    e.ReasonTooShort: plain("Alasan terlalu singkat. Mohon menuliskan alasan yang jelas."),
    e.PleaSettled: plain("Permohonan waktu tambahan ini telah diputuskan sebelumnya."),
    e.AlreadyAsked: lambda r, _z: (
        f"Permohonan waktu tambahan masih menunggu keputusan {short(r.superior)}."
    ),
    e.NobodyAbove: nobody_above,
    e.NothingOwed: plain(
        "Tidak ada tugas yang terbuka, sehingga tidak ada batas yang dapat diubah."
    ),
    e.TooManyFiles: plain(
        f"Batas pengiriman seorang pegawai ({FILES_A_DAY} berkas atau {BYTES_A_DAY >> 30} GB dalam "
        "24 jam) telah tercapai. Berkas ini dan berkas berikutnya belum dicatat; mohon mengirimnya "
        "kembali setelah 24 jam."
    ),
    e.FileRefused: file_refused,
    e.FormRefused: form_refused,
    e.WrongMark: wrong_mark,
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
    e.NotAFigure: not_a_figure,
    e.NegativeMoney: lambda r, _z: (
        f"Realisasi rupiah tidak dapat kurang dari nol ({number(r.figure)}). Mohon diperiksa "
        "kembali."
    ),
    e.TooManyDigits: lambda r, _z: (
        f"Angka memuat lebih dari {r.most} digit. Mohon dibulatkan lalu ditulis kembali."
    ),
    e.AnswerTooLong: lambda r, _z: (
        f"Jawaban melebihi {number(r.most)} huruf. Mohon diringkas lalu ditulis kembali."
    ),
    e.QuestionGone: plain(
        "Pertanyaan ini telah dilewati atau dijawab. Mohon melanjutkan pada pesan yang terbaru."
    ),
    e.FillingOver: plain(
        "Pengisian lewat chat ini telah berakhir. Mohon mengetik /tugas untuk melihat tugas yang "
        "terbuka."
    ),
    e.FillingIncomplete: lambda r, _z: (
        f"Realisasi indikator {some_names([str(n) for n in r.numbers])} belum dijawab. Mohon diisi "
        "angka atau dinyatakan belum ada sebelum dikirim."
    ),
    e.NothingAsked: plain(
        "Pesan ini tidak menjawab pertanyaan sistem. Mohon mengetik /tugas untuk melihat tugas "
        "yang terbuka, atau /bantuan untuk petunjuk."
    ),
    e.FormatChanged: plain(
        "Format telah diganti sejak pesan ini. Mohon menyampaikan format pada pesan yang terbaru."
    ),
    **calendar_refusals.SENTENCES,
    e.FormatConveyed: plain(
        "Format telah disampaikan, sehingga tidak dapat diganti lagi pada putaran ini. Untuk "
        "putaran berikutnya, mohon mengetik /format."
    ),
}

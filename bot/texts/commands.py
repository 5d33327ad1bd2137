"""What the command line says to who runs the system: help, refusals and results."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.rules.procedures import OwnFileFault
from bot.rules.run import Document, Run
from bot.texts.fitting import brief
from bot.texts.formats import file_size, number, period

USAGE = "Pemakaian: "
WRONG_USE = "Perintah tidak lengkap atau tidak dikenal."
WRONG_USES = {
    re.compile(r"the following arguments are required: (.+)"): "Belum diisi: {0}.",
    re.compile(r"argument (\S+): expected .*argument"): "Belum diisi: {0}.",
    re.compile(r"argument (\S+): invalid .*?: ?'(.*?)'"): "Isian {0} tidak dikenal: {1}.",
    re.compile(r"unrecognized arguments: (.+)"): "Tidak dikenal: {0}.",
}
COMMANDS_TITLE, ARGUMENTS_TITLE, OPTIONS_TITLE = "perintah", "isian", "pilihan"
HELP = "tampilkan bantuan ini"
ABOUT = "Himpun: sistem pengumpulan data kinerja di Telegram menurut SOP kantor."
COMMANDS = {
    "run": "jalankan sistem pada Telegram sampai dihentikan (SIGTERM atau Ctrl-C)",
    "gladi": "peragakan hari kantor pada Telegram tiruan di peramban, tanpa pengaturan apa pun",
    "sop": "periksa, gambar atau cetak berkas SOP: himpun sop check, draw atau print BERKAS",
    "doctor": "periksa token, hak di grup, basis data, cakram, jam, kalender dan kursi",
    "verify": "buktikan rantai catatan semua putaran dan isi semua berkas",
    "backup": "salin basis data SQLite selagi sistem berjalan",
    "export": "kemas satu putaran sebagai ZIP: berkas, rekap, catatan, SOP, kalender, pemeriksanya",
    "hapus": "musnahkan berkas satu putaran yang melewati retensi (JRA), bila paket buktinya ada",
    "data": "tampilkan data seorang pegawai yang disimpan sistem (UU 27/2022)",
}
ARGUMENTS = {
    "check": "sebutkan semua kekeliruan berkas SOP, atau tampilkan isinya",
    "draw": "gambarkan alur SOP sebagai PNG atau PDF",
    "print": "cetak SOP sebagai PDF menurut bentuk Permenpan 35/2012",
    "sop_file": "berkas SOP (TOML)",
    "drawing": "tempat gambar, berakhiran .png atau .pdf; bawaan: nama SOP .png di direktori ini",
    "sheet": "tempat PDF; bawaan: nama SOP .pdf di direktori ini",
    "paper": "ukuran kertas, F4 atau A4; bawaan: menurut pengaturan kantor",
    "otomatis": "jalankan sendiri sampai selesai, dengan kemajuan yang ditampilkan",
    "keluaran": "direktori untuk rekap, berkas dan percakapan; bawaan: hasil",
    "ruang": "direktori isi halaman gladi, agar dapat dilanjutkan; bawaan: sementara",
    "port": "porta halaman gladi di mesin ini; bawaan: acak",
    "sop": "berkas SOP yang diperagakan; bawaan: SOP yang disertakan",
    "copy": "tempat salinan; bawaan: direktori cadangan di DATA_DIR",
    "run": "nomor putaran, atau periodenya seperti 2026-TW3 atau 2026-10",
    "kind": "jenis arsip: berkas-serahan, rekap-dan-naskah, pindaian, catatan, arsip-percakapan",
    "reason": "alasan pemusnahan, sedikitnya 10 huruf",
    "basis": "keputusan penilaian kembali, bila nasibnya dinilai kembali",
    "pack": "paket bukti putaran itu (himpun export), sebagai cadangannya",
    "yes": "tanpa pertanyaan konfirmasi",
    "person": "nomor Telegram atau nama pegawai",
    "json": "sebagai JSON, untuk diolah",
    "bundle": "tempat ZIP; bawaan: himpun-PERIODE-NOMOR.zip di direktori ini",
}

_SETTINGS = {
    "unknown": "nama ini tidak dikenal; nama yang berlaku tercantum pada .env.example.",
    "number": "isian harus berupa bilangan bulat lebih dari 0.",
    "choice": "isian di luar pilihan; pilihannya tercantum pada .env.example.",
    "url": "isian harus berupa alamat lengkap, misalnya https://bot.contoh.go.id/kait.",
    "zone": "zona waktu tidak dikenal. Contoh: Asia/Makassar.",
    "no_file": "berkas tidak ditemukan.",
    "token_form": "bukan bentuk token dari @BotFather (angka, titik dua, huruf).",
    "secret_form": "hanya boleh memuat 1 s.d. 256 huruf, angka, garis bawah atau tanda hubung.",
    "secret_missing": "wajib diisi bila WEBHOOK_URL diisi.",
    "listen_form": "isian harus berbentuk host:port. Contoh: 127.0.0.1:8080.",
    "database_form": "alamat harus diawali sqlite:// atau postgresql://.",
    "other": "isian tidak dapat dipakai.",
}
_STORAGE = {
    "UnknownDatabase": "Basis data “{scheme}” tidak dikenal. Mohon memakai SQLite atau PostgreSQL.",
    "WrongPragma": "SQLite tidak menerima setelan {name} = {wanted} (terbaca {found}). "
    "Mohon memindahkan DATA_DIR ke cakram lain.",
    "NetworkFileSystem": "{path} berada pada sistem berkas jaringan ({kind}), yang dapat merusak "
    "basis data. Mohon memindahkan DATA_DIR ke cakram mesin ini.",
    "AnotherInstance": "Sistem lain sedang memakai basis data ini. Mohon menghentikannya lebih "
    "dahulu; hanya satu yang boleh berjalan.",
    "SchemaNotCurrent": "Susunan basis data (versi {found}) belum sesuai dengan versi sistem ini "
    "({wanted}). Mohon menjalankan himpun run sekali.",
    "NotMadeYet": "Basis data belum ada. Mohon menjalankan himpun run lebih dahulu.",
    "NotLoadedHere": "Putaran {run_id} disimpan tanpa dibaca lebih dahulu.",
    "NothingVanishes": "Putaran {run_id} hendak disimpan dengan bagian yang hilang.",
    "UsePgDump": "Basis data PostgreSQL disalin dengan pg_dump, bukan dengan perintah ini.",
    "NotEnoughSpace": "Ruang cakram tidak cukup: diperlukan {needed} bita, tersedia {free} bita.",
    "BackupDamaged": "Salinan tidak lolos pemeriksaan ({detail}). Mohon menjalankan himpun doctor.",
    "NotInCabinet": "Berkas {digest} tidak ada dalam lemari berkas.",
    "DamagedInCabinet": "Isi berkas {digest} dalam lemari berkas telah berubah.",
}


def no_token() -> str:
    """Three lines: what to do."""
    return (
        "Token bot belum diisi. Mohon membuat bot pada @BotFather dengan perintah /newbot.\n"
        "Simpan token yang diberikan pada berkas .env, satu baris: BOT_TOKEN=<token>\n"
        "Setelah itu jalankan kembali: himpun run"
    )


def token_refused() -> str:
    return (
        "Telegram menolak token bot. Mohon memeriksa BOT_TOKEN pada .env; token baru diperoleh "
        "dari @BotFather dengan perintah /token."
    )


def another_poller() -> str:
    return (
        "Sistem lain sedang mengambil pesan dengan token yang sama. Mohon menghentikannya lebih "
        "dahulu."
    )


def wrongly_used(program: str, reason: str = "") -> str:
    """`reason` is argparse's own, in English."""
    found = ((told, pattern.search(reason)) for pattern, told in WRONG_USES.items())
    known = next((told.format(*said.groups()) for told, said in found if said), WRONG_USE)
    return f"{known} Bantuan: {program} --help"


def bad_settings(faults: Iterable[tuple[str, str]]) -> str:
    """Every fault, one a line: the variable and what is wrong with it, never its value."""
    lines = [f"• {name}: {_SETTINGS[code]}" for name, code in faults]
    return "\n".join(["Pengaturan belum dapat dipakai. Mohon diperbaiki:", *lines])


def not_set(fault: str) -> str:
    """A face or a template is wanting; the compiler's own words are English."""
    return (
        f"Naskah belum dapat disusun: {brief(fault, 300)}. Mohon menjalankan himpun doctor, yang "
        "memeriksa templat kantor."
    )


def own_files_faulty(faults: Iterable[tuple[OwnFileFault, str]]) -> str:
    """Each file with its office and what is wrong in it, line by line, then what to do."""
    told = [f"Berkas {one.path} milik {whose(one)}. {sentence}" for one, sentence in faults]
    todo = (
        "Berkas itu mohon diperbaiki, atau dipindahkan ke luar direktori kantornya agar kantor itu "
        "memakai yang berlaku bersama. himpun doctor memeriksanya kembali."
    )
    return "\n".join([*told, todo])


def whose(one: OwnFileFault) -> str:
    """kantor 2 (Bappeda)."""
    return f"kantor {one.office} ({one.title})" if one.title else f"kantor {one.office}"


def storage_fault(name: str, details: Mapping[str, object]) -> str:
    """The sentence of a storage fault by its type's name (storage/faults.py)."""
    return _STORAGE[name].format_map(details)


def system_refuses(path: str, reason: str) -> str:
    """`reason` is the operating system's own word."""
    subject = f"Berkas atau direktori {path} tidak dapat dipakai" if path else "Sistem menolak"
    return f"{subject} ({reason}). Mohon diperiksa nama dan hak aksesnya."


def not_text() -> str:
    return "Berkas tidak dapat dibaca sebagai teks UTF-8. Mohon disimpan kembali sebagai UTF-8."


def database_away(kind: str) -> str:
    """`kind` is the database driver's name of the fault; its message may hold the address."""
    return (
        f"Basis data tidak dapat dibuka ({kind}). Mohon memeriksa DATABASE_URL dan DATA_DIR, lalu "
        "menjalankan himpun doctor."
    )


def unrecorded(run: Run, document: Document) -> str:
    """A place that `himpun verify` could not prove, like the ones that storage tells."""
    what = f"{document.kind} dari {document.seat}, versi {document.version}"
    return f"putaran {run.id}, berkas {document.id} ({what}): tidak sesuai dengan catatan"


def file_lost(run: Run, place: int) -> str:
    return f"putaran {run.id}, catatan {place}: isi berkasnya hilang atau berubah"


def office_file_lost(office_id: int, place: int) -> str:
    return f"kantor {office_id}, catatan {place}: isi berkasnya hilang atau berubah"


def drawn(path: str, size: int) -> str:
    return f"Alur SOP digambar ke {path} ({file_size(size)})."


def wrong_ending(name: str, endings: Sequence[str]) -> str:
    return f"“{name}” tidak dapat dipakai di sini. Mohon memakai akhiran {' atau '.join(endings)}."


def printed(path: str, size: int) -> str:
    return f"SOP dicetak ke {path} ({file_size(size)})."


def proved(offices: int, runs: int, files: int) -> str:
    return (
        f"Terbukti: rantai catatan {number(offices)} kantor dan {number(runs)} putaran utuh, isi "
        f"{number(files)} berkas sesuai."
    )


def destroyed(files: int, begun: int) -> str:
    told = (
        f"{number(files)} berkas telah dimusnahkan menurut retensi; catatan dan sidiknya tetap ada."
    )
    if not begun:
        return told
    return (
        f"{told} {number(begun)} di antaranya masih tersimpan: mohon mengulangi himpun hapus, "
        "kecuali bila dipakai putaran lain."
    )


def not_proved(places: Iterable[str]) -> str:
    lines = [f"• {place}" for place in places]
    return "\n".join(["Tidak terbukti, catatan atau berkas telah berubah pada:", *lines])


def backed_up(path: str, size: int, cabinet: str) -> str:
    """The files of the cabinet never change, so any copying tool may follow."""
    return (
        f"Basis data disalin ke {path} ({file_size(size)}).\n"
        f"Mohon menyalin juga direktori {cabinet}, sesudah basis data."
    )


def exported(run: Run, path: str, files: int, size: int) -> str:
    return (
        f"Putaran {run.id} ({period(run.period)}) dikemas ke {path}: {number(files)} berkas, "
        f"{file_size(size)}."
    )


def run_not_found(asked: str, known: Iterable[Run]) -> str:
    lines = [f"• {r.id}: {period(r.period)} ({r.state}), kantor {r.office_id}" for r in known]
    if not lines:
        return "Belum ada putaran."
    head = f"“{asked}” bukan satu putaran. Mohon memilih dengan nomornya:"
    return "\n".join([head, *lines])


def not_a_period(asked: str) -> str:
    return f"“{asked}” bukan nomor putaran atau periode. Contoh: 3, 2026-TW3 atau 2026-10."

"""/bantuan and the descriptions of the commands (setMyCommands)."""

from collections.abc import Mapping

from bot.rules.messages import Message

COMMANDS: Mapping[str, str] = {
    "start": "Membuka chat pribadi dengan sistem",
    "status": "Papan: langkah, batas waktu, berkas yang belum diterima",
    "tugas": "Tugas saya yang terbuka",
    "mulai": "Memulai putaran pengumpulan data",
    "format": "Format yang dipakai, untuk dibaca atau diganti",
    "rekap": "Rekap sampai saat ini",
    "berkas": "Daftar berkas; dengan kata (TW3 2026 LHP Irban II) mencarinya",
    "peran": "Daftar kursi dan pemegangnya",
    "kendala": "Memohon waktu tambahan",
    "batal": "Membatalkan putaran",
    "bantuan": "Petunjuk penggunaan",
}


def guide() -> Message:
    lines = [
        "<b>Petunjuk singkat</b>",
        "Berkas diserahkan dengan membalas pesan permintaan di grup, atau dikirim di chat pribadi: "
        "XLSX, PDF, DOCX atau foto (batas unduh Telegram 20 MB). Beberapa berkas dapat dikirim "
        "sekaligus.",
        "",
        *(f"/{command} — {what}" for command, what in COMMANDS.items() if command != "start"),
        "",
        "Persetujuan melalui tombol merupakan persetujuan tercatat, bukan tanda tangan.",
    ]
    return Message("\n".join(lines))

"""/bantuan and the descriptions of the commands (setMyCommands)."""

from collections.abc import Mapping

from bot.rules.messages import Message

START = "start"
COMMANDS: Mapping[str, str] = {
    START: "Membuka chat pribadi dengan sistem",
    "status": "Papan: langkah, batas waktu, berkas yang belum diterima",
    "tugas": "Tugas saya yang terbuka",
    "mulai": "Memulai putaran pengumpulan data",
    "disposisi": "Arahan kepada yang memerintahkan pengumpulan data (untuk atasannya)",
    "format": "Format yang dipakai, untuk dibaca atau diganti",
    "rekap": "Rekap sampai saat ini",
    "cetak": "Naskah putaran untuk dicetak: permintaan, tanda terima, berita acara, kartu kendali",
    "kinerja": "Ketepatan waktu tiap langkah dan kursi (untuk pengawas)",
    "berkas": "Daftar berkas; dengan kata (TW3 2026 LHP Irban II) mencarinya",
    "fisik": "Mencatat naskah bertanda tangan yang diterima dan tempatnya (/fisik KODE lemari 2)",
    "peran": "Daftar kursi dan pemegangnya",
    "staf": "Balasan pesan pegawai: menetapkan atau menghapus staf kursi (/staf irban-2)",
    "plh": "Balasan pesan pegawai: menetapkan Plh. dengan tanggal, atau mengakhirinya (selesai)",
    "plt": "Balasan pesan pegawai: menetapkan Plt. dengan tanggal, atau mengakhirinya (selesai)",
    "serah": "Balasan pesan pegawai: menyerahkan kursi seterusnya (/serah irban-2)",
    "cuti": "Mencatat cuti (/cuti 24-12-2026 s.d. 31-12-2026), atau batal",
    "kendala": "Memohon waktu tambahan",
    "batal": "Membatalkan putaran",
    "datadiri": "Data diri yang disimpan sistem, nama untuk naskah dan NIP (chat pribadi)",
    "libur": "Hari libur; dengan tanggal dan alasan mencatat libur kantor",
    "kop": "Kop dan logo naskah kantor; dengan baris-baris sesudahnya menggantinya",
    "bantuan": "Petunjuk penggunaan",
}


def guide() -> Message:
    lines = [
        "<b>Petunjuk singkat</b>",
        "Berkas diserahkan dengan membalas pesan permintaan di grup, atau dikirim di chat pribadi: "
        "XLSX, PDF, DOCX atau foto (batas unduh Telegram 20 MB). Beberapa berkas dapat dikirim "
        "sekaligus.",
        "",
        *(f"/{command} — {what}" for command, what in COMMANDS.items() if command != START),
        "",
        "Persetujuan melalui tombol merupakan persetujuan tercatat, bukan tanda tangan.",
    ]
    return Message("\n".join(lines))

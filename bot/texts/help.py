"""/bantuan and the descriptions of the commands (setMyCommands)."""

from collections.abc import Mapping

from bot.rules.messages import Message

START = "start"
PARTS: Mapping[str, Mapping[str, str]] = {
    "Sehari-hari": {
        "status": "Papan: langkah, batas waktu, berkas yang belum diterima",
        "tugas": "Tugas saya yang terbuka",
        "berkas": "Daftar berkas; dengan kata (TW3 2026 LHP Irban II) mencarinya",
        "rekap": "Rekap sampai saat ini",
        "kendala": "Memohon waktu tambahan",
        "bantuan": "Petunjuk penggunaan",
    },
    "Putaran": {
        "mulai": "Memulai putaran pengumpulan data",
        "disposisi": "Arahan kepada yang memerintahkan pengumpulan data (untuk atasannya)",
        "format": "Format yang dipakai, untuk dibaca atau diganti",
        "kinerja": "Ketepatan waktu tiap langkah dan kursi (untuk pengawas)",
        "batal": "Membatalkan putaran",
    },
    "Naskah": {
        "cetak": "Naskah putaran untuk dicetak: permintaan, tanda terima, berita acara, kartu "
        "kendali",
        "fisik": "Mencatat naskah bertanda tangan yang diterima dan tempatnya "
        "(/fisik KODE lemari 2)",
        "kop": "Kop dan logo naskah kantor; dengan baris-baris sesudahnya menggantinya",
    },
    "Kursi dan pegawai": {
        "peran": "Daftar kursi dan pemegangnya",
        "staf": "Balasan pesan pegawai: menetapkan atau menghapus staf kursi (/staf irban-2)",
        "plh": "Balasan pesan pegawai: menetapkan Plh. dengan tanggal, atau mengakhirinya "
        "(selesai)",
        "plt": "Balasan pesan pegawai: menetapkan Plt. dengan tanggal, atau mengakhirinya "
        "(selesai)",
        "serah": "Balasan pesan pegawai: menyerahkan kursi seterusnya (/serah irban-2)",
        "cuti": "Mencatat cuti (/cuti 24-12-2026 s.d. 31-12-2026), atau batal",
        "libur": "Hari libur; dengan tanggal dan alasan mencatat libur kantor",
        "datadiri": "Data diri yang disimpan sistem, nama untuk naskah dan NIP (chat pribadi)",
    },
}
COMMANDS: Mapping[str, str] = {
    START: "Membuka chat pribadi dengan sistem",
    **{word: what for part in PARTS.values() for word, what in part.items()},
}
CAPTIONED = (
    "Di chat pribadi, /disposisi dan /fisik dapat pula ditulis sebagai keterangan pada pindaian "
    "surat atau naskahnya."
)


def guide() -> Message:
    lines = [
        "<b>Petunjuk singkat</b>",
        "Berkas diserahkan dengan membalas pesan permintaan di grup, atau dikirim di chat pribadi: "
        "XLSX, PDF, DOCX atau foto (batas unduh Telegram 20 MB). Beberapa berkas dapat dikirim "
        "sekaligus.",
        *(line for heading, part in PARTS.items() for line in part_lines(heading, part)),
        "",
        CAPTIONED,
        "Persetujuan melalui tombol merupakan persetujuan tercatat, bukan tanda tangan.",
    ]
    return Message("\n".join(lines))


def part_lines(heading: str, part: Mapping[str, str]) -> list[str]:
    return ["", f"<b>{heading}</b>", *(f"/{command} — {what}" for command, what in part.items())]

"""Refusals about printed papers, their codes and their signed twins."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import hardcopies as h
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short, some_names

AGAIN = (
    "Mohon memotret kaki naskah lebih dekat, tegak dan terang, atau mengetik <code>/fisik KODE "
    "tempat</code> dengan kode yang tertera di samping QR."
)
SCAN_FAULTS = {
    "type": "Naskah bertanda tangan dikirim sebagai foto (JPEG, PNG) atau PDF. Mohon mengirimkannya"
    " dalam bentuk itu.",
    "damaged": "Berkas rusak dan tidak dapat dibuka. Mohon memindai kembali.",
    "encrypted": "Berkas memakai kata sandi. Mohon mengirimkannya tanpa kata sandi.",
    "too_large": "Gambar terlalu besar untuk dibaca. Mohon memindai dengan 300 dpi atau kurang.",
    "no_code": f"Kode QR pada berkas ini tidak terbaca. {AGAIN}",
}


def other(r: h.OtherCode, _zone: str) -> str:
    return (
        f"Kode yang ditulis, {short(r.typed)}, berbeda dengan kode pada naskah, "
        f"{some_names(list(r.read))}. Mohon mencocokkannya lalu mengirim kembali."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    h.MistypedCode: lambda r, _z: (
        f"Kode “{short(r.written)}” salah ketik: ada huruf yang keliru atau tertukar. Kode terdiri "
        "atas delapan huruf dan angka, tertera di kaki naskah."
    ),
    h.UnknownCode: lambda r, _z: (
        f"Kode {short(r.code)} bukan kode naskah kantor ini. Mohon mencocokkannya dengan kaki "
        "naskah, atau melihat daftarnya pada /berkas."
    ),
    h.PlaceNotTold: lambda r, _z: (
        f"Tempat naskah ditulis dengan {r.shortest} sampai {r.longest} huruf, misalnya “lemari 2, "
        "map 5”. Mohon menuliskannya kembali."
    ),
    h.NoScan: lambda r, _z: (
        f"Naskah berkode {short(r.code)} belum memiliki pindaian bertanda tangan."
    ),
    h.ScanRefused: lambda r, _z: SCAN_FAULTS[r.why],
    h.ForeignCode: lambda _r, _z: f"Kode QR pada berkas ini bukan kode naskah sistem. {AGAIN}",
    h.OtherCode: other,
    h.ScanGone: lambda _r, _z: (
        "Pertanyaan tentang pindaian ini telah dijawab. Naskahnya tampil pada /berkas."
    ),
}

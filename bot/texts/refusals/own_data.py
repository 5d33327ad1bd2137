"""Refusals about a person's own data, and about what retention has destroyed."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import own_data as e
from bot.rules.errors.files import DocumentDestroyed
from bot.rules.errors.refusal import Refusal
from bot.texts.formats import moment

NIP_FAULTS = {
    e.NipFault.BIRTH: "delapan angka pertama bukan tanggal lahir yang mungkin",
    e.NipFault.START: "angka ke-9 sampai ke-14 bukan tahun dan bulan pengangkatan yang mungkin",
    e.NipFault.SEX: "angka ke-15 seharusnya 1 atau 2",
    e.NipFault.NUMBER: "tiga angka terakhir bukan nomor urut",
}


def not_a_nip(r: e.NotANip, _zone: str) -> str:
    if r.fault == e.NipFault.LENGTH:
        what = f"NIP terdiri atas 18 angka; yang terbaca {r.digits} angka"
    else:
        what = f"NIP belum sesuai: {NIP_FAULTS[r.fault]}"
    return f"{what}. Mohon diperiksa lalu ditulis kembali."


def not_a_name(r: e.NotAName, _zone: str) -> str:
    return (
        f"Nama belum dapat dipakai. Mohon menuliskannya dengan {r.shortest} sampai {r.longest} "
        "huruf, tanpa lambang."
    )


def document_destroyed(r: DocumentDestroyed, zone: str) -> str:
    return (
        f"Berkas ini telah dimusnahkan menurut JRA pada {moment(r.at, zone)}. Catatan dan sidiknya "
        "tetap tersimpan."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.PrivateOnly: lambda _r, _z: (
        "Data diri hanya ditampilkan di chat pribadi. Mohon mengetik /datadiri di chat pribadi "
        "dengan sistem."
    ),
    DocumentDestroyed: document_destroyed,
    e.NotANip: not_a_nip,
    e.NotAName: not_a_name,
    e.NothingCorrected: lambda _r, _z: (
        "Data ini telah tercatat demikian. Tidak ada yang perlu diubah."
    ),
}

"""Which office is meant, and who speaks there."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import offices as e
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short, some_names
from bot.texts.refusals.plain import plain


def office_command(r: e.OfficeAskedBefore) -> str:
    return f"/{short(r.command)}" if r.command else "perintahnya"


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
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
    e.AnonymousSender: plain(
        "Pesan ini dikirim atas nama grup, sehingga pengirimnya tidak tercatat. Mohon mengirimkan "
        "kembali sebagai diri sendiri (nonaktifkan mode anonim)."
    ),
}

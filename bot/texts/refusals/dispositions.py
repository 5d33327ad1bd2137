"""Refusals about arahan and their lembar disposisi."""

from collections.abc import Callable
from typing import Any

from bot.rules.dispositions import DispositionState
from bot.rules.errors import dispositions as e
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short
from bot.texts.formats import number

DECIDED = {
    DispositionState.WAITING: "masih menunggu pemilihan periode",
    DispositionState.PREPARED: "telah disertakan pada putaran yang disiapkan",
    DispositionState.ORDERED: "telah diperintahkan",
    DispositionState.JOINED: "telah dicatat sebagai arahan susulan",
    DispositionState.WITHDRAWN: "telah ditarik kembali",
}


def over(r: e.ArahanOver, _zone: str) -> str:
    return f"Arahan nomor agenda {short(r.agenda)} {DECIDED[r.state]}; tidak ada yang diubah lagi."


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.ArahanTooShort: lambda _r, _z: (
        "Arahan belum terbaca. Mohon menuliskan apa yang perlu dilaksanakan, contoh: "
        "<code>/disposisi segera Himpun data kinerja Triwulan III</code>."
    ),
    e.ArahanTooLong: lambda r, _z: (
        f"Arahan melebihi {number(r.most)} huruf, sehingga tidak muat pada lembar disposisi. Mohon "
        "diringkas; uraiannya dapat dilampirkan sebagai pindaian surat."
    ),
    e.ArahanOver: over,
    e.NoArahan: lambda _r, _z: (
        "Arahan ini tidak dikenal. Mohon memakai tombol pada pesan yang terbaru."
    ),
}

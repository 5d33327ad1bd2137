"""Words about an evidence pack: the button, the message that bears it, the office's list of them.
What stands in a pack is told in texts/evidence.py."""

from collections.abc import Callable, Iterable
from typing import Any

from bot.rules.acts import Act, button_data
from bot.rules.errors.refusal import Refusal
from bot.rules.messages import Attachment, Button, Message
from bot.rules.packing import NotClosedYet, PackMade, PackTooLarge
from bot.rules.run import Run
from bot.texts.formats import number, short_moment
from bot.texts.preparing import under_way
from bot.texts.words import run_title

PACK = "Paket bukti"
SEAL = "Sidik daftar isi (SHA-256):"


def button(run: Run) -> Button:
    return Button(PACK, button_data(Act.SEND_PACK, run.id))


def pack(run: Run, file: Attachment, files: int, seal: str) -> Message:
    """The document itself, with its seal and how it is checked."""
    return Message(
        f"Paket bukti {run_title(run)} terlampir: {number(files)} berkas.\n\n"
        f"{SEAL}\n<code>{seal}</code>\n\n"
        "Cara memeriksa, tanpa internet, dengan Python 3.8 atau lebih baru: ZIP diekstrak ke "
        "folder kosong, kemudian di folder itu dijalankan <code>python3 periksa.py</code> (pada "
        "Windows <code>py periksa.py</code>). Bila sidik SHA-256 berkas manifest.json, yang "
        "dihitung sendiri menurut BACA.txt, sama dengan sidik pada pesan ini, paket itu belum "
        "berubah sejak dikirim. Pesan ini mohon disimpan.",
        (),
        file,
    )


def being_made() -> str:
    return f"{under_way(PACK)} Terima kasih."


def sent_already() -> str:
    return "Paket bukti yang sama telah dikirim hari ini di chat pribadi."


def sealed(digest: str) -> str:
    return (
        f"{SEAL} {digest}\n"
        "Mohon menyimpan sidik ini terpisah dari paket. Selama sidik SHA-256 manifest.json yang "
        "dihitung sendiri menurut BACA.txt sama dengannya, paket itu belum berubah. himpun verify "
        "menampilkannya kembali."
    )


def made(packs: Iterable[PackMade], zone: str) -> str:
    """What the offices' chains remember, a line each; empty where there is none."""
    lines = [
        f"• putaran {one.run} ({one.period}), {short_moment(one.at, zone)}, "
        f"{number(one.files)} berkas: {one.seal}"
        for one in packs
    ]
    head = "Paket bukti yang pernah dibuat, dengan sidik daftar isinya (SHA-256):"
    return "\n".join([head, *lines]) if lines else ""


def too_large(refusal: PackTooLarge, _zone: str) -> str:
    return (
        f"Paket bukti ini melebihi {number(refusal.most // 1_000_000)} MB, batas kirim Telegram. "
        "Mohon meminta petugas sistem membuatnya dengan perintah himpun export."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    PackTooLarge: too_large,
    NotClosedYet: lambda _r, _z: (
        "Paket bukti tersedia setelah putaran selesai dan rekapnya disetujui seluruhnya."
    ),
}

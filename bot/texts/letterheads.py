"""/kop: the kop and logo in use, and how they are changed."""

from bot.rules.letterhead import MOST_LINES
from bot.rules.messages import Attachment, Message
from bot.rules.stationery import Stationery
from bot.texts.formats import escape, number

SHOWN = "Kop naskah kantor yang dipakai:"
HEAD_SET = "Kop kantor diganti:"
HEAD_RESET = "Kop bawaan dipakai kembali:"
LOGO_SET = "Logo kantor diganti. Kop yang dipakai:"
LOGO_RESET = "Logo dari /kop dihapus. Kop yang dipakai:"
NO_PICTURE = "Gambar kop belum dapat disusun; petugas telah diberi tahu."
HOW = (
    "Untuk menggantinya: <code>/kop</code> diikuti baris-baris kop, paling banyak "
    f"{number(MOST_LINES)}, masing-masing pada baris sendiri; <code>/kop bawaan</code> "
    "mengembalikannya. Logo: mohon membalas pesan ini dengan gambar PNG atau JPEG; "
    "<code>/kop hapus logo</code> menghapusnya. Berlaku bagi naskah yang dicetak sesudahnya."
)


def letterhead(said: str, stationery: Stationery, picture: Attachment | None) -> Message:
    """What was done, the kop line by line with its picture, and how to change it."""
    lines = [escape(line) for line in stationery.head]
    logo = "dengan logo" if stationery.logo else "tanpa logo"
    paper = f"Kertas {stationery.size}, {logo}."
    unseen = [] if picture else [NO_PICTURE]
    return Message("\n".join([said, *lines, paper, *unseen, "", HOW]), (), picture)

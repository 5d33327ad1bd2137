"""What the rehearsal's page says by itself: refusals, services of Telegram, labels of the day."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.texts.formats import LOCALE

SCRIPT_STUCK = (
    "Gladi otomatis tidak menemukan tindakan berikutnya. Mohon melanjutkannya dengan tangan."
)
WRONG_REQUEST = "Permintaan halaman tidak dapat dibaca. Mohon memuat ulang halaman."
FOREIGN = "Permintaan ditolak: hanya halaman gladi di mesin ini yang dilayani."
OUR_FAULT = "Tindakan ini gagal karena kesalahan pada gladi. Rinciannya ada di layar perintah."
NO_SUCH_ACT = "Tindakan ini tidak dikenal. Mohon memuat ulang halaman."
NO_PERSON = "Pegawai ini tidak ada dalam gladi."
NO_CHAT = "Percakapan ini tidak ada atau tidak dapat dilihat oleh pegawai tersebut."
NO_MESSAGE = "Pesan ini sudah tidak ada."
NO_BUTTON = "Tombol ini sudah tidak ada."
NO_FILE = "Berkas ini tidak ada."
EMPTY = "Mohon mengisi pesan lebih dahulu."
TOO_LONG = "Pesan terlalu panjang: paling banyak 4.096 huruf, atau 1.024 pada keterangan berkas."
CANNOT_WRITE = "Pegawai ini tidak dapat menulis di percakapan tersebut."
MUST_START = "Chat pribadi belum dibuka. Mohon menekan [Mulai] lebih dahulu."
NOT_HIS = "Hanya pesan sendiri yang dapat diubah atau dihapus."
LEADS_OUT = "Tautan ini menuju luar gladi dan tidak dibuka."
NO_ANSWER = "Sistem belum menjawab. Tombol dapat ditekan lagi."
CANNOT = "Tindakan ini tidak dapat dilakukan di Telegram pada saat ini."
BOT_INSIDE = "Sistem sudah berada di grup ini."
BOT_OUTSIDE = "Sistem belum berada di grup ini."
ONLY_ADMIN = "Hanya administrator grup yang dapat menjadikan sistem administrator."
BOT_IS_ADMIN = "Sistem sudah menjadi administrator grup ini."
NO_LIMIT = "Belum ada batas waktu yang akan datang."
ALREADY_BLOCKED = "Sistem sudah diblokir oleh pegawai ini."
NOT_BLOCKED = "Sistem tidak diblokir oleh pegawai ini."
NOTHING_SENT = "Mohon memilih berkas lebih dahulu."
TOO_MANY_FILES = "Paling banyak 10 berkas sekaligus."
ALBUM_SIZE = "Album memuat 2 s.d. 10 berkas."
TOO_OFTEN = "Terlalu banyak kiriman dalam waktu singkat. Mohon menunggu beberapa detik."
ROOM_FULL = "Ruang gladi sudah penuh. Mohon memulai gladi dengan ruang baru."

FAULTS = {
    "slow": "Telegram lambat",
    "429": "Terlalu banyak permintaan (429)",
    "502": "Gerbang Telegram rusak (502)",
    "lost": "Jawaban Telegram hilang",
    "down": "Telegram tidak terjangkau",
}


def too_big(limit: str) -> str:
    return f"Berkas terlalu besar: paling banyak {limit} sekali kirim."


def bot_ended(code: int) -> str:
    """`code` as the process left it; negative where a signal ended it."""
    how = f"sinyal {-code}" if code < 0 else f"kode {code}"
    return f"Sistem berhenti sendiri ({how}). Catatannya ada di sistem/bot.log pada ruang gladi."


@lru_cache(maxsize=1024)
def day(at: datetime, zone: str) -> str:
    """23 November 2026."""
    return str(format_date(at.astimezone(ZoneInfo(zone)).date(), "d MMMM y", locale=LOCALE))


def time(at: datetime, zone: str) -> str:
    """07.30, in the zone's own time."""
    return f"{at.astimezone(ZoneInfo(zone)):%H.%M}"


def joined(by: str, who: str) -> str:
    return f"{by} bergabung ke grup" if by == who else f"{by} menambahkan {who} ke grup"


def left(by: str, who: str) -> str:
    return f"{by} keluar dari grup" if by == who else f"{by} mengeluarkan {who} dari grup"


SERVICES = {
    "migrate_to_chat_id": "Grup beralih menjadi supergrup",
    "migrate_from_chat_id": "Supergrup melanjutkan grup sebelumnya",
    "forum_topic_created": "Topik baru dibuka",
}


def opened(url: str) -> str:
    return f"Gladi dibuka di {url}\nMohon membuka alamat itu di peramban. Ctrl-C mengakhiri gladi."


def kept_in(room: str) -> str:
    return f"Isi gladi disimpan di {room} dan dapat dilanjutkan dengan --ruang yang sama."


NOT_KEPT = "Isi gladi dihapus ketika diakhiri; dengan --ruang DIR gladi dapat dilanjutkan."
ENDED = "Gladi diakhiri."


def room_busy(room: str) -> str:
    return f"Gladi lain sedang memakai {room}. Mohon mengakhirinya lebih dahulu."


def room_of_other_version(room: str) -> str:
    return (
        f"Isi {room} dibuat oleh versi lain dan tidak dapat dilanjutkan. Tidak ada yang diubah; "
        "mohon memakai direktori lain."
    )


def room_damaged(room: str) -> str:
    return (
        f"Isi {room} rusak dan tidak dapat dilanjutkan. Tidak ada yang diubah; mohon memakai "
        "direktori lain."
    )


def room_is_other(room: str) -> str:
    return (
        f"{room} berisi hal lain, bukan gladi. Tidak ada yang diubah; mohon memakai direktori "
        "kosong atau baru."
    )


def room_has_other_sop(room: str) -> str:
    return (
        f"Gladi di {room} memakai SOP lain. Mohon menghilangkan --sop untuk melanjutkannya, atau "
        "memakai direktori baru."
    )

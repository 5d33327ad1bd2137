"""Short answers to a tap, and what the operator is told."""

from bot.rules.messages import Message
from bot.texts.fitting import short

CHAT_OUT_OF_REACH = "chat tidak terjangkau"
MESSAGE_REJECTED = "pesan ditolak Telegram"
ERRAND_SET_ASIDE = "antaran disisihkan"
PAPER_NOT_MADE = "berkas tidak dapat disusun"


def recorded() -> str:
    return "Tercatat. Terima kasih."


def accepted(count: int) -> str:
    return f"{count} berkas disetujui. Terima kasih."


def reason_awaited() -> str:
    return "Mohon menuliskan alasannya."


def asked_privately() -> str:
    return "Mohon melanjutkan di chat pribadi dengan sistem."


def not_taken() -> str:
    return "Belum dapat dikirim. Mohon membaca pesan terbaru."


def perhaps_twice() -> str:
    """A line added to a message whose first try may have arrived."""
    return "(mungkin terkirim ganda)"


def remark_kept() -> Message:
    return Message("Catatan analisis telah dicatat. Terima kasih.")


def fault(what: str, where: str) -> Message:
    """To OWNER_ID; never with what people wrote."""
    return Message(
        f"Gangguan sistem: {short(what, 200)} ({short(where, 200)}). Rincian ada di log."
    )


def not_recorded() -> Message:
    """To the sender of an update that could not be handled."""
    return Message(
        "Mohon maaf, pesan terakhir tidak dapat diproses dan belum tercatat. Petugas telah diberi "
        "tahu. Mohon mengirimkannya kembali. Terima kasih."
    )

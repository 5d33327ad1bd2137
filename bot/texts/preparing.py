"""What is made while nobody waits: said at the tap, and where it could not be made."""

from bot.rules.messages import Message


def under_way(what: str) -> str:
    return f"{what} sedang disiapkan dan akan dikirim di chat pribadi."


def not_made() -> Message:
    return Message(
        "Mohon maaf, naskah atau paket bukti yang diminta belum dapat dibuat. Petugas telah "
        "diberi tahu."
    )

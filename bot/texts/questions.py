"""What is asked in words; the answer is a reply, or plain text in the private chat."""

from bot.rules.messages import Message
from bot.rules.people import Person
from bot.texts.fitting import NAMES, REASON, short
from bot.texts.words import mention


def ask_reason(what: str, person: Person | None) -> Message:
    """`person` is called where the question stands in a group."""
    call = f"{mention(person)}, mohon" if person else "Mohon"
    return Message(f"{call} menuliskan alasan {what} sebagai balasan pesan ini.", ask="Alasan")


def returning(name: str) -> str:
    return f"pengembalian berkas {short(name)}"


def excluding(name: str) -> str:
    return f"mengeluarkan berkas {short(name)} dari rekap"


def conveying_without(missing: str) -> str:
    return f"menyampaikan tanpa kelengkapan ({short(missing, NAMES)})"


def cancelling(run_title: str) -> str:
    return f"pembatalan putaran {short(run_title)}"


def pleading(task: str) -> str:
    return f"memerlukan waktu tambahan untuk tugas {short(task)}"


def answered(reason: str) -> Message:
    """Said once the answer has done its work; a message that asks cannot be edited (Bot API)."""
    return Message(f"Alasan tercatat: {short(reason, REASON)}")

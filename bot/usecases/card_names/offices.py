"""Cards about an office."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.rules.dispositions import Disposition
from bot.usecases.card_names.numbers import number_in

GREETING = "salam"
OFFICE_WORDS = ("format", "libur", "disposisi", "arahan", "suratarahan", "kop")


@dataclass(frozen=True, slots=True)
class LetterheadCard:
    """The answer to /kop; `administrator` is who asked for it as one of the group's, else 0."""

    office: int
    administrator: int
    asked_at: datetime

    @property
    def name(self) -> str:
        return letterhead(self.office, self.administrator, self.asked_at)


def office_format(office_id: int, occasion: str) -> str:
    """One card each time: the file in a message is not edited."""
    return f"format:{office_id}:{occasion}"


def format_office(name: str) -> int | None:
    """The office whose format the card shows; None for another card."""
    return number_in(name, 0, "format")


def letterhead(office_id: int, administrator: int, asked_at: datetime) -> str:
    """One card each time: the picture in a message is not edited."""
    return f"kop:{office_id}:{administrator}:{int(asked_at.timestamp())}"


def letterhead_card(name: str) -> LetterheadCard | None:
    match name.split(":"):
        case "kop", office, administrator, seconds:
            asked_at = datetime.fromtimestamp(int(seconds), UTC)
            return LetterheadCard(int(office), int(administrator), asked_at)
    return None


def closure(office_id: int, message_id: int) -> str:
    """Of the days that were closed; the message that confirmed it."""
    return f"libur:{office_id}:{message_id}"


def arahan_given(arahan: Disposition) -> str:
    """Before who gave it; a file in reply to it is the letter's scan."""
    return f"disposisi:{arahan.office_id}:{arahan.id}"


def given_arahan(name: str) -> int | None:
    """The arahan that the card confirms; None for another card."""
    return number_in(name, 1, "disposisi")


def arahan(received: Disposition) -> str:
    """Before who orders."""
    return f"arahan:{received.office_id}:{received.id}"


def arahan_letter(received: Disposition, digest: str) -> str:
    """One card for each scan: the file in a message is not edited."""
    return f"suratarahan:{received.office_id}:{received.id}:{digest[:12]}"


def office_of(name: str) -> int | None:
    """The office that the card names itself; None where it names a run, or nothing of it."""
    return number_in(name, 0, *OFFICE_WORDS)

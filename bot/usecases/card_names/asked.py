"""Cards that ask one person, or a group's administrators."""

from bot.rules.filling import Filling
from bot.usecases.card_names.numbers import number_in


def question(question_id: int) -> str:
    return f"tanya:{question_id}"


def asked(name: str) -> int | None:
    """The id of the question that the card puts; None for another card."""
    return number_in(name, 0, "tanya")


def meant(question_id: int) -> str:
    """Of the question what a text was meant for."""
    return f"untuk:{question_id}"


def filling(asked: Filling) -> str:
    """One card for each message that it stood in."""
    return f"isi:{asked.id}:{asked.turn}"


def filled(name: str) -> tuple[int, int] | None:
    """The id and the turn of the filling that stood in the card; None for another card."""
    match name.split(":"):
        case "isi", number, turn:
            return int(number), int(turn)
    return None


def placing(offer_id: int) -> str:
    return f"tempat:{offer_id}"


def placed(name: str) -> int | None:
    """The id of the offer that the card is about; None for another card."""
    return number_in(name, 0, "tempat")


def search(search_id: int) -> str:
    return f"cari:{search_id}"


def proposal(proposal_id: int, turn: int | None = None) -> str:
    """One card each time that it is asked; without a turn the beginning of all their names."""
    return f"usul:{proposal_id}" if turn is None else f"usul:{proposal_id}:{turn}"


def claim(claim_id: int) -> str:
    return f"klaim:{claim_id}"

"""The names of standing messages, written and read in one place.

A reply to a card tells what the reply is about.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.rules.approvals import Approval, newest_turn
from bot.rules.dispositions import Disposition
from bot.rules.filling import Filling
from bot.rules.run import Document, Duty, Run, Task


@dataclass(frozen=True, slots=True)
class LetterheadCard:
    """The answer to /kop; `administrator` is who asked for it as one of the group's, else 0."""

    office: int
    administrator: int
    asked_at: datetime

    @property
    def name(self) -> str:
        return letterhead(self.office, self.administrator, self.asked_at)


@dataclass(frozen=True, slots=True)
class About:
    """What a card speaks of, as far as its name says it."""

    run: int
    seat: str = ""
    task: Task | None = None
    document: int | None = None


GREETING = "salam"
OFFICE_WORDS = ("format", "libur", "disposisi", "arahan", "suratarahan", "kop")


def board(run: Run) -> str:
    return f"papan:{run.id}"


def pinned(name: str) -> bool:
    return name.startswith("papan:")


def request(run: Run) -> str:
    return f"permintaan:{run.id}"


def receipt(run: Run, seat: str) -> str:
    return f"tanda:{run.id}:{seat}"


def review(run: Run, document: Document) -> str:
    return f"periksa:{run.id}:{document.id}"


def findings(run: Run, document: Document) -> str:
    return f"temuan:{run.id}:{document.id}"


def returned(run: Run, document: Document) -> str:
    return f"kembali:{run.id}:{document.id}"


def letter(run: Run, document: Document) -> str:
    """Of its number and date as its sender wrote them."""
    return f"nomor:{run.id}:{document.id}"


def final(run: Run) -> str:
    """One card a closing of the run: the file in a message is not edited."""
    return f"akhir:{run.id}:{newest_turn(run.approvals)}"


def final_print(run: Run) -> str:
    """Of the printed recap, which follows as a message of its own."""
    return f"{final(run)}:cetak"


def duty(run: Run, owed: Duty) -> str:
    return f"tugas:{run.id}:{owed.step}:{owed.task.value}:{owed.seat}"


def reminder(run: Run, owed: Duty) -> str:
    return f"ingat:{run.id}:{owed.step}:{owed.task.value}:{owed.seat}"


def plea(run: Run, owed: Duty) -> str:
    """One card a plea: a duty may plead again after a decision."""
    return f"kendala:{run.id}:{owed.step}:{owed.task.value}:{owed.seat}:{owed.pleas}"


def approval(run: Run, asked: Approval) -> str:
    """One card a closing of the run: the file in a message is not edited."""
    return f"setuju:{run.id}:{asked.turn}:{asked.place}"


def all_approved(run: Run, turn: int) -> str:
    return f"setuju:{run.id}:{turn}:lengkap"


def approval_reminder(run: Run, asked: Approval) -> str:
    return f"ingatsetuju:{run.id}:{asked.turn}:{asked.place}"


def question(question_id: int) -> str:
    return f"tanya:{question_id}"


def asked(name: str) -> int | None:
    """The id of the question that the card puts; None for another card."""
    word, _, number = name.partition(":")
    return int(number) if word == "tanya" else None


def filling(asked: Filling) -> str:
    """One card for each message that it stood in."""
    return f"isi:{asked.id}:{asked.turn}"


def filled(name: str) -> tuple[int, int] | None:
    """The id and the turn of the filling that stood in the card; None for another card."""
    word, _, rest = name.partition(":")
    number, _, turn = rest.partition(":")
    return (int(number), int(turn)) if word == "isi" else None


def placing(offer_id: int) -> str:
    return f"tempat:{offer_id}"


def placed(name: str) -> int | None:
    """The id of the offer that the card is about; None for another card."""
    word, _, number = name.partition(":")
    return int(number) if word == "tempat" else None


def office_format(office_id: int, occasion: str) -> str:
    """One card each time: the file in a message is not edited."""
    return f"format:{office_id}:{occasion}"


def format_office(name: str) -> int | None:
    """The office whose format the card shows; None for another card."""
    word, _, rest = name.partition(":")
    return int(rest.partition(":")[0]) if word == "format" else None


def search(search_id: int) -> str:
    return f"cari:{search_id}"


def proposal(proposal_id: int, turn: int | None = None) -> str:
    """One card each time that it is asked; without a turn the beginning of all their names."""
    return f"usul:{proposal_id}" if turn is None else f"usul:{proposal_id}:{turn}"


def detail(run: Run, message_id: int) -> str:
    """The pages of one [Rincian] stand in the message that was tapped."""
    return f"rincian:{run.id}:{message_id}"


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
    word, _, rest = name.partition(":")
    return int(rest.partition(":")[2]) if word == "disposisi" else None


def arahan(received: Disposition) -> str:
    """Before who orders."""
    return f"arahan:{received.office_id}:{received.id}"


def arahan_letter(received: Disposition, digest: str) -> str:
    """One card for each scan: the file in a message is not edited."""
    return f"suratarahan:{received.office_id}:{received.id}:{digest[:12]}"


def office_of(name: str) -> int | None:
    """The office that the card names itself; None where it names a run, or nothing of it."""
    word, _, rest = name.partition(":")
    return int(rest.partition(":")[0]) if word in OFFICE_WORDS else None


def meant(question_id: int) -> str:
    """Of the question what a text was meant for."""
    return f"untuk:{question_id}"


def claim(claim_id: int) -> str:
    return f"klaim:{claim_id}"


def about(name: str) -> About | None:
    """What a card's name tells; None for one that is about no run."""
    word, *parts = name.split(":")
    match word, parts:
        case (("papan" | "permintaan"), [run]) | (("akhir" | "kendala" | "rincian"), [run, *_]):
            return About(int(run))
        case (("setuju" | "ingatsetuju"), [run, *_]):
            return About(int(run))
        case "tanda", [run, seat]:
            return About(int(run), seat)
        case (("kembali" | "periksa" | "temuan" | "nomor"), [run, document]):
            return About(int(run), document=int(document))
        case (("tugas" | "ingat"), [run, _step, task, seat, *_]):
            return About(int(run), seat, Task(task))
        case _:
            return None

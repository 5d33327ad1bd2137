"""Cards about a run."""

from dataclasses import dataclass

from bot.rules.approvals import Approval, newest_turn
from bot.rules.run import Document, Duty, Run, Task


@dataclass(frozen=True, slots=True)
class About:
    """What a card speaks of, as far as its name says it."""

    run: int
    seat: str = ""
    task: Task | None = None
    document: int | None = None


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


def detail(run: Run, message_id: int) -> str:
    """The pages of one [Rincian] stand in the message that was tapped."""
    return f"rincian:{run.id}:{message_id}"


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

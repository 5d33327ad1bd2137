"""Small parts that many sentences share: courtesy, mentions, names of steps and states."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.rules.people import Person
from bot.rules.run import Document, Run, Task
from bot.rules.sop import Seat, Sop, StepKind
from bot.texts.fitting import because, brief, short
from bot.texts.formats import period

STEP_NAMES = {
    StepKind.ORDER: "Perintah",
    StepKind.CONVEY: "Sampaikan",
    StepKind.COLLECT: "Himpun",
    StepKind.COMPILE: "Rekap",
    StepKind.ANALYSE: "Analisis",
}
TASK_NAMES = {
    Task.ORDER: "memerintahkan permintaan data",
    Task.CONVEY: "menyampaikan format permintaan data",
    Task.HAND_IN: "menyerahkan berkas",
    Task.COLLECT: "menghimpun dan memeriksa berkas",
    Task.COMPILE: "menyetujui rekap",
    Task.ANALYSE: "menganalisis rekap",
}
PERSON = 40
EMPTY = "kursi kosong"
DESTROYED = "telah dimusnahkan menurut JRA"
Holders = Mapping[str, Person]
NOBODY: Holders = {}


def to(title: str) -> str:
    """The salutation of an official message."""
    return f"Yth. Bapak/Ibu {short(title)}."


def called(person: Person) -> str:
    """ "Sari", or "Plh. Sari" where she stands in for a seat's holder."""
    name = short(person.name, PERSON)
    return f"{person.acting} {name}" if person.acting else name


def mention(person: Person) -> str:
    """A link that calls the person, also one without a username (Bot API, formatting options)."""
    return f'<a href="tg://user?id={person.id}">{called(person)}</a>'


def post_of(seat: Seat, holders: Holders) -> str:
    """ "Irban II", or "Plh. Irban II" where another than its holder acts for it."""
    acts = holders.get(seat.key)
    return acts.post(seat.title) if acts else seat.title


def to_seat(run: Run, seat: str, holders: Holders) -> str:
    """The salutation of who acts for a seat of the run."""
    return to(post_of(run.sop.seat(seat), holders))


def named(seat: Seat, holders: Holders) -> str:
    """ "Plh. Irban II (Nama)", calling who acts for it; an empty seat says so."""
    acts = holders.get(seat.key)
    who = mention(replace(acts, acting="")) if acts else EMPTY
    return f"{short(post_of(seat, holders))} ({who})"


def seated(seat: Seat, holders: Holders) -> str:
    """The same without calling anybody."""
    acts = holders.get(seat.key)
    who = short(acts.name, PERSON) if acts else EMPTY
    return f"{short(post_of(seat, holders))} ({who})"


def seat_label(sop: Sop, seat: Seat) -> str:
    """A seat's name on a button: its role's short one, so that more than the seat stands there."""
    role = sop.role(seat.role)
    return seat.title if role.count > 1 else role.short or role.title


def grouped(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """ "Irban I: LHP, LHE", one for each unit in their order, safe inside Telegram's HTML."""
    of_unit: dict[str, list[str]] = {}
    for unit, kind in pairs:
        of_unit.setdefault(unit, []).append(kind)
    return [
        f"{short(unit)}: {', '.join(map(short, dict.fromkeys(kinds)))}"
        for unit, kinds in of_unit.items()
    ]


def by_unit(lacking: Iterable[str]) -> list[str]:
    """ "Irban I: LHP" and "Irban I: LHE" as "Irban I: LHP, LHE"."""
    parted = (item.rpartition(": ") for item in lacking)
    return grouped((unit, kind) for unit, _, kind in parted)


def title_of(run: Run, seat: str) -> str:
    return run.sop.seat(seat).title


def run_title(run: Run) -> str:
    return f"data kinerja {period(run.period)}"


def cancellation(run: Run) -> str:
    """The last line of what a cancelled run had asked; it may stand under a file."""
    return f"Putaran dibatalkan. {because(run.reason, 120)}"


def sender(name: str, document: Document) -> str:
    """ "Sari", or "Sari (Plh., a.n. Budi)" where she sent it for who held the seat then."""
    if not document.sent_as:
        return name
    whose = f", a.n. {document.on_behalf}" if document.on_behalf else ""
    return f"{name} ({document.sent_as}{whose})"


def document_name(run: Run, document: Document) -> str:
    """ "LHP dari Irban II — laporan.pdf (versi 2)"."""
    version = f" (versi {document.version})" if document.version > 1 else ""
    what = "Nihil" if document.nihil else brief(document.name)
    return f"{document.kind} dari {brief(title_of(run, document.seat))} — {what}{version}"

"""The words on the drawn flow of a SOP: its columns, steps, boxes and legend."""

from datetime import datetime

from bot.rules.messages import Attachment, Message
from bot.rules.people import Person
from bot.rules.run import Run, RunState
from bot.rules.sop import Seat, Sop, Step
from bot.rules.swimlane import Box, BoxState, Lane, Link
from bot.texts import sops
from bot.texts.approvals import WANTED
from bot.texts.fitting import brief
from bot.texts.formats import day_short, moment, number, period
from bot.texts.words import PERSON, STEP_NAMES, Holders, run_title, seat_label

STEP_COLUMN = "Langkah"
CHAIN = "Persetujuan rekap"
HOLDERS = "Pemegang kursi"
EMPTY_SEAT = "kursi kosong"
JOINING = ("dan", "untuk", "ke", "kepada", "dari", "dengan", "yang", "serta", "masing-masing")
STATES = {
    BoxState.DONE: "selesai",
    BoxState.OPEN: "berjalan",
    BoxState.LATE: "melewati batas",
    BoxState.WAITING: "belum mulai",
    BoxState.CANCELLED: "batal",
}


def run_line(run: Run, zone: str) -> str:
    """Triwulan III 2026, langkah 4 dari 6; of a run that is over how and when it ended."""
    if run.is_open:
        return f"{period(run.period)}, langkah {run.step} dari {len(run.sop.steps)}"
    word = "selesai" if run.state == RunState.CLOSED else "dibatalkan"
    ended = f" {moment(run.closed_at, zone)}" if run.closed_at else ""
    return f"{period(run.period)}, {word}{ended}"


def as_of(now: datetime, zone: str) -> str:
    """The times in the boxes have no room for their zone."""
    return f"Keadaan {moment(now, zone)}"


def plan_line(sop: Sop) -> str:
    total = sops.total_time(step.limit for step in sop.steps)
    return f"{len(sop.steps)} langkah, jumlah waktu baku {total}"


def step_name(step: Step) -> str:
    return f"{step.number}. {STEP_NAMES[step.kind]}"


def step_time(step: Step) -> str:
    return f"{number(step.limit.amount)} {step.limit.unit}"


def some_words(text: str, most: int) -> str:
    """The text itself, or as many whole words as fit, with an ellipsis; no joining word last."""
    words = text.split()
    kept = words
    while kept and (len(" ".join(kept)) > most or (kept != words and kept[-1] in JOINING)):
        kept = kept[:-1]
    return " ".join(words if kept == words else [*kept, "…"]).replace(" …", "…")


def who(person: Person | None) -> str:
    """ "Sari", "Plh. Sari", or that nobody holds the seat; a picture knows no HTML."""
    if person is None:
        return EMPTY_SEAT
    return f"{person.acting} {brief(person.name, PERSON)}".strip()


def under_lane(lane: Lane, holders: Holders | None) -> str:
    """Who acts for a lane of one seat, unless there is no run; of several how many there are."""
    if len(lane.seats) > 1:
        return f"{len(lane.seats)} kursi"
    return who(holders.get(lane.seats[0].key)) if holders is not None else ""


def seat_line(sop: Sop, seat: Seat, holders: Holders) -> tuple[str, str]:
    acts = holders.get(seat.key)
    if acts is None:
        return seat_label(sop, seat), EMPTY_SEAT
    return acts.post(seat_label(sop, seat)), brief(acts.name, PERSON)


def more_seats(count: int) -> str:
    return f"dan {count} kursi lainnya (/peran)" if count else ""


def box_word(step: Step, box: Box) -> str:
    """Beside the mark; while several seats are at it, how many of them are through."""
    running = box.state in (BoxState.OPEN, BoxState.LATE)
    if running and box.seats > 1:
        return f"{box.done} dari {box.seats}"
    if box.state == BoxState.PLANNED:
        return "serah" if box.hands_in else step_time(step)
    words = {BoxState.DONE: "selesai", BoxState.OPEN: "batas", BoxState.LATE: "lewat"}
    return words.get(box.state, "batal" if box.state == BoxState.CANCELLED else "belum")


def box_brief(step: Step, box: Box) -> str:
    """The same where the column is narrow."""
    return box_word(step, box).replace(" dari ", "/").replace("menit", "mnt")


def box_detail(box: Box, zone: str) -> list[str]:
    """Below the word, on one line or two."""
    if box.state == BoxState.PLANNED:
        return [f"{box.seats} kursi"] if box.seats > 1 else []
    if box.state == BoxState.LATE:
        late = f"{number(box.late)} menit"
        return [late] if box.seats == 1 else ["lewat", late]
    return day_short(box.at, zone).rsplit(" ", 1) if box.at else []


def link_name(sop: Sop, place: int, link: Link) -> str:
    """ "2. Sekretaris"."""
    return f"{place}. {sop.role(link.seat.role).short}"


def link_detail(link: Link, zone: str) -> str:
    """What is asked of who approves, and when it was recorded, or asked."""
    wanted = WANTED[link.act]
    if link.at is None:
        return f"{wanted} menyusul"
    word = "tercatat" if link.state == BoxState.DONE else "diminta"
    return f"{wanted} {word} {day_short(link.at, zone)}"


def caption(run: Run, picture: Attachment) -> Message:
    return Message(f"Papan {run_title(run)}; uraiannya pada pesan berikut.", (), picture)

"""The words of the control card: each step with its time, and what happened on the way."""

from bot.rules.control_card import Line
from bot.rules.hands import Hand
from bot.rules.ledger import Account
from bot.rules.run import Duty, DutyState, Fact, Run, Task
from bot.rules.sop import ApprovalAct, Step
from bot.texts.approvals import WANTED
from bot.texts.formats import minutes, number, period, short_moment
from bot.texts.times import NAMES
from bot.texts.words import TASK_NAMES

NAME = "Kartu kendali"
TITLE = "KARTU KENDALI"
LABELS = ("SOP", "Periode", "Dibuka", "Selesai", "Waktu seluruhnya")
SHARES = tuple(name.capitalize() for name in NAMES.values())
HEADINGS = (
    *("Pelaksana dan tugas", "Dibuka", "Batas", "Selesai", "Baku"),
    *(*SHARES, "Keterangan"),
)
EVENTS_TITLE = "Kejadian dan persetujuan"
EVENT_HEADINGS = ("Waktu", "Kejadian", "Oleh", "Uraian")
NO_EVENTS = "Belum ada pengembalian, tambahan waktu, pengecualian atau persetujuan."
NOTE = (
    "Waktu dalam menit kerja. Sendiri: bagian pelaksana; menunggu: langkah sebelumnya atau pihak "
    "lain; diperiksa: di tangan penghimpun; diizinkan: tambahan waktu atau cuti tanpa pengganti; "
    "di luar tugas: sebelum atau sesudah tugas itu berlaku."
)
STILL = "masih berjalan"
NOT_YET = "–"
TASKS = {
    DutyState.WAITING: "belum dimulai",
    DutyState.WAIVED: "tidak ditunggu lagi",
    DutyState.CANCELLED: "dibatalkan",
}
TOLD = {"jenis": "{}", "versi": "versi {}", "nama": "{}", "menit": "{} menit kerja"}


def title(run: Run) -> str:
    return f"{NAME} {period(run.period)}"


def step_line(step: Step) -> str:
    return f"Langkah {step.number}. {step.activity}"


def reference(run: Run, total: int, zone: str) -> list[list[str]]:
    ended = short_moment(run.closed_at, zone) if run.closed_at else STILL
    told = (run.sop.name, period(run.period), short_moment(run.opened_at, zone), ended)
    return [list(pair) for pair in zip(LABELS, (*told, minutes(total)), strict=True)]


def performer(run: Run, line: Line) -> str:
    """ "Plh. Irban II: menyerahkan berkas", and who did it; of what several did each of them."""
    duty = line.account.duty
    alone = line.hands[0] if duty.task != Task.HAND_IN and line.hands else None
    acting = (alone.acting if alone else "") or duty.done_as
    who = f"{acting} {run.sop.seat(duty.seat).title}".strip()
    names = [named(hand, "" if alone else hand.acting) for hand in line.hands if hand.name]
    return "\n".join([f"{who}: {TASK_NAMES[duty.task]}", *names])


def named(hand: Hand, acting: str) -> str:
    """ "staf Contoh, a.n. Pemegang Kursi"."""
    behalf = f", a.n. {hand.on_behalf}" if hand.on_behalf else ""
    return f"{acting} {hand.name}{behalf}".strip()


def times(duty: Duty, zone: str) -> list[str]:
    moments = (duty.opened_at, duty.due_at, duty.done_at)
    return [short_moment(at, zone) if at else NOT_YET for at in moments]


def figures(own: Account) -> list[str]:
    if own.duty.opened_at is None and own.duty.done_at is None:
        return [number(own.duty.minutes), *[NOT_YET] * len(NAMES)]
    return [number(own.duty.minutes), *(number(own.minutes[share]) for share in NAMES)]


def remark(own: Account) -> str:
    """A fact, not blame: in time or not, what was granted and returned, and what was noted."""
    duty = own.duty
    lines = [kept_limit(own)]
    granted = duty.granted + sum(ended.granted for ended in duty.rounds)
    lines += [f"tambahan waktu {minutes(granted)}"] if granted else []
    lines += [f"dikembalikan {len(duty.rounds)} kali"] if duty.rounds else []
    lines += [f"catatan: {duty.remark}"] if duty.remark else []
    return "\n".join(lines)


def kept_limit(own: Account) -> str:
    state = own.duty.state
    late = f"melewati waktu baku {minutes(own.late)}" if own.late else ""
    if state == DutyState.DONE:
        return late or "tepat waktu"
    told = STILL if state == DutyState.OPEN else TASKS[state]
    return f"{told}; {late}" if late else told


def late(own: Account) -> bool:
    return own.late > 0


def event(run: Run, fact: Fact, hand: Hand, zone: str) -> list[str]:
    """What nobody did himself is told with whose it was."""
    titles = {seat.key: seat.title for seat in run.sop.seats}
    title = titles.get(fact.seat, "")
    if fact.person is None:
        who, told = NOT_YET, f"{lapsed(fact)} {title}".strip()
    else:
        post = f"{hand.acting} {title}".strip()
        who = "\n".join(part for part in (post, named(hand, "")) if part)
        told = described(fact, titles)
    return [short_moment(fact.at, zone), fact.verb.capitalize(), who, told]


def lapsed(fact: Fact) -> str:
    """What was asked of a seat, or given, and holds no more."""
    act = fact.detail.get("tindakan")
    return WANTED[ApprovalAct(act)].capitalize() if act else ""


def described(fact: Fact, titles: dict[str, str]) -> str:
    """Whose, what, and why."""
    of = titles.get(fact.detail.get("dari", "") or fact.detail.get("tugas", ""), "")
    told = [form.format(fact.detail[key]) for key, form in TOLD.items() if fact.detail.get(key)]
    why = fact.detail.get("alasan") or fact.detail.get("catatan") or ""
    first = ", ".join([*([of] if of else []), *told])
    return "\n".join(part for part in (first, f"alasan: {why}" if why and first else why) if part)

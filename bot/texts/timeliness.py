"""/kinerja: standard time against measured time, by step and seat."""

from bot.rules.acts import Act, button_data
from bot.rules.messages import Attachment, Button, Message
from bot.rules.periods import PeriodKind
from bot.rules.run import Task
from bot.rules.sop import Sop
from bot.rules.timeliness import Measured, Timeliness
from bot.texts.fitting import brief, short, some_lines
from bot.texts.formats import minutes, number

TITLE = "Ketepatan waktu menurut langkah"
STANDARD = "waktu baku"
MIDDLE = "median"
WORST = "terlama"
WITHIN, OVER = "median dalam waktu baku", "median melewati waktu baku"
HOW = (
    "Menit kerja milik pelaku sendiri; waktu menunggu pihak lain, pemeriksaan dan waktu yang "
    "diizinkan tidak dihitung."
)
TASKS = {
    Task.ORDER: "Perintah",
    Task.CONVEY: "Sampaikan",
    Task.HAND_IN: "Serah",
    Task.COLLECT: "Himpun",
    Task.COMPILE: "Rekap",
    Task.ANALYSE: "Analisis",
}
NAMES: dict[PeriodKind, str] = {"triwulan": "Triwulan", "bulan": "Bulan"}


def over(found: Timeliness, kind: PeriodKind | None) -> str:
    """ "3 putaran bulan, tepat waktu 10 dari 12 tugas (83%)"."""
    whose = f" {kind}" if kind else ""
    kept = on_time(found.on_time, found.counted, " tugas")
    return f"{number(found.runs)} putaran{whose}, tepat waktu {kept}"


def on_time(some: int, every: int, what: str = "") -> str:
    return f"{number(some)} dari {number(every)}{what} ({percent(some, every)})"


def percent(some: int, every: int) -> str:
    return f"{(200 * some + every) // (2 * every)}%" if every else "–"


def row_name(row: Measured) -> str:
    return f"{row.step}. {TASKS[row.task]} — {brief(row.label)}"


def row_figures(row: Measured) -> str:
    if row.middle is None or row.worst is None:
        return f"belum selesai; baku {number(row.standard)}"
    return f"median {number(row.middle)}, baku {number(row.standard)}, {WORST} {number(row.worst)}"


def row_on_time(row: Measured) -> str:
    return f"tepat {number(row.on_time)}/{number(row.counted)}"


def others(count: int) -> str:
    return f"dan {count} baris lainnya pada pesan berikut" if count else ""


def line(row: Measured) -> str:
    if row.middle is None or row.worst is None:
        measured = "belum ada yang selesai"
    else:
        measured = f"median {number(row.middle)}, terlama {number(row.worst)}"
    share = on_time(row.on_time, row.counted)
    return (
        f"• {row.step}. {TASKS[row.task]}, {short(row.title)}: baku {minutes(row.standard)}, "
        f"{measured}; tepat waktu {share}"
    )


def report(found: Timeliness, sop: Sop, office_id: int, kind: PeriodKind | None) -> Message:
    buttons = kind_buttons(sop, office_id)
    if not found.rows:
        whose = f" {kind}" if kind else ""
        text = (
            f"Belum ada tugas putaran{whose} yang selesai, sehingga ketepatan waktu belum dapat "
            "diukur."
        )
        return Message(text, buttons)
    lines = [f"<b>{TITLE}</b>", f"{over(found, kind)}.", *some_lines([line(r) for r in found.rows])]
    return Message("\n".join([*lines, HOW]), buttons)


def kind_buttons(sop: Sop, office_id: int) -> tuple[tuple[Button, ...], ...]:
    """Where the SOP has both kinds of period."""
    kinds = [kind for kind in NAMES if kind in sop.period_kinds]
    if len(kinds) < 2:
        return ()
    return (
        tuple(
            Button(NAMES[kind], button_data(Act.READ_TIMELINESS, office_id, kind)) for kind in kinds
        ),
    )


def caption(found: Timeliness, kind: PeriodKind | None, picture: Attachment) -> Message:
    return Message(f"{TITLE}: {over(found, kind)}.", (), picture)

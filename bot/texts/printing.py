"""/cetak: which papers of a run there are, to be chosen, and what goes with them."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.fingerprint import fingerprint
from bot.rules.messages import Attachment, Button, Message
from bot.rules.printed import PaperKind, PrintCode
from bot.rules.run import Run, RunState
from bot.texts.fitting import brief, short
from bot.texts.formats import escape, join_names, number, period, period_short
from bot.texts.words import run_title

ALL = "Semua"
SIDE_BY_SIDE = 2
MOST_BUTTONS = 96  # Telegram shows no more than a hundred
SENT = "Naskah dikirim di chat pribadi."
PAPERS = "Kumpulan naskah"
NOT_MADE = "Naskah belum dapat dibuat; petugas telah diberi tahu."
CHOOSE = "Mohon memilih naskahnya di chat pribadi."
Choice = tuple[str, str]  # what tells a paper from others of its kind, and its label


def card(run: Run, there: Sequence[PaperKind], *, whole: bool) -> Message:
    """`there` are the kinds of the papers that there are for who asks, one for each; `whole`
    where he may have all of them at once, and is told what is not there yet."""
    lines = [f"<b>Naskah {escape(run_title(run))}</b>", *state(run)]
    lines += [f"Tersedia: {counted(there)}." if there else "Belum ada naskah untuk dicetak."]
    lacking = [kind.value for kind in PaperKind if kind not in there]
    if whole and lacking:
        lines.append(f"Belum ada: {join_names(lacking)}.")
    data = {kind: button_data(Act.PRINT_PAPER, run.id, kind.name) for kind in kinds(there)}
    rows = in_rows([Button(label(kind, there), data[kind]) for kind in data])
    if whole and there:
        rows = ((Button(ALL, button_data(Act.PRINT_ALL, run.id)),), *rows)
    return Message("\n".join(lines), rows)


def state(run: Run) -> list[str]:
    if run.state == RunState.OPEN:
        return ["Putaran masih berjalan; naskah bersifat sementara."]
    return ["Putaran dibatalkan."] if run.state == RunState.CANCELLED else []


def kinds(there: Sequence[PaperKind]) -> list[PaperKind]:
    return [kind for kind in PaperKind if kind in there]


def counted(there: Sequence[PaperKind]) -> str:
    """ "permintaan data (4), rekap"."""
    return ", ".join(many(kind, there) for kind in kinds(there))


def many(kind: PaperKind, there: Sequence[PaperKind]) -> str:
    count = there.count(kind)
    return f"{kind.value} ({number(count)})" if count > 1 else kind.value


def label(kind: PaperKind, there: Sequence[PaperKind]) -> str:
    told = many(kind, there)
    return told[0].upper() + told[1:]


def choose(run: Run, kind: PaperKind, choices: Sequence[Choice]) -> Message:
    """Which of several papers of one kind."""
    text = f"{kind.value.capitalize()}, {run_title(run)}: mohon memilih."
    buttons = [
        Button(brief(name), button_data(Act.PRINT_PAPER, run.id, kind.name, told_apart(subject)))
        for subject, name in choices[:MOST_BUTTONS]
    ]
    if len(choices) > MOST_BUTTONS:
        text += f" Ditampilkan {MOST_BUTTONS} dari {len(choices)}; selebihnya lewat tombol Semua."
    return Message(text, in_rows(buttons))


def told_apart(subject: str) -> str:
    """What a paper is told by from others of its kind, short enough for a button's data."""
    return fingerprint(subject)[:12]


def in_rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    places = range(0, len(buttons), SIDE_BY_SIDE)
    return tuple(tuple(buttons[n : n + SIDE_BY_SIDE]) for n in places)


def paper(run: Run, title: str, code: PrintCode, file: Attachment) -> Message:
    """With the code under which it is filed once it is signed."""
    return Message(f"{short(title, 200)}.{provisional(run)}\nKode naskah: {code.code}.", (), file)


def bundle(run: Run, count: int, file: Attachment) -> Message:
    text = f"Kumpulan naskah {period(run.period)}: {number(count)} naskah.{provisional(run)}"
    return Message(text, (), file)


def provisional(run: Run) -> str:
    return " Sementara: putaran masih berjalan." if run.is_open else ""


def not_yet(kind: str) -> str:
    found = next((each.value for each in PaperKind if each.name == kind), "naskah ini")
    return f"Naskah belum ada: {found}."


def not_made(run: Run) -> Message:
    return Message(
        f"Mohon maaf, naskah {period_short(run.period)} belum dapat dibuat. Petugas telah diberi "
        "tahu."
    )


def name_of(title: str, kind: PaperKind) -> str:
    """What stays of a paper's title beside others of its kind: "Irban I kepada Evlap"."""
    plain = title.removeprefix(kind.value.capitalize()).strip()
    return plain.rpartition(",")[0] or plain or title

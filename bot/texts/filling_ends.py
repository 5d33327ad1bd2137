"""How filling in chat begins and ends: its button, the look-over, and what becomes of it."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.fillable import asked_of, owes_workbook, workbook_kind
from bot.rules.filling import Filling, lacking, skipped
from bot.rules.filling_questions import Ask, Asks, Topic
from bot.rules.fingerprint import fingerprint
from bot.rules.forms import Indicator
from bot.rules.json_form import to_json
from bot.rules.messages import Button, Message, Style
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts.filling import CORRECT, RESUME, TOPICS, choice, said
from bot.texts.fitting import brief, short, some_lines, some_names
from bot.texts.words import run_title, title_of

Rows = tuple[tuple[Button, ...], ...]
ROOM = 2_800  # for the answers, of a message's 4,096
NAMED = 10  # buttons that still bear their indicator's name
MOST = 90  # buttons; Telegram takes 100
NOT_ASKED = (
    "Register LHP, LHE dan TLHP serta sumber data tidak ditanyakan di chat; bila ada, mohon diisi "
    "pada buku kerja."
)


def fill_buttons(run: Run, seat: Seat) -> Rows:
    """[Isi lewat chat] of a seat that has indicators to fill in; where its workbook stands, the
    button mends it."""
    if workbook_kind(run, seat) is None or not asked_of(run, seat):
        return ()
    label = "Isi lewat chat" if owes_workbook(run, seat) else "Perbaiki lewat chat"
    return ((Button(label, button_data(Act.FILL_IN, run.id, seat.key)),),)


def look_over(run: Run, filling: Filling, asks: Asks, rows: Sequence[Indicator]) -> Message:
    """All answers, what was skipped, and a button to correct each indicator."""
    room = max(60, ROOM // max(len(rows), 1))
    lines = [
        f"<b>Ringkasan isian</b> {short(title_of(run, filling.seat))}, {run_title(run)}.",
        *some_lines([line for row in rows for line in answers(filling, row, room)], ROOM),
        *left_out(filling, asks),
        NOT_ASKED,
    ]
    return Message("\n".join(lines), look_over_buttons(filling, asks, rows))


def answers(filling: Filling, row: Indicator, room: int) -> list[str]:
    """The figures of an indicator on one line, its words on others as far as there is room."""
    given = {a.ask.topic: a for a in filling.answers if a.ask.number == row.number}
    words = max(room // 3, 30)
    figures = [said(given[t], row, words) for t in (Topic.ACTUAL, Topic.SPENT) if t in given]
    head = f"{row.number}. {short(row.name, min(words, 60))}: {'; '.join(figures) or 'dilewati'}"
    told = [t for t in (Topic.FACTORS, Topic.FOLLOW_UP) if t in given] if room > 150 else []
    return [head, *(f"   {TOPICS[t]}: {said(given[t], row, words)}" for t in told)]


def left_out(filling: Filling, asks: Asks) -> list[str]:
    """ "Dilewati: realisasi indikator 2 dan 3; faktor indikator 1." """
    left = skipped(filling, asks)
    if not left:
        return []
    numbers = {topic: [ask for ask in left if ask.topic == topic] for topic in Topic}
    parts = (f"{TOPICS[topic]} indikator {listed(own)}" for topic, own in numbers.items() if own)
    lines = [f"Dilewati: {'; '.join(parts)}."]
    if lacking(filling, asks):
        lines.append("Realisasi mohon diisi angka atau dinyatakan belum ada sebelum dikirim.")
    return lines


def listed(asks: Sequence[Ask]) -> str:
    return some_names([str(ask.number) for ask in asks], 100)


def look_over_buttons(filling: Filling, asks: Asks, rows: Sequence[Indicator]) -> Rows:
    named = len(rows) <= NAMED
    change = [
        choice(brief(f"Ubah {row.number}. {row.name}", 40) if named else f"Ubah {row.number}",
               filling, CORRECT, row.number)
        for row in rows[:MOST]
    ]  # fmt: skip
    across = 1 if named else 4
    laid = tuple(tuple(change[n : n + across]) for n in range(0, len(change), across))
    drop = Button("Urungkan", button_data(Act.DROP_FILLING, filling.id), style=Style.DANGER)
    if lacking(filling, asks):
        go_on = choice("Isi yang dilewati", filling, RESUME, "-")
    else:
        data = button_data(Act.SEND_FILLING, filling.id, print_of(filling))
        go_on = Button("Kirim", data, style=Style.SUCCESS)
    return (*laid, (go_on, drop))


def print_of(filling: Filling) -> str:
    """Of the answers that were looked over: others are not sent by this button."""
    return fingerprint(to_json(filling.answers))[:8]


def sent(run: Run, filling: Filling, seat: Seat, name: str) -> Message:
    text = (
        f"Isian {short(title_of(run, filling.seat))}, {run_title(run)}, telah dikirim sebagai "
        f"berkas {short(name)}. Terima kasih."
    )
    return Message(text, fill_buttons(run, seat))


def dropped() -> Message:
    return Message("Pengisian lewat chat diurungkan. Jawaban tidak dikirim dan tetap tercatat.")


def ended(run: Run, why: str) -> Message:
    """`why` is one of the sentences below."""
    return Message(f"Pengisian {run_title(run)} lewat chat berakhir: {why}.")


RUN_CLOSED = "putaran telah selesai"
RUN_CANCELLED = "putaran dibatalkan"
RECAP_APPROVED = "rekap telah disetujui"
SEAT_PASSED = "kursi telah berpindah"

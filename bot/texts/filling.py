"""Filling in a workbook by answering questions in chat: each question, and what was answered."""

from bot.rules.achievement import Direction
from bot.rules.acts import Act, button_data
from bot.rules.carrying import Earlier
from bot.rules.filling import Filling, asked
from bot.rules.filling_questions import Answer, Ask, Asks, Topic
from bot.rules.forms import Indicator
from bot.rules.messages import Button, Message
from bot.rules.periods import Period
from bot.rules.run import Run
from bot.texts.fitting import short
from bot.texts.formats import escape, exact, number, period, rupiah
from bot.texts.last_values import NONE, last_actual, last_spent
from bot.texts.words import run_title, title_of

NAME = 120
WORKBOOK = "buku kerja"
TOPICS = {
    Topic.ACTUAL: "Realisasi",
    Topic.SPENT: "Realisasi Rp",
    Topic.FACTORS: "Faktor",
    Topic.FOLLOW_UP: "Rencana tindak lanjut",
}
QUESTIONS = {
    Topic.ACTUAL: "<b>Realisasi?</b> Mohon dijawab dengan angka.",
    Topic.SPENT: "<b>Realisasi Rp?</b> Mohon dijawab dengan rupiah penuh.",
    Topic.FACTORS: (
        "<b>Faktor pendorong dan penghambat?</b> Baris pertama untuk faktor pendorong, baris "
        "berikutnya untuk faktor penghambat; tanda - bila tidak ada."
    ),
    Topic.FOLLOW_UP: "<b>Rencana tindak lanjut?</b> Mohon dijawab singkat; tanda - bila tidak ada.",
}
NO_DATA, SKIP, BACK, LOOK_OVER = "belum", "lewati", "kembali", "ringkas"
CORRECT, RESUME = "ubah", "sisa"
"""What a button of the dialogue says it does (rules/filling.py, Move)."""


def question(
    run: Run, filling: Filling, asks: Asks, ask: Ask, row: Indicator, last: Earlier | None
) -> Message:
    """One question, with what the indicator came to before and what was answered already."""
    place = [a.key for a in asks].index(ask.key) + 1
    head = f"{short(title_of(run, filling.seat))}, {run_title(run)} ({place} dari {len(asks)})"
    lines = [head, *about(ask, row, run.period, last)]
    if (given := filling.answer(ask)) is not None:
        lines.append(f"Tercatat: {said(given, row, 500)}.")
    return Message("\n".join([*lines, QUESTIONS[ask.topic]]), buttons(filling, asks, ask))


def about(ask: Ask, row: Indicator, now: Period, last: Earlier | None) -> list[str]:
    name = f"<b>{row.number}. {short(row.name, NAME)}</b>"
    match ask.topic:
        case Topic.ACTUAL:
            down = " (turun lebih baik)" if row.direction is Direction.DOWN else ""
            target = f"Target {period(now)}: {number(row.target_period)} {short(row.unit)}{down}."
            was = last_actual(last, row) if last is not None else [NONE]
            return [name, target, *map(escape, was)]
        case Topic.SPENT:
            pagu = f" Pagu {rupiah(row.budget)}." if row.budget is not None else ""
            money = f"Program/kegiatan: {short(row.programme or '', NAME)}.{pagu}"
            return [name, money, *(last_spent(last) if last is not None else ())]
    return [name]


def buttons(filling: Filling, asks: Asks, ask: Ask) -> tuple[tuple[Button, ...], ...]:
    first = [choice("Belum ada", filling, NO_DATA, ask.key)] if ask.is_figure else []
    first.append(choice("Lewati", filling, SKIP, ask.key))
    if ask != asks[0]:
        first.append(choice("Kembali", filling, BACK, ask.key))
    return tuple(first), (choice("Lihat ringkasan", filling, LOOK_OVER, ask.key),)


def choice(label: str, filling: Filling, word: str, what: object) -> Button:
    return Button(label, button_data(Act.ANSWER_FILLING, filling.id, word, what))


def said(given: Answer, row: Indicator, most: int) -> str:
    """The answer in words: 12 desa, Rp1.500.000, belum ada data, …"""
    match given.ask.topic:
        case Topic.ACTUAL if given.figure is not None:
            return f"{exact(given.figure)} {short(row.unit)}"
        case Topic.SPENT if given.figure is not None:
            return rupiah(given.figure)
        case Topic.ACTUAL | Topic.SPENT:
            return "belum ada data"
        case Topic.FACTORS:
            return factors(given, most)
    return short(given.words, most).rstrip(". ") or "tidak ada"


def factors(given: Answer, most: int) -> str:
    named = (("pendorong", given.words), ("penghambat", given.obstacles))
    parts = [f"{what}: {short(text, most // 2).rstrip('. ')}" for what, text in named if text]
    return "; ".join(parts) or "tidak ada"


def recorded(row: Indicator, given: Answer) -> Message:
    """What stands in place of a question once its answer was typed."""
    topic = TOPICS[given.ask.topic]
    name = f"{row.number}. {short(row.name, NAME)}"
    return Message(f"{name}\n{topic}: {said(given, row, 1_000)}. Tercatat.")


def moved_below() -> Message:
    """In place of a question, or of all answers, that stand in a newer message."""
    return Message("Pengisian dilanjutkan pada pesan di bawah.")


def now_asked(filling: Filling, asks: Asks) -> str:
    """What the tap is answered with: nothing, the card itself tells the rest."""
    return "" if asked(filling, asks) else "Mohon diperiksa sebelum dikirim."

"""Refusals about an office's kop in words: what is wrong and what to do."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import letterheads as r
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short
from bot.texts.formats import number


def too_many_head_lines(refusal: r.TooManyHeadLines, _zone: str) -> str:
    return (
        f"Kop memuat paling banyak {number(refusal.most)} baris. Mohon diringkas lalu dikirim "
        "kembali."
    )


def head_line_too_long(refusal: r.HeadLineTooLong, _zone: str) -> str:
    return (
        f"Baris “{short(refusal.line)}” lebih dari {number(refusal.most)} karakter. Mohon "
        "dipersingkat, atau dibagi menjadi dua baris."
    )


def no_own_letterhead(_refusal: r.NoOwnLetterhead, _zone: str) -> str:
    return "Kantor ini belum menetapkannya dengan /kop, sehingga tidak ada yang dihapus."


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    r.TooManyHeadLines: too_many_head_lines,
    r.HeadLineTooLong: head_line_too_long,
    r.NoOwnLetterhead: no_own_letterhead,
}

"""Answers while a workbook is filled in chat."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import fillings as e
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short, some_names
from bot.texts.formats import number
from bot.texts.refusals.plain import plain


def not_a_figure(r: e.NotAFigure, _zone: str) -> str:
    said = f" “{short(r.text)}”" if short(r.text) else ""
    return (
        f"Jawaban{said} belum dapat dibaca sebagai angka. Mohon menuliskan angkanya saja, contoh "
        "1.234,56, atau: belum ada."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.NotAFigure: not_a_figure,
    e.NegativeMoney: lambda r, _z: (
        f"Realisasi rupiah tidak dapat kurang dari nol ({number(r.figure)}). Mohon diperiksa "
        "kembali."
    ),
    e.TooManyDigits: lambda r, _z: (
        f"Angka memuat lebih dari {r.most} digit. Mohon dibulatkan lalu ditulis kembali."
    ),
    e.AnswerTooLong: lambda r, _z: (
        f"Jawaban melebihi {number(r.most)} huruf. Mohon diringkas lalu ditulis kembali."
    ),
    e.QuestionGone: plain(
        "Pertanyaan ini telah dilewati atau dijawab. Mohon melanjutkan pada pesan yang terbaru."
    ),
    e.FillingOver: plain(
        "Pengisian lewat chat ini telah berakhir. Mohon mengetik /tugas untuk melihat tugas yang "
        "terbuka."
    ),
    e.FillingIncomplete: lambda r, _z: (
        f"Realisasi indikator {some_names([str(n) for n in r.numbers])} belum dijawab. Mohon diisi "
        "angka atau dinyatakan belum ada sebelum dikirim."
    ),
}

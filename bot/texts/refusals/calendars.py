"""Refusals about days and proposals in words: what is wrong and what to do."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import calendars as r
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short
from bot.texts.formats import day, days, moment, number, period

EXAMPLE = "<code>/libur 14-12-2026 Pemilihan kepala desa, keputusan 800/12/2026</code>"
WEEKEND = "bukan hari kerja menurut kalender kantor"


def not_a_day(refusal: r.NotADay, _zone: str) -> str:
    what = f"Tanggal pada “{short(refusal.text)}” belum terbaca." if refusal.text else ""
    return f"{what} Mohon menuliskan tanggal lalu alasannya, contoh: {EXAMPLE}.".strip()


def days_reversed(refusal: r.DaysReversed, _zone: str) -> str:
    return (
        f"Tanggal akhir {day(refusal.last)} mendahului tanggal awal {day(refusal.first)}. Mohon "
        "diperiksa lalu ditulis kembali."
    )


def day_passed(refusal: r.DayPassed, _zone: str) -> str:
    return f"{day(refusal.day)} telah lewat, sehingga kalendernya tidak diubah lagi."


def too_far_ahead(refusal: r.TooFarAhead, _zone: str) -> str:
    return (
        f"{day(refusal.day)} lebih dari {number(refusal.most)} hari ke depan. Mohon memeriksa "
        "tahunnya."
    )


def too_many_days(refusal: r.TooManyDays, _zone: str) -> str:
    return (
        f"Libur {number(refusal.days)} hari melebihi {number(refusal.most)} hari sekaligus. Mohon "
        "memeriksa tanggalnya, atau mencatatnya dalam beberapa bagian."
    )


def no_why(refusal: r.NoWhy, _zone: str) -> str:
    return (
        f"Libur {day(refusal.first)} memerlukan alasan. Mohon menuliskannya sesudah tanggal, "
        f"contoh: {EXAMPLE}."
    )


def not_worked(refusal: r.NotWorked, _zone: str) -> str:
    why = f"sudah libur ({short(refusal.reason)})" if refusal.reason else WEEKEND
    return f"{day(refusal.day)} {why}. Tidak ada yang perlu dicatat."


def closed_already(refusal: r.ClosedAlready, _zone: str) -> str:
    return (
        f"{day(refusal.day)} sudah tercatat sebagai libur kantor ({short(refusal.reason)}). Untuk "
        "mengubahnya, mohon membatalkannya lebih dahulu: "
        f"<code>/libur batal {refusal.day:%d-%m-%Y}</code>."
    )


def not_closed(refusal: r.NotClosed, _zone: str) -> str:
    return (
        f"{days(refusal.first, refusal.last)} tidak tercatat sebagai libur kantor melalui /libur, "
        "sehingga tidak ada yang dibatalkan."
    )


def outside_hours(refusal: r.OutsideHours, zone: str) -> str:
    return (
        "Di luar jam kerja, pegawai lain tidak diingatkan. Mohon mengetuk kembali mulai "
        f"{moment(refusal.opens, zone)}. Terima kasih."
    )


def proposal_over(refusal: r.ProposalOver, _zone: str) -> str:
    if refusal.period is None:
        return "Usulan ini tidak dikenal lagi. Putaran dapat dimulai dengan /mulai."
    return (
        f"Putaran {period(refusal.period)} sudah dimulai, sehingga usulan ini tidak berlaku lagi."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    r.NotADay: not_a_day,
    r.DaysReversed: days_reversed,
    r.DayPassed: day_passed,
    r.TooFarAhead: too_far_ahead,
    r.TooManyDays: too_many_days,
    r.NoWhy: no_why,
    r.NotWorked: not_worked,
    r.ClosedAlready: closed_already,
    r.NotClosed: not_closed,
    r.OutsideHours: outside_hours,
    r.ProposalOver: proposal_over,
}

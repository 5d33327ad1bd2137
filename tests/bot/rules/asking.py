"""What tests ask a run of, by a seat's key; the seats of the shipped SOP."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules import owing
from bot.rules.run import DocumentState

KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"
RECEIVED, REPLACED = DocumentState.RECEIVED, DocumentState.REPLACED
RETURNED, ACCEPTED = DocumentState.RETURNED, DocumentState.ACCEPTED


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


def owed(course, seat: str) -> list[str]:
    return [kind.code for kind in owing.owed(course.run, course.run.sop.seat(seat))]


def chased(course, seat: str) -> list[str]:
    return [kind.code for kind in owing.chased(course.run, course.run.sop.seat(seat))]


def standing(course, seat: str, kind: str) -> list[tuple[str, int, str]]:
    return [(d.name, d.version, d.state) for d in course.run.filed(seat, kind)]

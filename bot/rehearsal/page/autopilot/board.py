"""The run as its board in the group shows it: open or over, and what each seat still owes."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message
from bot.rules.sop import DocumentKind, Seat
from bot.texts.fitting import brief

HEAD = re.compile(r"Papan .* — (?P<period>[^—]+)")
OWED = re.compile(r"jenis, kurang (?P<codes>[^·]+)")
OPEN = "▶️"


@dataclass(frozen=True, slots=True)
class Board:
    message: Message
    period: str

    @property
    def lines(self) -> list[str]:
        return self.message.text.splitlines()

    @property
    def open(self) -> bool:
        return len(self.lines) > 1 and self.lines[1].startswith("Langkah ")

    @property
    def closed(self) -> bool:
        return len(self.lines) > 1 and self.lines[1].startswith("Selesai ")

    @property
    def awaits_approval(self) -> bool:
        return any(": menunggu " in line for line in self.lines)

    @property
    def since(self) -> datetime:
        return self.message.date

    def line_of(self, seat: Seat) -> str:
        """The line of an open duty to hand in; empty where there is none."""
        begins = f"{OPEN} {brief(seat.title)} ("
        own = (line.strip() for line in self.lines)
        return next((line for line in own if line.startswith(begins) and " jenis" in line), "")

    def owed(self, stage: Stage, seat: Seat) -> tuple[DocumentKind, ...]:
        found = OWED.search(self.line_of(seat))
        codes = found["codes"].strip().split(", ") if found else []
        return tuple(kind for kind in stage.sop.kinds_from(seat.role) if kind.code in codes)


def boards(stage: Stage) -> list[Board]:
    """Of every run that the group has seen, the newest first."""
    heads = [
        (message, HEAD.match(message.text.splitlines()[0]))
        for message in reversed(stage.group.from_bot)
        if message.text.startswith("Papan ") and not message.file
    ]
    return [Board(message, head["period"]) for message, head in heads if head]


def board(stage: Stage) -> Board | None:
    """The newest open one, else the newest."""
    every = boards(stage)
    return next((one for one in every if one.open), every[0] if every else None)

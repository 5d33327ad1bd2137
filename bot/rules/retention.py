"""How long each kind of record is kept (JRA), by the notes in an office's settings file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.run import Run


class RecordKind(StrEnum):
    DOCUMENTS = "berkas serahan"  # what was handed in, every version, and packs that hold it
    PAPERS = "rekap dan naskah"  # the recap as approved, formats
    SCANS = "pindaian"  # of signed papers, and of letters with an arahan
    FACTS = "catatan"
    CHATS = "arsip percakapan"  # messages in and out, as the database keeps them


OF_FILES = (RecordKind.DOCUMENTS, RecordKind.PAPERS, RecordKind.SCANS)


class Fate(StrEnum):
    """What becomes of a record once its years are over."""

    DESTROY = "musnah"
    PERMANENT = "permanen"
    REVIEW = "dinilai kembali"


@dataclass(frozen=True, slots=True)
class RetentionNote:
    """`active` and `inactive` are years from the end of the run's; `basis` is the decree (JRA),
    empty where the note is only assumed."""

    kind: RecordKind
    active: int
    inactive: int
    fate: Fate
    basis: str = ""

    @property
    def assumed(self) -> bool:
        return not self.basis

    def over_since(self, year: int) -> date:
        """The first day on which a record of that year is past its retention."""
        return date(year + self.active + self.inactive + 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Overdue:
    """A kind of record of a run that is past its retention since that day."""

    run: Run
    note: RetentionNote
    since: date


def year_at(at: datetime, zone: str) -> int:
    """Of a moment (UTC), by the office's clock."""
    return at.astimezone(ZoneInfo(zone)).year


def year_of(run: Run, zone: str) -> int | None:
    """By which its years are counted: of its period, or a later one in which it ended by the
    office's clock (the fourth triwulan is gathered in January). None while it is at work."""
    if run.is_open or run.closed_at is None:
        return None
    return max(run.period.year, year_at(run.closed_at, zone))


def note_for(notes: Iterable[RetentionNote], kind: RecordKind) -> RetentionNote | None:
    return next((note for note in notes if note.kind == kind), None)


def overdue(
    runs: Iterable[Run], notes: Sequence[RetentionNote], zone: str, today: date
) -> Iterator[Overdue]:
    """By note, in the order of the file, and the runs in theirs."""
    ended = [(run, year) for run in runs if (year := year_of(run, zone)) is not None]
    for note in notes:
        for run, year in ended:
            if note.over_since(year) <= today:
                yield Overdue(run, note, note.over_since(year))

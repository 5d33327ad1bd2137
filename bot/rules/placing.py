"""Where a file belongs: run, seat and kind, told from what it carries or asked for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.errors.files import FileRefused, KindNotOwed, WrongMark
from bot.rules.errors.runs import NoRun, RunNotOpen
from bot.rules.errors.seats import NoSeat, NotYours
from bot.rules.forms import SCHEMA, FormMark
from bot.rules.kinds import Told, Unclear, tell_kind
from bot.rules.owing import owed
from bot.rules.run import Run
from bot.rules.sop import DocumentKind, Seat


@dataclass(frozen=True, slots=True)
class Signs:
    """What a file carries. `about_run`, `about_seat`, `about_kind` come from the message it
    answers; `chosen` are the sender's taps: "p" run, "k" seat, "j" kind."""

    mark: FormMark | None = None
    is_workbook: bool = False
    caption: str = ""
    name: str = ""
    page: str = ""
    album_caption: str = ""
    about_run: int | None = None
    about_seat: str = ""
    about_kind: str = ""
    chosen: Mapping[str, str] | None = None

    def choice(self, key: str) -> str:
        return (self.chosen or {}).get(key, "")


@dataclass(frozen=True, slots=True)
class Place:
    run: Run
    seat: Seat
    kind: DocumentKind


@dataclass(frozen=True, slots=True)
class AskRun:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class AskSeat:
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class AskKind:
    kinds: tuple[DocumentKind, ...]


def place(
    office_id: int, runs: Sequence[Run], held: Collection[str], signs: Signs
) -> Place | AskRun | AskSeat | AskKind:
    """The file's place, or what must be asked; refuses what belongs nowhere."""
    if not held:
        raise NoSeat
    run = which_run(office_id, runs, held, signs)
    if isinstance(run, AskRun):
        return run
    seat = which_seat(run, held, signs)
    if isinstance(seat, AskSeat):
        return seat
    kind = which_kind(run, seat, signs)
    return kind if isinstance(kind, AskKind) else Place(run, seat, kind)


def which_run(
    office_id: int, runs: Sequence[Run], held: Collection[str], signs: Signs
) -> Run | AskRun:
    if not runs:
        raise NoRun(file=True)
    if signs.mark is not None:
        return marked_run(office_id, runs, signs.mark)
    if wanted := int(signs.choice("p") or signs.about_run or 0):
        return wanted_run(runs, wanted)
    handing_in = [run for run in runs if own_seats(run, held)] or list(runs[:1])
    owing = [run for run in handing_in if any(owed(run, seat) for seat in own_seats(run, held))]
    candidates = owing or handing_in
    return candidates[0] if len(candidates) == 1 else AskRun(tuple(candidates))


def wanted_run(runs: Sequence[Run], wanted: int) -> Run:
    """A file that answers a run that is over must not slip into another one."""
    found = [run for run in runs if run.id == wanted]
    if not found:
        raise RunNotOpen
    return found[0]


def marked_run(office_id: int, runs: Sequence[Run], mark: FormMark) -> Run:
    if mark.office != office_id:
        raise WrongMark("office")
    found = [run for run in runs if run.id == mark.run]
    if not found:
        raise WrongMark("run", found=mark.period)
    if mark.schema != SCHEMA:
        raise WrongMark("schema")
    return found[0]


def own_seats(run: Run, held: Collection[str]) -> list[Seat]:
    return [seat for seat in run.sop.suppliers if seat.key in held]


def which_seat(run: Run, held: Collection[str], signs: Signs) -> Seat | AskSeat:
    own = own_seats(run, held)
    if not own:
        raise NotYours(tuple(seat.title for seat in run.sop.suppliers))
    if signs.mark is not None:
        return marked_seat(run, own, signs.mark)
    wanted = signs.choice("k") or signs.about_seat
    named = [seat for seat in own if seat.key == wanted]
    owing = [seat for seat in own if owed(run, seat)]
    candidates = named or (owing if len(own) > 1 and owing else own)
    return candidates[0] if len(candidates) == 1 else AskSeat(tuple(candidates))


def marked_seat(run: Run, own: Sequence[Seat], mark: FormMark) -> Seat:
    if mark.is_master:
        raise WrongMark("master")
    found = [seat for seat in own if seat.key == mark.seat]
    if not found:
        titles = [seat.title for seat in run.sop.seats if seat.key == mark.seat]
        raise WrongMark("seat", found=titles[0] if titles else mark.seat)
    return found[0]


def which_kind(run: Run, seat: Seat, signs: Signs) -> DocumentKind | AskKind:
    """A workbook kind is told by the mark alone, so an unmarked workbook is refused as one."""
    owed_here = run.kinds_owed_by(seat)
    told = told_kind(run, signs)
    if told is None:
        plain = tuple(kind for kind in owed_here if not kind.workbook)
        if not plain:
            raise FileRefused("no_mark", signs.name)
        return plain[0] if len(plain) == 1 else AskKind(plain)
    if all(kind.code != told for kind in owed_here):
        raise KindNotOwed(told, seat.title, tuple(kind.code for kind in owed_here))
    kind = run.sop.kind(told)
    if kind.workbook and signs.mark is None:
        raise FileRefused("no_mark", signs.name)
    return kind


def told_kind(run: Run, signs: Signs) -> str | None:
    """By the tap, the mark, the document answered, the caption, the name, the first page, and
    last the album's caption."""
    if signs.choice("j"):
        return signs.choice("j")
    if signs.about_kind and signs.mark is None:
        return signs.about_kind
    kinds = [kind for kind in run.sop.kinds if signs.is_workbook or not kind.workbook]
    tries = (
        (signs.mark, signs.caption, "", ""),
        (None, "", signs.name, ""),
        (None, "", "", signs.page),
        (None, signs.album_caption, "", ""),
    )
    for mark, caption, name, page in tries:
        told: Told | Unclear = tell_kind(kinds, mark, caption, name, page)
        if isinstance(told, Told):
            return told.kind
    return None

"""Refusals: each a type with what its sentence (bot/texts/refusals.py) needs."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.rules.form_faults import FormFault
from bot.rules.form_versions import Compared


class Refusal(Exception):
    """Something that may not or cannot be done; nothing has changed.

    `zone` is that of the office where it was refused; empty where none was at work.
    """

    zone: str = ""


class NoSeat(Refusal):
    """The person holds no seat of this office."""


class NoOffice(Refusal):
    """The chat is no office's, and the person belongs to none."""


@dataclass
class SeveralOffices(Refusal):
    """A private command of a person with seats in more than one office: which one is meant is
    asked (usecases/which_office.py)."""

    titles: tuple[str, ...]


@dataclass
class OfficeAskedBefore(Refusal):
    """The button picks an office for a command that was typed too long ago, or by another."""

    command: str = ""


@dataclass
class GroupOnly(Refusal):
    """The command is for the office's group."""

    command: str


@dataclass
class NotYours(Refusal):
    """The act belongs to other seats; `seats` are their titles, `holders` the people's names."""

    seats: tuple[str, ...]
    holders: tuple[str, ...] = ()


@dataclass
class StaffMayNot(Refusal):
    """Staff hand in for these seats, but this is for who holds them to do."""

    seats: tuple[str, ...]
    holders: tuple[str, ...] = ()


@dataclass
class SubstituteActs(Refusal):
    """The holder's act while a substitute, as `acting`, has the seat until and with `last`."""

    title: str
    seat: str
    name: str
    acting: str
    last: date


@dataclass
class SeaterOnly(Refusal):
    """Only the seat's holder or an administrator of the group does this."""

    title: str
    holder: str


@dataclass
class NotAReply(Refusal):
    """The command names a person by being a reply to his message."""

    command: str


@dataclass
class NoDates(Refusal):
    """`text` is no span of days; `command` is what it followed."""

    text: str
    command: str


@dataclass
class DatesReversed(Refusal):
    first: date
    last: date


@dataclass
class DatesOver(Refusal):
    """All of the days have passed."""

    last: date


@dataclass
class DatesTooLong(Refusal):
    most: int  # days


@dataclass
class SubstitutesOverlap(Refusal):
    """Another substitution of the seat has some of these days."""

    title: str
    name: str
    acting: str
    first: date
    last: date


@dataclass
class NoSubstitute(Refusal):
    """Nobody stands in for the seat's holder, now or later."""

    title: str


@dataclass
class HandsInNothing(Refusal):
    """Staff hand in, and this seat hands in nothing."""

    title: str


@dataclass
class NotStaff(Refusal):
    name: str
    title: str


@dataclass
class LeavesOverlap(Refusal):
    first: date
    last: date


class NoLeave(Refusal):
    """Nothing to cancel."""


class AdministratorsOnly(Refusal):
    """Only an administrator of the group seats people."""


class NotOneself(Refusal):
    """Nobody seats himself while another administrator could."""


@dataclass
class UnknownSeat(Refusal):
    seat: str
    known: tuple[str, ...]


@dataclass
class SeatTaken(Refusal):
    title: str
    holder: str


class ClaimSettled(Refusal):
    """The claim was granted or refused before."""


class AnonymousSender(Refusal):
    """A message as the group itself shows not who acts."""


@dataclass
class NoRun(Refusal):
    """The office has no open run: a `file` came for one, or there is nothing to read.

    `may_start`: who asks may begin one.
    """

    file: bool = False
    may_start: bool = False


@dataclass
class RunNotOpen(Refusal):
    """The button or file belongs to a run that is closed, cancelled or unknown."""

    closed_at: datetime | None = None


@dataclass
class PeriodTaken(Refusal):
    period: str


@dataclass
class NotNow(Refusal):
    """The duty is not open: `done` before, or its step has not come."""

    done: bool
    step: int


@dataclass
class StillMissing(Refusal):
    """Something is owed or not yet reviewed; conveying without it takes a reason."""

    missing: tuple[str, ...]


@dataclass
class DocumentDecided(Refusal):
    state: str


@dataclass
class NothingToAccept(Refusal):
    pass


@dataclass
class KindNotOwed(Refusal):
    """The seat owes no such kind; `owed` are those it does."""

    kind: str
    seat: str
    owed: tuple[str, ...]


@dataclass
class KindSettled(Refusal):
    """[Nihil] for a kind of which documents stand already."""

    kind: str


class NotYetOrdered(Refusal):
    """The request has not been ordered; nothing is collected yet."""


class RecapApproved(Refusal):
    """The recap is approved; no document enters it any more."""


@dataclass
class ReasonTooShort(Refusal):
    pass


@dataclass
class AlreadyAsked(Refusal):
    """More time is asked and not decided."""

    superior: str


class PleaSettled(Refusal):
    """More time was granted or refused before."""


@dataclass
class NobodyAbove(Refusal):
    """Nobody else is there in a seat above, so nobody can decide."""

    titles: tuple[str, ...]


class NothingOwed(Refusal):
    """The person has no open duty."""


class TooManyFiles(Refusal):
    """More than one person may send in a day; it is not fetched (rules/intake_bounds.py)."""


@dataclass
class FileRefused(Refusal):
    """`code` is what is wrong with the file (texts/refusals.py, FILE_FAULTS)."""

    code: str
    name: str = ""
    detail: str = ""


@dataclass
class FormRefused(Refusal):
    """A workbook with faults, all of them at once (rules/form_faults.py, FormFault); of a seat's
    also what it changes in the one sent before."""

    name: str
    faults: tuple[FormFault, ...]
    version_of: str = ""
    compared: Compared | None = None


class RecapChanged(Refusal):
    """The recap on the button is no longer what would be approved."""


class FormatChanged(Refusal):
    """The format on the button was replaced by another one."""


class FormatConveyed(Refusal):
    """The format was conveyed already and cannot be replaced any more."""


@dataclass
class WrongMark(Refusal):
    """A workbook of another office, run or seat; a "whole" format where a seat's came, or a
    "master" where one was to be filled in. `what` is one of them."""

    what: str
    expected: str = ""
    found: str = ""


class NotAFile(Refusal):
    """A video, a voice message, a sticker: not a document of this SOP."""


class OfferSettled(Refusal):
    """What the file is was told before."""


@dataclass
class AlreadyReceived(Refusal):
    """The same bytes stand for this seat and kind already, as that document."""

    document_id: int


class LetterSettled(Refusal):
    """What was read from the letter was confirmed or denied before."""


@dataclass
class NotALetterHead(Refusal):
    """An answer that tells no number and no date of a letter; `text` is what was written."""

    text: str


@dataclass
class OldVersion(Refusal):
    """The bytes of a workbook that a newer version has replaced; the `newest` stands."""

    version: int
    newest: int


class SearchGone(Refusal):
    """The button turns the pages of a search that is not the person's, or not kept."""


class NothingAsked(Refusal):
    """A plain text where the bot asked nothing."""


@dataclass
class NotAFigure(Refusal):
    """An answer that should be a figure is none; `text` is what was written."""

    text: str


@dataclass
class NegativeMoney(Refusal):
    """Rupiah below nought."""

    figure: Decimal


@dataclass
class TooManyDigits(Refusal):
    """A figure that an office program would round."""

    most: int


@dataclass
class AnswerTooLong(Refusal):
    most: int  # characters


class QuestionGone(Refusal):
    """The question was answered before; another one is asked now."""


class FillingOver(Refusal):
    """The filling in chat was sent, dropped, or ended with its run."""


@dataclass
class FillingIncomplete(Refusal):
    """Figures were skipped; `numbers` are those of their indicators."""

    numbers: tuple[int, ...]

"""What the office asks of the world: a clock, a store, a cabinet, a courier."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from bot.rules.archiving import ToArchive
from bot.rules.delivery import Delivery
from bot.rules.dispositions import Disposition
from bot.rules.errands import Card, Errand
from bot.rules.filling import Filling
from bot.rules.forms import FilledForm
from bot.rules.hardcopies import PrintedPaper
from bot.rules.inbox import Letter, LetterState
from bot.rules.intake_bounds import Sent
from bot.rules.offers import Offer, Question
from bot.rules.own_data import OwnData
from bot.rules.people import (
    Claim,
    ClaimState,
    Holding,
    Leave,
    Office,
    Person,
    Substitution,
)
from bot.rules.periods import Period
from bot.rules.proposals import Proposal
from bot.rules.run import Fact, Run
from bot.rules.searching import Filed, Search

History = tuple[tuple[Period, Mapping[str, FilledForm]], ...]
"""Accepted workbooks by seat, newest period first."""


class Clock(Protocol):
    def now(self) -> datetime:
        """The instant now, aware, in UTC."""
        ...


class Cabinet(Protocol):
    """File bytes by their SHA-256; nothing in it is ever changed, and nothing removed but by an
    operator's own command, once its retention is over (usecases/destroy_files.py)."""

    async def keep(self, content: bytes) -> str:
        """The digest (hex), once the bytes are safely on disk."""
        ...

    async def open(self, digest: str) -> bytes: ...
    async def holds(self, digest: str) -> bool:
        """Whether there are bytes under it, sound or not."""
        ...

    async def destroy(self, digest: str) -> int:
        """How many bytes went, nought where there were none: from the archive first."""
        ...

    def draft(self) -> AbstractAsyncContextManager[Path]:
        """Where a large file may be written on the cabinet's own disk; gone at the end, unless it
        was kept."""
        ...

    async def keep_draft(self, path: Path) -> str:
        """As `keep`, of a draft: it is moved, and not read into memory as a whole."""
        ...

    async def show_as(self, digest: str, folders: Sequence[str], names: Sequence[str]) -> None:
        """Let the file stand in the archive too, by the first name that no other file has.

        One that is lost is left out.
        """
        ...

    async def archive_stands(self) -> bool:
        """Whether the archive's folder was there; it is made where it was not."""
        ...


class Courier(Protocol):
    async def carry(self, errand: Errand, card: Card | None) -> Delivery:
        """Do one errand at Telegram; `card` is the message that a SHOW or PIN stands in.

        Raises rules.delivery.DeliveryFailure.
        """
        ...


class Offices(Protocol):
    async def add(self, chat_id: int, title: str, token: str, calendar: str) -> Office: ...
    async def get(self, office_id: int) -> Office | None: ...
    async def hold(self, office_id: int) -> Office | None:
        """The office as it stands, locked for change until the unit of work ends."""
        ...

    async def at(self, chat_id: int) -> Office | None: ...
    async def by_token(self, token: str) -> Office | None: ...
    async def all(self) -> tuple[Office, ...]: ...
    async def save(self, office: Office) -> None: ...


class People(Protocol):
    async def seen(self, person: Person) -> Person:
        """Keep the newest name and username; `reachable` stays as it was known, and what the
        person gave for papers as he gave it."""
        ...

    async def get(self, person_id: int) -> Person | None: ...
    async def data_of(self, person: Person) -> OwnData:
        """All that the offices keep of him."""
        ...

    async def named(self, name: str) -> tuple[Person, ...]:
        """Those of this name, Telegram's or the given one, in whatever case."""
        ...

    async def correct(self, person_id: int, *, given_name: str, nip: str) -> None:
        """What the person gave for papers; "" is none."""
        ...

    async def reach(self, person_id: int, *, reachable: bool) -> None: ...


class Seats(Protocol):
    async def of_office(self, office_id: int) -> tuple[Holding, ...]: ...
    async def offices_of(self, person_id: int, at: datetime | None = None) -> tuple[int, ...]:
        """Where the person holds a seat, is staff of one, or stands in for one; of those also
        where he still did at that moment."""
        ...

    async def put(self, office_id: int, seat: str, person_id: int | None) -> None: ...


class Claims(Protocol):
    async def ask(self, office_id: int, seat: str, person_id: int, at: datetime) -> Claim:
        """The open claim of this person on this seat, new or the one already asked."""
        ...

    async def get(self, claim_id: int) -> Claim | None: ...
    async def settle(self, claim_id: int, state: ClaimState) -> None: ...


class Staff(Protocol):
    async def of_office(self, office_id: int) -> tuple[Holding, ...]: ...
    async def add(self, office_id: int, seat: str, person_id: int) -> None: ...
    async def remove(self, office_id: int, seat: str, person_id: int) -> None: ...


class Substitutions(Protocol):
    """Those that are open have not ended, whether they have begun or not."""

    async def add(self, new: Substitution) -> Substitution: ...
    async def get(self, substitution_id: int) -> Substitution | None: ...
    async def open_in(self, office_id: int) -> tuple[Substitution, ...]: ...
    async def turning(self, day: date) -> tuple[Substitution, ...]:
        """The open ones that by that day, of any office, are to begin or have had their last."""
        ...

    async def since(self, office_id: int, day: date) -> tuple[Substitution, ...]:
        """Those whose last day is that day or later, ended or not."""
        ...

    async def begun(self, substitution_id: int, at: datetime) -> None: ...
    async def ended(self, substitution_id: int, at: datetime) -> None: ...


class Leaves(Protocol):
    async def add(self, new: Leave) -> Leave: ...
    async def open_in(self, office_id: int, today: date) -> tuple[Leave, ...]:
        """Those that stand and whose last day is today or later."""
        ...

    async def cancel(self, leave_id: int, at: datetime) -> None: ...


class Runs(Protocol):
    async def add(self, run: Run) -> Run:
        """The run with its id, and its documents with theirs."""
        ...

    async def get(self, run_id: int) -> Run | None:
        """The run, locked for change until the unit of work ends."""
        ...

    async def save(self, run: Run) -> Run:
        """Write what changed; documents whose id is 0 are given one in the run returned."""
        ...

    async def open_in(self, office_id: int) -> tuple[Run, ...]: ...
    async def of_office(self, office_id: int) -> tuple[Run, ...]:
        """All of the office's runs, newest first."""
        ...

    async def of_period(self, office_id: int, period: Period) -> Run | None:
        """The office's run of this period that is not cancelled."""
        ...

    async def due(self, now: datetime) -> tuple[int, ...]:
        """Ids of open runs with a duty whose look_again_at has passed."""
        ...

    async def next_look(self) -> datetime | None: ...


class Approvals(Protocol):
    """When those asked for an approval are reminded; a run's own are read and written with it."""

    async def due(self, now: datetime) -> tuple[int, ...]:
        """Ids of runs with an approval whose look_again_at has passed."""
        ...

    async def asked_in(self, office_id: int) -> tuple[int, ...]:
        """Ids of the office's runs of which an approval is asked now."""
        ...

    async def next_look(self) -> datetime | None: ...


class Documents(Protocol):
    """Documents across runs; a run's own are read and written with it."""

    async def of_office(self, office_id: int) -> tuple[Filed, ...]: ...
    async def to_archive(self, most: int) -> tuple[ToArchive, ...]:
        """Those that the archive does not show yet: the least tried first, of these the oldest."""
        ...

    async def archived(self, ids: Collection[int]) -> None: ...
    async def not_archived(self, ids: Collection[int]) -> None:
        """They were tried in vain."""
        ...

    async def archive_lost(self) -> None: ...


class Workbooks(Protocol):
    async def accepted(self, office_id: int, before: Period) -> History:
        """Those in force of the office's closed runs that lead up to the period, newest first:
        not locked, and read once in a unit of work."""
        ...


class Searches(Protocol):
    async def add(self, office_id: int, person_id: int, words: str, at: datetime) -> Search: ...
    async def get(self, search_id: int) -> Search | None: ...


class Offers(Protocol):
    async def add(self, offer: Offer) -> Offer: ...
    async def get(self, offer_id: int) -> Offer | None: ...
    async def at(self, chat_id: int, message_id: int) -> Offer | None:
        """The newest offer made by this message."""
        ...

    async def before(self, offer: Offer) -> Offer | None:
        """The offer that the same message made before it was edited."""
        ...

    async def of_album(self, chat_id: int, album: str) -> tuple[Offer, ...]: ...
    async def versions(self, version_of: str) -> tuple[Offer, ...]:
        """The workbooks of a run's seat, taken or refused, in the order they were sent."""
        ...

    async def of_document(self, document_id: int) -> Offer | None: ...
    async def waiting_with(self, digests: Collection[str]) -> frozenset[str]:
        """Those of these files that were offered and wait to be placed."""
        ...

    async def awaited(self, people: Collection[int]) -> frozenset[int]:
        """Those of these people who sent a file whose bytes are still being fetched."""
        ...

    async def sent_since(self, sender: int, since: datetime) -> Sent: ...
    async def save(self, offer: Offer) -> None: ...


class Questions(Protocol):
    async def ask(
        self, person_id: int, purpose: str, args: tuple[str, ...], at: datetime
    ) -> Question: ...
    async def get(self, question_id: int) -> Question | None: ...
    async def open_for(self, person_id: int) -> tuple[Question, ...]:
        """Newest first."""
        ...

    async def close(self, question_id: int) -> None: ...


class Fillings(Protocol):
    """Of a person or a run those that are open, the one asked last first."""

    async def add(self, filling: Filling) -> Filling: ...
    async def get(self, filling_id: int) -> Filling | None: ...
    async def open_for(self, person_id: int) -> tuple[Filling, ...]: ...
    async def open_in(self, run_id: int) -> tuple[Filling, ...]: ...
    async def save(self, filling: Filling) -> None: ...


class Facts(Protocol):
    async def add(self, office_id: int, run_id: int | None, facts: Sequence[Fact]) -> None:
        """Append to the chain of the run, or of the office where there is no run."""
        ...

    async def of_run(self, run_id: int) -> tuple[tuple[Fact, str], ...]:
        """Each fact with its hash, oldest first."""
        ...

    async def of_office(self, office_id: int) -> tuple[tuple[Fact, str], ...]:
        """Those of no run, each with its hash, oldest first."""
        ...

    async def naming(self, digests: Collection[str]) -> tuple[tuple[int | None, int, Fact], ...]:
        """The facts of every chain that name one of these files, each with its run (None where it
        is of none) and office; those of a chain oldest first."""
        ...

    async def verify(self) -> tuple[str, ...]:
        """The places where a chain is broken; empty where all is proved."""
        ...


class Errands(Protocol):
    async def add(self, errand: Errand) -> bool:
        """False where an errand of this key is kept already."""
        ...

    async def show(self, errand: Errand) -> None:
        """Keep a SHOW; one still due for the same card and chat takes the newer message."""
        ...

    async def due(
        self,
        now: datetime,
        busy: Collection[str],
        may_go: Callable[[Errand], bool] = ...,
        at_most: int | None = None,
    ) -> tuple[Errand, ...]:
        """The first due errand of every lane that is not busy and not held, where it `may_go`;
        it is asked in order, of those that are unhurried last, and of no more than `at_most`."""
        ...

    async def next_at(self, now: datetime) -> datetime | None:
        """When the next errand that waits becomes due; None where none waits."""
        ...

    async def get(self, errand_id: int) -> Errand | None: ...
    async def done(self, errand_id: int, at: datetime, message_id: int | None) -> None: ...
    async def again(
        self,
        errand_id: int,
        not_before: datetime,
        error: str,
        *,
        doubtful: bool,
        fault: bool = False,
    ) -> None: ...
    async def reminders_since(
        self, office_id: int, since: datetime
    ) -> tuple[Mapping[str, Any], ...]:
        """What the office's reminders of that time and later were written of."""
        ...

    async def put_off(self, errand_id: int, not_before: datetime) -> None:
        """Not before then; no try counts."""
        ...

    async def drop(self, errand_id: int, at: datetime, error: str) -> None: ...
    async def recall(self, card: str) -> None:
        """Take back what nobody has carried yet for cards of this name, or with more after it."""
        ...

    async def withdraw(self, key: str) -> tuple[Mapping[str, Any], ...]:
        """The same by key; what each was written of, oldest first."""
        ...

    async def park(self, errand_id: int, error: str) -> None: ...
    async def unpark(self, person_id: int) -> int:
        """Make due what waits for this person's private chat; how many."""
        ...

    async def give(self, office_id: int, seat: str, person_id: int) -> None:
        """What waited for the empty seat now waits for this person."""
        ...

    async def hold(self, chat_id: int | None, until: datetime) -> None:
        """Nothing goes to the chat (to anybody where None) before `until`."""
        ...


class Cards(Protocol):
    async def get(self, name: str, chat_id: int) -> Card | None: ...
    async def at(self, chat_id: int, message_id: int) -> Card | None: ...
    async def in_chat(self, chat_id: int, name: str) -> tuple[Card, ...]:
        """The chat's cards of this name, or with more after it and a colon."""
        ...

    async def put(self, card: Card) -> None: ...
    async def forget(self, name: str, chat_id: int) -> None: ...


class Inbox(Protocol):
    async def keep(self, updates: Sequence[Mapping[str, Any]], at: datetime) -> int:
        """Keep raw updates; how many were new."""
        ...

    async def forget_done(self, before: datetime) -> None:
        """Those that were kept before that and are done: their numbers may be given anew."""
        ...

    async def waiting(self, now: datetime, busy: Collection[int]) -> tuple[Letter, ...]:
        """The first new letter of every chat that is not busy and not put off."""
        ...

    async def mark(self, update_id: int, state: LetterState, error: str = "") -> None: ...
    async def kept_since(self, then: datetime) -> bool:
        """Whether a letter kept after `then` is still new."""
        ...

    async def chats_since(self, then: datetime) -> frozenset[int]:
        """The chats of which a letter kept after `then` is still new."""
        ...

    async def failed(self, update_id: int, not_before: datetime, error: str) -> int:
        """Count a failed try and put the letter off; how many tries failed."""
        ...


class Proposals(Protocol):
    async def add(self, new: Proposal) -> Proposal: ...
    async def get(self, proposal_id: int) -> Proposal | None: ...
    async def of(self, office_id: int, period: Period) -> Proposal | None: ...
    async def made(self, periods: Collection[Period]) -> frozenset[tuple[int, Period]]:
        """The offices' ids and which of these periods they have a proposal of, in any state."""
        ...

    async def due(self, now: datetime) -> tuple[Proposal, ...]:
        """Those put off whose time to be asked again has come."""
        ...

    async def save(self, changed: Proposal) -> None: ...


class PrintedPapers(Protocol):
    """The registry of what was printed, oldest first, with hardcopies and scans."""

    async def add(self, new: PrintedPaper) -> PrintedPaper: ...
    async def by_code(self, code: str) -> PrintedPaper | None: ...
    async def of_run(self, run_id: int) -> tuple[PrintedPaper, ...]: ...
    async def of_office(self, office_id: int) -> tuple[PrintedPaper, ...]: ...
    async def save(self, paper: PrintedPaper) -> None: ...


class Dispositions(Protocol):
    """In the agenda's order."""

    async def add(self, new: Disposition) -> Disposition:
        """With its id and the next number of its office and year; no two units of work get the
        same, and one that fails leaves no gap."""
        ...

    async def get(self, disposition_id: int) -> Disposition | None: ...
    async def of_run(self, run_id: int) -> tuple[Disposition, ...]: ...
    async def waiting_in(self, office_id: int) -> tuple[Disposition, ...]:
        """The arahan that no run was opened on yet."""
        ...

    async def save(self, changed: Disposition) -> None: ...


class HardcopyWatches(Protocol):
    """Closed runs whose signed papers are waited for."""

    async def waiting(self, office_id: int) -> tuple[tuple[int, int], ...]:
        """The ids of the office's runs, and how often the lack was told of each."""
        ...

    async def told(self, run_id: int, times: int) -> None: ...
    async def over(self, run_id: int) -> None:
        """Nothing is lacking."""
        ...

    async def again(self, run_id: int) -> None:
        """Newer content was printed, which may lack its hardcopy."""
        ...


class Pulse(Protocol):
    async def last(self) -> datetime | None: ...
    async def beat(self, now: datetime) -> None: ...


class UnitOfWork(Protocol):
    """One transaction over everything that is kept."""

    @property
    def offices(self) -> Offices: ...
    @property
    def people(self) -> People: ...
    @property
    def seats(self) -> Seats: ...
    @property
    def claims(self) -> Claims: ...
    @property
    def staff(self) -> Staff: ...
    @property
    def substitutions(self) -> Substitutions: ...
    @property
    def leaves(self) -> Leaves: ...
    @property
    def runs(self) -> Runs: ...
    @property
    def approvals(self) -> Approvals: ...
    @property
    def documents(self) -> Documents: ...
    @property
    def workbooks(self) -> Workbooks: ...
    @property
    def searches(self) -> Searches: ...
    @property
    def offers(self) -> Offers: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def fillings(self) -> Fillings: ...
    @property
    def facts(self) -> Facts: ...
    @property
    def errands(self) -> Errands: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def proposals(self) -> Proposals: ...
    @property
    def printed_papers(self) -> PrintedPapers: ...
    @property
    def hardcopy_watches(self) -> HardcopyWatches: ...
    @property
    def dispositions(self) -> Dispositions: ...
    @property
    def pulse(self) -> Pulse: ...

    async def move_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup: office, errands, offers, letters.

        Message ids do not carry over, so the old chat's cards are forgotten.
        """
        ...


class Store(Protocol):
    def work(self, update_id: int | None = None) -> AbstractAsyncContextManager[UnitOfWork]:
        """A writing transaction: committed at the end, rolled back by an exception.

        With `update_id` the letter is marked done in it; AlreadyHandled where it is marked.
        TakenOver where a newer process has begun to mind what is kept.
        """
        ...

    def look(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A reading transaction that waits for no writer."""
        ...


class TakenOver(Exception):
    """A newer process minds the database: this one must end."""


class AlreadyHandled(Exception):
    """The update's effects stand already; nothing is to be done again."""

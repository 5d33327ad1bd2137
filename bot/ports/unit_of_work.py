"""One transaction over everything that is kept."""

from typing import Protocol

from bot.ports.approvals import Approvals
from bot.ports.cards import Cards
from bot.ports.claims import Claims
from bot.ports.dispositions import Dispositions
from bot.ports.documents import Documents
from bot.ports.errands import Errands
from bot.ports.facts import Facts
from bot.ports.fillings import Fillings
from bot.ports.hardcopy_watches import HardcopyWatches
from bot.ports.inbox import Inbox
from bot.ports.leaves import Leaves
from bot.ports.offers import Offers
from bot.ports.offices import Offices
from bot.ports.people import People
from bot.ports.printed_papers import PrintedPapers
from bot.ports.proposals import Proposals
from bot.ports.pulse import Pulse
from bot.ports.questions import Questions
from bot.ports.runs import Runs
from bot.ports.searches import Searches
from bot.ports.seats import Seats
from bot.ports.staff import Staff
from bot.ports.substitutions import Substitutions
from bot.ports.workbooks import Workbooks


class UnitOfWork(Protocol):
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

"""What the office asks of the world, a room for each noun; storage and handlers fulfil it."""

from bot.ports.approvals import Approvals
from bot.ports.cabinet import Cabinet
from bot.ports.cards import Cards
from bot.ports.claims import Claims
from bot.ports.clock import Clock
from bot.ports.courier import Courier
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
from bot.ports.store import AlreadyHandled, Store, TakenOver
from bot.ports.substitutions import Substitutions
from bot.ports.unit_of_work import UnitOfWork
from bot.ports.workbooks import History, Workbooks

__all__ = [
    "AlreadyHandled",
    "Approvals",
    "Cabinet",
    "Cards",
    "Claims",
    "Clock",
    "Courier",
    "Dispositions",
    "Documents",
    "Errands",
    "Facts",
    "Fillings",
    "HardcopyWatches",
    "History",
    "Inbox",
    "Leaves",
    "Offers",
    "Offices",
    "People",
    "PrintedPapers",
    "Proposals",
    "Pulse",
    "Questions",
    "Runs",
    "Searches",
    "Seats",
    "Staff",
    "Store",
    "Substitutions",
    "TakenOver",
    "UnitOfWork",
    "Workbooks",
]

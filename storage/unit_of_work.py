"""One transaction over everything that is kept, and the store that opens it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from types import TracebackType
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.address import DatabaseAddress
from storage.approvals import SqlApprovals
from storage.cards import SqlCards
from storage.checks import check_file_system, check_pragmas
from storage.claims import SqlClaims
from storage.dispositions import SqlDispositions
from storage.documents import SqlDocuments
from storage.engine import PRAGMAS, READER_PRAGMAS, reading_engine, writing_engine
from storage.errands import SqlErrands
from storage.facts import SqlFacts
from storage.fillings import SqlFillings
from storage.hardcopy_watches import SqlHardcopyWatches
from storage.inbox import SqlInbox
from storage.instance import Fence, only_instance
from storage.leaves import SqlLeaves
from storage.migrate import check_schema, migrate
from storage.moving import move_chat
from storage.offers import SqlOffers
from storage.offices import SqlOffices
from storage.people import SqlPeople
from storage.printed_papers import SqlPrintedPapers
from storage.proposals import SqlProposals
from storage.pulse import SqlPulse
from storage.questions import SqlQuestions
from storage.runs import SqlRuns
from storage.searches import SqlSearches
from storage.seats import SqlSeats
from storage.session import Session
from storage.staff import SqlStaff
from storage.substitutions import SqlSubstitutions
from storage.workbooks import SqlWorkbooks


class SqlUnitOfWork:
    def __init__(self, connection: AsyncConnection, *, writing: bool) -> None:
        session = Session(connection, writing=writing)
        self._session = session
        self.offices = SqlOffices(session)
        self.people = SqlPeople(session)
        self.seats = SqlSeats(session)
        self.claims = SqlClaims(session)
        self.staff = SqlStaff(session)
        self.substitutions = SqlSubstitutions(session)
        self.leaves = SqlLeaves(session)
        self.runs = SqlRuns(session)
        self.approvals = SqlApprovals(session)
        self.documents = SqlDocuments(session)
        self.workbooks = SqlWorkbooks(session)
        self.searches = SqlSearches(session)
        self.offers = SqlOffers(session)
        self.questions = SqlQuestions(session)
        self.fillings = SqlFillings(session)
        self.facts = SqlFacts(session)
        self.errands = SqlErrands(session)
        self.cards = SqlCards(session)
        self.inbox = SqlInbox(session)
        self.proposals = SqlProposals(session)
        self.printed_papers = SqlPrintedPapers(session)
        self.hardcopy_watches = SqlHardcopyWatches(session)
        self.dispositions = SqlDispositions(session)
        self.pulse = SqlPulse(session)

    async def move_chat(self, old: int, new: int) -> None:
        await move_chat(self._session, old, new)


class SqlStore:
    """The office's database: SQLite in a file of this machine, or PostgreSQL.

    With `alone` (the bot itself) it is the one instance, and migrates the schema; without (verify,
    export, doctor) it works beside the bot and refuses a schema that is not current.
    """

    def __init__(self, url: str, *, alone: bool = True) -> None:
        self._address = DatabaseAddress.of(url)
        self._alone = alone
        self._writer: AsyncEngine = writing_engine(self._address)
        self._reader: AsyncEngine = reading_engine(self._address)
        self._fence: Fence | None = None
        self._held = AsyncExitStack()

    async def open(self) -> None:
        """Raises a StorageFault where the database cannot be relied on."""
        try:
            await self._open()
        except BaseException:
            await self.close()
            raise

    async def _open(self) -> None:
        check_file_system(self._address)
        self._address.make_folder()
        if self._alone:
            await self._held.enter_async_context(only_instance(self._address))
        if self._address.file is not None:
            await check_pragmas(self._writer, PRAGMAS)
            await check_pragmas(self._reader, READER_PRAGMAS)
        if self._alone:
            await migrate(self._writer)
            async with self._writer.begin() as connection:
                self._fence = await Fence.raised(connection)
        else:
            await check_schema(self._writer)

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()
        await self._held.aclose()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    @asynccontextmanager
    async def work(self, update_id: int | None = None) -> AsyncIterator[SqlUnitOfWork]:
        """Raises AnotherInstance where a newer process has taken the database over."""
        async with self._writer.begin() as connection:
            if self._fence is not None:
                await self._fence.check(connection)
            unit = SqlUnitOfWork(connection, writing=True)
            if update_id is not None:
                await unit.inbox.handle(update_id)
            yield unit

    @asynccontextmanager
    async def look(self) -> AsyncIterator[SqlUnitOfWork]:
        """All that is read in it is of one instant; a change in it is refused by the database."""
        async with self._reader.begin() as connection:
            yield SqlUnitOfWork(connection, writing=False)

"""Whether a file of a run may still be sent: what the office destroyed by its JRA is not, though
Telegram may have it."""

from collections.abc import Mapping

from bot.rules.destroyed import destroyed_in
from bot.rules.errors.files import DocumentDestroyed
from bot.rules.run import Fact, Run
from bot.usecases.work import Work


async def check_kept(work: Work, run: Run, digest: str) -> None:
    """Refused with DocumentDestroyed."""
    gone = (await destroyed(work, run)).get(digest)
    if gone is not None:
        raise DocumentDestroyed(gone.at)


async def destroyed(work: Work, run: Run) -> Mapping[str, Fact]:
    """By the file's SHA-256 the fact that it was destroyed."""
    recorded = await work.uow.facts.of_run(run.id)
    return destroyed_in(fact for fact, _ in recorded)

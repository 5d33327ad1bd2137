"""Whether a file of a run may still be sent: what the office destroyed by its JRA is not, though
Telegram may have it."""

from bot.rules.destroyed import destroyed_in
from bot.rules.errors.files import DocumentDestroyed
from bot.rules.run import Run
from bot.usecases.work import Work


async def check_kept(work: Work, run: Run, digest: str) -> None:
    """Refused with DocumentDestroyed."""
    recorded = await work.uow.facts.of_run(run.id)
    gone = destroyed_in(fact for fact, _ in recorded).get(digest)
    if gone is not None:
        raise DocumentDestroyed(gone.at)

"""What documents' senders were asked is asked no more, once no answer can be taken."""

from bot.rules.confirming import to_confirm, without_number
from bot.rules.explaining import unanswered
from bot.rules.run import Run, RunState
from bot.usecases.announce import show_receipt
from bot.usecases.tell_findings import take_back
from bot.usecases.work import Work


async def stop_asking_findings(work: Work, run: Run) -> None:
    """The recap is approved, or the run cancelled: what was not answered stays so."""
    for document in run.documents:
        if unanswered(document):
            await take_back(work, run, document)


async def stop_asking_letters(work: Work, run: Run) -> None:
    """The run ended: receipts ask for no number, and those of a cancelled one for nothing."""
    for seat, sender in dict.fromkeys((d.seat, d.sender) for d in run.documents):
        asked = to_confirm(run, seat, sender) or without_number(run, seat, sender)
        if asked or run.state == RunState.CANCELLED:
            await show_receipt(work, run, seat, sender)

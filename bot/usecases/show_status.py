"""/status: the whole board of every run open or being approved, for anyone in the office."""

from dataclasses import replace

from bot.rules.acts import Act
from bot.rules.disposing import sheet_of
from bot.rules.ledger import Absences
from bot.rules.messages import Message
from bot.rules.run import Run
from bot.texts import board, supervising, swimlane
from bot.texts.arahan_lines import on_board
from bot.usecases.absent import absent
from bot.usecases.at_office import office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.hand_approvals import approving_runs
from bot.usecases.on_run import no_run
from bot.usecases.recap_papers import board_paper
from bot.usecases.work import Work


async def show_status(desk: Desk, call: Call) -> None:
    """Each run as a picture and as text after it, for who copies or listens.

    In a group a person is answered with two messages: there several runs are told as texts alone.
    """
    async with office_work(desk, call) as work:
        runs = (*await work.uow.runs.open_in(work.office.id), *await approving_runs(work))
        if not runs:
            raise no_run(work)
        for number, run in enumerate(runs):
            away = await absent(work.uow, run, work.calendar, call.at)
            if call.private or len(runs) == 1:
                await answer_with_picture(work, run, away, 2 * number)
            message = board.board(run, work.holders, work.calendar, call.at, away)
            message = board.with_times(message, run, work.calendar, call.at, away)
            message = on_board(message, sheet_of(await work.uow.dispositions.of_run(run.id)))
            await work.post.answer(with_buttons(work, run, message), 2 * number + 1)


def with_buttons(work: Work, run: Run, message: Message) -> Message:
    """A supervisor's board of an open run; another's is bare."""
    if not run.is_open or not work.may(Act.READ_DETAIL, run.sop):
        return message
    recap = work.may(Act.SHOW_RECAP, run.sop)
    return replace(message, buttons=supervising.status_buttons(run, recap=recap))


async def answer_with_picture(work: Work, run: Run, away: Absences, part: int) -> None:
    picture = await board_paper(work, run, away)
    if picture is not None:
        await work.post.answer(swimlane.caption(run, picture), part)

"""The recap of a closed run: privately to who analysed, as a picture to the group."""

from dataclasses import replace

from bot.rules.recap import Recap
from bot.rules.run import Run
from bot.rules.sop import StepKind
from bot.texts import runs
from bot.texts.summary import group_summary
from bot.texts.words import post_of
from bot.usecases import card_names
from bot.usecases.make_papers import recap_paper
from bot.usecases.recap_papers import pdf_paper, picture_paper
from bot.usecases.work import Work


async def post_recap(work: Work, run: Run) -> None:
    paper = await recap_paper(work, run)
    printed = await pdf_paper(work, run, paper.recap)
    for seat in run.sop.seats_of(run.sop.actors_of(StepKind.ANALYSE)):
        message = runs.final_recap(run, post_of(seat, work.holders), paper.file)
        await work.tell_seat(card_names.final(run), seat.key, message)
        if printed is not None:
            told = runs.printed_recap(run, printed)
            await work.tell_seat(card_names.final_print(run), seat.key, told)
    await post_in_group(work, run, paper.recap)


async def post_in_group(work: Work, run: Run, recap: Recap) -> None:
    """One message: the summary under the picture, or alone where there is none."""
    message = runs.closed(group_summary(recap))
    picture = await picture_paper(work, run, recap)
    await work.post.say_in_group(f"ringkasan:{run.id}", replace(message, attachment=picture))

"""The recap of a closed run: privately to who analysed, as a picture to the group."""

from dataclasses import replace

from bot.rules.fingerprint import fingerprint
from bot.rules.messages import Attachment
from bot.rules.packing import may_be_packed
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
    await show_final(work, run, paper.file)
    for seat in run.sop.seats_of(run.sop.actors_of(StepKind.ANALYSE)):
        if printed is not None:
            told = runs.printed_recap(run, printed)
            await work.tell_seat(card_names.final_print(run), seat.key, told)
    await post_in_group(work, run, paper.recap)


async def show_final(work: Work, run: Run, recap: Attachment) -> None:
    """To who analysed and who ordered. Where no approval is asked, who ordered may have the
    evidence pack from here, else from the message that all have approved."""
    orders = run.sop.actors_of(StepKind.ORDER)
    for seat in run.sop.seats_of(dict.fromkeys([*run.sop.actors_of(StepKind.ANALYSE), *orders])):
        pack = seat.role in orders and may_be_packed(run)
        message = runs.final_recap(run, post_of(seat, work.holders), recap, pack=pack)
        await work.tell_seat(card_names.final(run), seat.key, message)


async def post_in_group(work: Work, run: Run, recap: Recap) -> None:
    """One message: the summary under the picture, or alone where there is none."""
    message = runs.closed(group_summary(recap))
    picture = await picture_paper(work, run, recap)
    # a recap that was returned and closes anew is told again only where the summary says otherwise
    key = f"ringkasan:{run.id}:{fingerprint(message.text)[:16]}"
    await work.post.say_in_group(key, replace(message, attachment=picture))

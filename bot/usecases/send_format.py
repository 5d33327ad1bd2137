"""/format: the format in use as a workbook, privately, to those who may change it."""

from bot.rules.acts import Act
from bot.rules.periods import Period, offered
from bot.texts import office_formats as texts
from bot.usecases import card_names
from bot.usecases.at_office import office_work, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.format_answered import reach_of
from bot.usecases.format_in_use import asked_in, format_in_use
from bot.usecases.make_papers import office_paper
from bot.usecases.work import Work
from bot.usecases.year_targets import targets_kept_over


async def send_format(desk: Desk, call: Call) -> None:
    """Its message takes a changed workbook as a reply, also where no run is open."""
    async with office_work(desk, call) as work:
        require_member(work)
        work.acting(Act.REPLACE_FORMAT, work.sop)
        reach = await reach_of(work)
        form = format_in_use(work.desk, work.office)
        form = asked_in(form, reach.asking[0].period) if reach.asking else form
        period = form.period or newest_period(work)
        paper = await office_paper(work.desk, work.office, form, period)
        kept = await targets_kept_over(work, form)
        message = texts.in_use(form, work.sop.suppliers, period, paper, reach, kept)
        card = card_names.office_format(work.office.id, call.key)
        await work.post.show(card, call.person, message)


def newest_period(work: Work) -> Period:
    """The last one that is over: for targets of which nobody said the period."""
    today = work.today
    return offered(today, work.sop.period_kinds)[0]

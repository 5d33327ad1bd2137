"""/fisik: the signed paper of a code was received, and where it stands."""

from dataclasses import replace

from bot.rules.acts import Act
from bot.rules.hardcopies import Hardcopy, read_place
from bot.rules.print_codes import code_and_rest
from bot.rules.run import Run
from bot.texts import hardcopies as texts
from bot.usecases.ask_reason import put_question
from bot.usecases.at_office import by_its_clock, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.paper_meant import PaperMeant, in_run, paper_meant, to_be_filed
from bot.usecases.post import Post
from bot.usecases.work import Work


async def file_hardcopy(desk: Desk, call: Call, words: str) -> None:
    """By the code, whose office is meant; without words it tells how."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        if not words.strip():
            await Post(uow, desk, call.at, call=call).answer(texts.how_to_file())
            return
        code, written = code_and_rest(words)
        place = read_place(written) if written else ""
        meant = to_be_filed(await paper_meant(uow, desk, call, code))
        with by_its_clock(meant.work):
            await receive(meant, place)


async def receive(meant: PaperMeant, place: str) -> PaperMeant:
    """Recorded once; another place corrects the one before. Who did not tell the place is asked."""
    after = await recorded(meant, place)
    held = after.paper.hardcopy
    if held is None or not held.place:
        await ask_place(after)
    else:
        await ask_no_more(after)
        again = after.paper == meant.paper
        message = texts.filed(after.paper, after.newer, again=again)
        await after.work.post.answer(message)
    return after


async def recorded(meant: PaperMeant, place: str) -> PaperMeant:
    """The same said again changes nothing."""
    held = meant.paper.hardcopy
    if held is None:
        told = {"tempat": place} if place else {}
        await meant.record("naskah fisik diterima", dict(told))
        new = Hardcopy(meant.work.now, meant.work.person_id, place)
        return await meant.change(hardcopy=new)
    if place in ("", held.place):
        return meant
    await meant.record("tempat naskah fisik dicatat", {"tempat": place, "semula": held.place})
    return await meant.change(hardcopy=replace(held, place=place))


async def ask_place(meant: PaperMeant) -> None:
    args = (str(meant.run.id), meant.paper.code)
    await put_question(
        meant.work,
        Act.FILE_HARDCOPY,
        args,
        lambda person: texts.ask_place(meant.paper, meant.newer, person),
    )


async def ask_no_more(meant: PaperMeant) -> None:
    args = (str(meant.run.id), meant.paper.code)
    for asked in await meant.work.uow.questions.open_for(meant.work.person_id):
        if (asked.purpose, asked.args) == (Act.FILE_HARDCOPY, args):
            await meant.work.uow.questions.close(asked.id)


async def take_place(work: Work, run: Run, code: str, written: str) -> None:
    """The answer to the question, which may be asked and answered after the run has ended."""
    meant = to_be_filed(await in_run(work, run, code))
    await receive(meant, read_place(written))

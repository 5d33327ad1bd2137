"""/fisik: the signed paper of a code was received, and where it stands."""

from collections.abc import Sequence
from dataclasses import replace

from bot.rules.acts import Act
from bot.rules.hardcopies import Hardcopy, PrintedPaper, in_force, read_place
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
            await receive([meant], place)


async def receive(meant: Sequence[PaperMeant], place: str) -> list[PaperMeant]:
    """Each recorded once; another place corrects the one before. Who did not tell the place is
    asked, once for all papers of a run."""
    after = [await recorded(one, place) for one in meant]
    await ask_no_more(after[0])
    unplaced = [one for one in after if not is_placed(one)]
    if unplaced:
        for run_id in dict.fromkeys(one.run.id for one in unplaced):
            await ask_place([one for one in unplaced if one.run.id == run_id])
    else:
        again = all(new.paper == old.paper for new, old in zip(after, meant, strict=True))
        told = texts.filed([one.standing for one in after], await left_over(after), again=again)
        await after[0].work.post.answer(told)
    return after


def is_placed(meant: PaperMeant) -> bool:
    held = meant.paper.hardcopy
    return held is not None and bool(held.place)


async def left_over(meant: Sequence[PaperMeant]) -> list[PrintedPaper]:
    """What of the run was not received yet, where several came at once: some of a bundle's codes
    may not have been read."""
    if len(meant) == 1:
        return []
    papers = await meant[0].work.uow.printed_papers.of_run(meant[0].run.id)
    return [paper for paper in in_force(papers) if paper.hardcopy is None]


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


async def ask_place(meant: Sequence[PaperMeant]) -> None:
    """Of papers of one run."""
    args = (str(meant[0].run.id), *(one.paper.code for one in meant))
    told, rest = [one.standing for one in meant], await left_over(meant)
    await put_question(
        meant[0].work,
        Act.FILE_HARDCOPY,
        args,
        lambda person: texts.ask_place(told, rest, person),
    )


async def ask_no_more(meant: PaperMeant) -> None:
    """About papers of the run that all have their place by now."""
    uow, run = meant.work.uow, meant.run
    papers = await uow.printed_papers.of_run(run.id)
    placed = {paper.code for paper in papers if paper.hardcopy and paper.hardcopy.place}
    for asked in await uow.questions.open_for(meant.work.person_id):
        ours = asked.purpose == Act.FILE_HARDCOPY and asked.args[0] == str(run.id)
        if ours and placed.issuperset(asked.args[1:]):
            await uow.questions.close(asked.id)


async def take_place(work: Work, run: Run, *told: str) -> None:
    """The answer to the question about these codes, which may be asked and answered after the run
    has ended. What was given its place meanwhile keeps it."""
    *codes, written = told
    meant = [to_be_filed(await in_run(work, run, code)) for code in codes]
    waiting = [one for one in meant if not is_placed(one)]
    await receive(waiting or meant, read_place(written))

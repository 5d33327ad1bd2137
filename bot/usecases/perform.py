"""The door to every use-case: refusals become answers, and nothing is done twice."""

import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Concatenate, ParamSpec

from bot.ports import AlreadyHandled
from bot.rules.errors.offices import SeveralOffices
from bot.rules.errors.refusal import Refusal
from bot.rules.messages import Message
from bot.usecases.at_office import meet, sentence_of
from bot.usecases.desk import Call, Desk, Reply
from bot.usecases.papers_first import papers_first
from bot.usecases.post import Post
from bot.usecases.private_commands import word_of
from bot.usecases.which_office import office_meant

P = ParamSpec("P")
UseCase = Callable[Concatenate[Desk, Call, P], Awaitable[str | None]]
TAG = re.compile(r"<[^>]*>")


async def perform(
    desk: Desk, call: Call, usecase: UseCase[P], *args: P.args, **kwargs: P.kwargs
) -> Reply:
    """Do it; a refusal is told to who acted, an update handled before changes nothing."""

    async def act(at: Desk) -> str | None:
        return await in_one_office(at, call, usecase, *args, **kwargs)

    try:
        done = await papers_first(desk, act)
        return Reply(plain(done or ""))
    except AlreadyHandled:
        return Reply()
    except Refusal as refusal:
        return Reply(plain(await refuse(desk, call, refusal)), alert=True)


async def in_one_office(
    desk: Desk, call: Call, usecase: UseCase[P], *args: P.args, **kwargs: P.kwargs
) -> str | None:
    """Where it is unclear which of his offices a person means, he is asked, and his tap does it."""
    try:
        return await usecase(desk, call, *args, **kwargs)
    except SeveralOffices:
        word, words = word_of(usecase), str(args[0]) if args else ""
        if word is None:
            raise
        office = await office_meant(desk, call, word, words)
        if office is None:
            return None
        return await usecase(desk, replace(call, office_id=office.id), *args, **kwargs)


async def refuse(desk: Desk, call: Call, refusal: Refusal) -> str:
    """Answer with the refusal; a tap is answered by its alert alone, so nothing is posted."""
    async with desk.store.look() as seen:
        sentence = await sentence_of(seen, desk, call, refusal)
    try:
        async with desk.store.work(call.update_id) as uow:
            call = await meet(uow, call)
            if not call.tapped:
                await Post(uow, desk, call.at, call=call).answer(Message(sentence))
    except AlreadyHandled:
        pass  # another process answered it
    return sentence


def plain(sentence: str) -> str:
    """Telegram shows the answer to a tap without formatting."""
    return html.unescape(TAG.sub("", sentence))

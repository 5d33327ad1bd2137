"""Buttons: the data names the act and its arguments, the answer closes the tap."""

import logging
import re

from telegram import CallbackQuery, Update
from telegram.error import TelegramError

from bot.rules.acts import Act, read_button
from bot.texts import refusals
from bot.usecases.buttons import BUTTONS, carried
from bot.usecases.desk import Call, Reply
from bot.usecases.perform import perform
from handlers.calls import call_of
from handlers.pages import ELLIPSIS
from handlers.room import Context, desk_of, now_of, with_admins

log = logging.getLogger(__name__)

ANSWER_LIMIT = 200  # characters (Bot API, answerCallbackQuery)
WHOLE_WORDS = re.compile(rf".{{1,{ANSWER_LIMIT - len(ELLIPSIS)}}}(?=\s)", re.DOTALL)
ANSWER_PATIENCE = 5.0  # seconds: a tap is answered soon or not at all

OF_ADMINISTRATORS = {Act.GRANT_SEAT, Act.REFUSE_SEAT, Act.OPEN_DAY}


async def tap(update: Update, context: Context) -> None:
    query, call = update.callback_query, call_of(update, now_of(context))
    if query is None:
        return
    read = read_button(query.data or "")
    if call is None or read is None or not carried(*read):
        await reply(query, Reply(refusals.unknown_button(), alert=True))
        return
    act, args = read
    await reply(query, await _act(call, act, args, context))


async def _act(call: Call, act: Act, args: tuple[str, ...], context: Context) -> Reply:
    if act in OF_ADMINISTRATORS:
        call = await with_admins(call, context)
    return await perform(desk_of(context), call, BUTTONS[act], *args)


async def reply(query: CallbackQuery, said: Reply) -> None:
    """A tap that can no longer be answered has had its effect all the same."""
    try:
        await query.answer(
            shortened(said.text) or None,
            show_alert=said.alert,
            read_timeout=ANSWER_PATIENCE,
            connect_timeout=ANSWER_PATIENCE,
        )
    except TelegramError as error:
        log.debug("a tap was not answered: %s", error)


def shortened(text: str) -> str:
    """The text itself where an answer holds it, else as many whole words as it holds."""
    if len(text) <= ANSWER_LIMIT:
        return text
    words = WHOLE_WORDS.match(text)
    kept = words[0].rstrip() if words else text[: ANSWER_LIMIT - len(ELLIPSIS)]
    return kept + ELLIPSIS

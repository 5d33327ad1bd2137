"""What every handler works with: the desk and the clock, and how a call is carried out."""

from dataclasses import replace
from datetime import datetime
from typing import Any, ParamSpec, TypeAlias

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.ports import Clock
from bot.usecases.desk import Call, Desk, Reply
from bot.usecases.perform import UseCase, perform
from handlers.calls import call_of

P = ParamSpec("P")

Data: TypeAlias = dict[Any, Any]
Context: TypeAlias = CallbackContext[ExtBot[None], Data, Data, Data]
App: TypeAlias = Application[ExtBot[None], Context, Data, Data, Data, None]


def furnish(application: App, desk: Desk, clock: Clock) -> None:
    """Put in what the handlers work with; wiring knows the bot's name only after getMe."""
    application.bot_data.update(desk=desk, clock=clock)


def desk_of(context: Context) -> Desk:
    desk: Desk = context.bot_data["desk"]
    return desk


def now_of(context: Context) -> datetime:
    clock: Clock = context.bot_data["clock"]
    return clock.now()


async def carry_out(
    update: Update, context: Context, usecase: UseCase[P], *args: P.args, **kwargs: P.kwargs
) -> Reply:
    """Perform it as the update's call; an update that is nobody's call does nothing."""
    call = call_of(update, now_of(context))
    if call is None:
        return Reply()
    return await perform(desk_of(context), call, usecase, *args, **kwargs)


async def with_admins(call: Call, context: Context) -> Call:
    """The call with the group's human administrators; a private chat has none."""
    if call.private:
        return call
    members = await context.bot.get_chat_administrators(call.chat_id)
    humans = frozenset(m.user.id for m in members if not m.user.is_bot)
    return replace(call, admins=humans)

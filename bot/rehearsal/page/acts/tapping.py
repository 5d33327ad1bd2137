"""Buttons and links."""

import asyncio

from bot.rehearsal.page.acts.given import Given, Json, check_may_write
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import CannotHappen, Message, Person, Tap
from bot.texts import pages as texts

# Telegram's client stops turning the wheel after half as long.
PATIENCE = 30.0  # real seconds


async def tap(scene: Scene, given: Given) -> Json:
    """Returns once the bot has answered the tap. Refused where it does not in 30 real seconds."""
    person = given.person(scene)
    chat = given.chat(scene, person)
    message = given.message(chat)
    button = button_of(message, given.number("row"), given.number("column"))
    if "copy_text" in button:
        return answered(copied=button["copy_text"]["text"])
    if "url" in button:
        return answered(go=opened(person, button["url"]))
    check_may_write(person, chat)
    return await pressed(person, person.presses(message, button["callback_data"]))


def button_of(message: Message, row: int, column: int) -> Json:
    if row < 0 or column < 0:
        raise Refused(texts.NO_BUTTON)
    try:
        return message.rows[row][column]
    except IndexError:
        raise Refused(texts.NO_BUTTON) from None


async def pressed(person: Person, waiting: Tap) -> Json:
    try:
        async with asyncio.timeout(PATIENCE):
            answer = await waiting
    except TimeoutError:
        raise Refused(texts.NO_ANSWER) from None
    go = opened(person, answer.url) if answer.url else None
    return answered(answer.text, alert=answer.show_alert, go=go)


async def open_link(scene: Scene, given: Given) -> Json:
    return {"go": opened(given.person(scene), given.text("url"))}


def opened(person: Person, url: str) -> int:
    """The private chat that a deep link to the bot opens."""
    try:
        return person.opens(url).chat.id
    except CannotHappen:
        raise Refused(texts.LEADS_OUT) from None


def answered(
    text: str = "", *, alert: bool = False, copied: str | None = None, go: int | None = None
) -> Json:
    return {"answer": {"text": text, "alert": alert, "copied": copied, "go": go}}

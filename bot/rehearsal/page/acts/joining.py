"""Opening and blocking the private chat; bringing the bot into the group."""

from bot.rehearsal.page.acts.given import Given, Json
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.texts import pages as texts


async def start(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    person.start()
    return {"go": person.chat.id}


async def block(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    if person.blocked:
        raise Refused(texts.ALREADY_BLOCKED)
    if not person.started:
        raise Refused(texts.MUST_START)
    person.block()
    return {}


async def unblock(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    if not person.blocked:
        raise Refused(texts.NOT_BLOCKED)
    person.unblock()
    return {}


async def add_bot(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    chat = given.chat(scene, person)
    if chat.private:
        raise Refused(texts.NO_CHAT)
    if chat.bot_inside:
        raise Refused(texts.BOT_INSIDE)
    chat.add_bot(person)
    return {}


async def promote_bot(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    chat = given.chat(scene, person)
    if not chat.bot_inside or chat.private:
        raise Refused(texts.BOT_OUTSIDE)
    if not chat.is_administrator(person):
        raise Refused(texts.ONLY_ADMIN)
    if chat.bot_status == "administrator":
        raise Refused(texts.BOT_IS_ADMIN)
    chat.promote_bot(person)
    return {}

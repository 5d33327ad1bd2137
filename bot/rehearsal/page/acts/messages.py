"""What is done to a message that stands: forwarded, edited, deleted, read."""

from bot.rehearsal.page.acts.given import Given, Json, check_may_write
from bot.rehearsal.page.acts.speaking import CAPTION_LIMIT, TEXT_LIMIT, sent
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Message, Person
from bot.rehearsal.telegram.html import utf16
from bot.texts import pages as texts


async def forward(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    message = given.message(given.chat(scene, person))
    to = given.chat(scene, person, "to")
    check_may_write(person, to)
    if message.service:
        raise Refused(texts.CANNOT)
    return sent(scene, person, to, person.forwards(message, to).id)


async def edit(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    message = given.message(given.chat(scene, person))
    check_his(person, message)
    text = given.text("text").strip()
    if not text and not message.file:
        raise Refused(texts.EMPTY)
    if utf16(text) > (CAPTION_LIMIT if message.file else TEXT_LIMIT):
        raise Refused(texts.TOO_LONG)
    person.edits(message, text)
    return {}


async def delete(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    message = given.message(given.chat(scene, person))
    check_his(person, message)
    person.deletes(message)
    return {}


async def read(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    scene.marks.has_read(person, given.chat(scene, person), given.number("message"))
    scene.changed()
    return {}


def check_his(person: Person, message: Message) -> None:
    if message.by is not person or message.service or message.forward_origin:
        raise Refused(texts.NOT_HIS)

"""Files as people send them, and what the bot keeps of one."""

from collections.abc import Iterable

from bot.rehearsal.telegram import Chat, Message, Person, Upload
from bot.rehearsal.telegram.messages import Content
from bot.rehearsal.telegram.raw import message as raw_message
from bot.rehearsal.telegram.speaking import publish
from bot.rules.offers import Offer
from tests.stories.acting import Scene

MEDIA: dict[str, dict[str, object]] = {
    "contact": {"phone_number": "+62", "first_name": "Contoh"},
    "location": {"latitude": -5.68, "longitude": 119.75},
    "voice": {"duration": 3},
    "video": {"duration": 3, "width": 320, "height": 240},
    "sticker": {
        "width": 512,
        "height": 512,
        "type": "regular",
        "is_animated": False,
        "is_video": False,
    },
}


def album(person: Person, chat: Chat, files: Iterable[Upload], reply_to: Message) -> list[Message]:
    """An album whose first item alone bears the reply, as some clients send it."""
    number = f"13{chat.state.next_number():09}"
    messages = []
    for place, upload in enumerate(files):
        content = Content(file=chat.state.files.keep(upload))
        draft = Message(chat, person, chat.state.clock(), content, album=number)
        draft.reply_to = None if place else reply_to
        messages.append(draft)
    return [publish(message) for message in messages]


def sends_media(person: Person, chat: Chat, kind: str) -> None:
    """A voice message, a video, a sticker: what the rehearsal's people do not send."""
    message = chat.state.post(Message(chat, person, chat.state.clock(), Content()))
    file = {"file_id": "BQACAg" + "x" * 32, "file_unique_id": "AgADx", **MEDIA[kind]}
    chat.state.tell_bot("message", {**raw_message(message), kind: file}, chat)


async def offered(scene: Scene, message: Message) -> Offer:
    """What the bot keeps of a file that was sent, once it has decided on it."""
    await scene.until(lambda: message.reactions)
    async with scene.desk.store.look() as uow:
        offer = await uow.offers.at(message.chat.id, message.id)
    assert offer is not None
    return offer


async def kept(scene: Scene, message: Message) -> bytes:
    """The bytes in the cabinet that were sent with the message."""
    return await scene.desk.cabinet.open((await offered(scene, message)).digest)

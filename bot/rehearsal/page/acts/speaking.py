"""Writing and sending files."""

from bot.rehearsal.page.acts.given import Given, Json, check_may_write
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.sample_files import CannotGive
from bot.rehearsal.page.samples import sample_file
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Chat, Person, Upload
from bot.rehearsal.telegram.html import utf16
from bot.texts import pages as texts

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024  # UTF-16 units (Bot API, sendMessage and sendDocument)
ALBUM = range(2, 11)


async def say(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    chat = given.chat(scene, person)
    text = given.text("text").strip()
    check_may_write(person, chat)
    if not text:
        raise Refused(texts.EMPTY)
    if utf16(text) > TEXT_LIMIT:
        raise Refused(texts.TOO_LONG)
    message = person.says(chat, text, reply_to=given.reply_to(chat))
    return sent(scene, person, chat, message.id)


async def send(scene: Scene, given: Given) -> Json:
    """Pictures go as photos, unless they share an album with other files."""
    person = given.person(scene)
    chat = given.chat(scene, person)
    return send_files(scene, given, person, chat, list(given.files))


async def sample(scene: Scene, given: Given) -> Json:
    person = given.person(scene)
    chat = given.chat(scene, person)
    ids = given.values.get("samples") or [given.text("sample")]
    if not isinstance(ids, list) or len(ids) > ALBUM[-1]:
        raise Refused(texts.TOO_MANY_FILES)
    check_may_write(person, chat)
    seats = scene.seats_of(person)
    try:
        files = [sample_file(scene.stage, seats, str(one)) for one in ids]
    except CannotGive as cannot:
        raise Refused(str(cannot)) from None
    return send_files(scene, given, person, chat, files, album=len(files) > 1)


def send_files(
    scene: Scene,
    given: Given,
    person: Person,
    chat: Chat,
    files: list[Upload],
    *,
    album: bool = False,
) -> Json:
    check_may_write(person, chat)
    caption, album = given.text("caption").strip(), album or given.flag("album")
    if not files:
        raise Refused(texts.NOTHING_SENT)
    if utf16(caption) > CAPTION_LIMIT:
        raise Refused(texts.TOO_LONG)
    if album and len(files) not in ALBUM:
        raise Refused(texts.ALBUM_SIZE)
    made = person.sends(chat, files, caption, given.reply_to(chat), album=album)
    return sent(scene, person, chat, made[-1].id)


def sent(scene: Scene, person: Person, chat: Chat, message: int) -> Json:
    """Who writes has read what stands above."""
    scene.marks.has_read(person, chat, message)
    return {"message": message}

"""Several offices in one bot: nothing of one is seen, touched or used from another."""

from collections.abc import AsyncIterator

import pytest

from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Chat, Message, Person, Upload
from bot.rehearsal.theatre import Play
from bot.usecases.buttons import BUTTONS
from handlers.commands import COMMANDS
from tests.invariants.staging import changes, drained, everything_kept
from tests.stories.acting import Scene, idle, seated
from tests.stories.neighbours import (
    OWN_DATA,
    SECRET,
    Neighbours,
    acts_in,
    buttons_of,
    every_button,
    kept_of_first,
    neighbours,
)

pytestmark = pytest.mark.slow

TRACES = ("inbox", "people")  # that somebody tapped is kept, and by which name

# What each command is given there: words that name what the first office has.
WORDS = {
    "start": "buka_{token}",
    "berkas": f"LHP {SECRET}",
    "staf": "irban-4",
    "plh": "irban-3 30-11-2026 s.d. 1-12-2026",
    "plt": "irban-3 2-12-2026 s.d. 3-12-2026",
    "serah": "irban-2",
    "cuti": "7-12-2026",
    "libur": "21-12-2026 acara setempat",
    "kendala": "jaringan terputus",
    "batal": "salah periode",
    **dict.fromkeys(("status", "tugas", "mulai", "format", "rekap", "peran", "bantuan"), ""),
    "kinerja": "",
    "kop": "DINAS CONTOH",
    "disposisi": "segera Himpun data kinerja",
    "fisik": "7KQ3-MX lemari 1",
    "cetak": "",
    "datadiri": "",
}


@pytest.fixture
async def town(play: Play) -> AsyncIterator[Neighbours]:
    async with seated(play) as scene:
        yield await neighbours(scene)


async def test_no_button_of_one_office_works_or_tells_anything_in_another(
    play: Play, town: Neighbours
) -> None:
    data = every_button(town)
    assert acts_in(data) == set(BUTTONS) - OWN_DATA, "a new act needs a case"
    await drained(town.scene.stage, play)
    before = everything_kept(play, leave=TRACES)
    for one in sorted(data):
        for person in town.lookers():
            for message in (town.asked, person.chat.from_bot[0]):
                answer = await person.presses(message, one)
                assert answer.show_alert, (one, person.name, answer.text)
                assert not town.told(answer.text), (one, person.name, answer.text)
    assert changes(before, everything_kept(play, leave=TRACES)) == []


async def test_who_serves_in_both_uses_nothing_of_the_first_in_the_second_s_group(
    play: Play, town: Neighbours
) -> None:
    await drained(town.scene.stage, play)
    before, stood = everything_kept(play, leave=TRACES), len(town.group.posted)
    for one in sorted(set(buttons_of(town))):
        answer = await town.shared.presses(town.asked, one)
        assert answer.show_alert, (one, answer.text)
    await town.scene.stage.idle()
    assert changes(before, everything_kept(play, leave=TRACES)) == []
    assert len(town.group.posted) == stood


async def test_no_command_shows_or_changes_anything_of_another_office(
    play: Play, town: Neighbours
) -> None:
    assert set(WORDS) == set(COMMANDS), "a new command needs a case"
    own = [p for p in town.scene.stage.cast.values() if p is not town.shared]
    await drained(town.scene.stage, play)
    before, heard = kept_of_first(play, own), len(town.heard())
    async with town.scene.desk.store.look() as uow:
        (first, _second) = await uow.offices.all()
    bot = town.scene.stage.telegram.bot.username
    for word, words in sorted(WORDS.items(), key=lambda one: one[0] == "batal"):
        said = f"/{word}@{bot} {words.format(token=first.token)}".strip()
        for person in town.lookers():
            for chat in (town.group, person.chat):
                person.says(chat, said)
        town.shared.says(town.group, said)
        await settled(town)
    assert len(town.heard()) > heard + len(WORDS)
    for message in town.heard():
        seen = message.text.replace(f"“LHP {SECRET}”", "")  # what he searched for himself
        assert not town.told(seen), message
    assert kept_of_first(play, own) == before


async def test_no_file_reply_or_text_reaches_another_office(play: Play, town: Neighbours) -> None:
    scene, theirs = town.scene, town.theirs
    filled = await filled_workbook(scene.stage, "irban-1")
    orderer = scene.stage.orderer
    orderer.says(orderer.chat, "/format")
    whole = await sent_with(scene, orderer, "Format permintaan data")
    chief = theirs["kasubbag-perencanaan"]
    chief.says(chief.chat, "/format")
    their_format = await sent_with(scene, chief, "Format permintaan data")
    await settled(town)
    own = [p for p in scene.stage.cast.values() if p is not town.shared]
    before = kept_of_first(play, own)
    irban, taken = theirs["irban-1"], Upload("DATA.xlsx", filled.content)
    irban.sends(town.group, taken, reply_to=town.asked)
    irban.sends(irban.chat, taken)
    town.visitor.sends(town.visitor.chat, taken)
    assert whole.file is not None
    chief.sends(chief.chat, Upload("Format.xlsx", whole.file.content), reply_to=their_format)
    for person in town.lookers():
        person.says(person.chat, "Tanpa tanda tangan")
    await settled(town)
    await drained(scene.stage, play)
    written = [message.text for message in town.heard()]
    assert sum("milik kantor lain" in text for text in written) == 3
    assert not town.told("\n".join(written))
    assert kept_of_first(play, own) == before


async def sent_with(scene: Scene, person: Person, words: str) -> Message:
    """The message with these words and a file."""
    return await scene.until(
        lambda: next((m for m in person.chat.from_bot if m.file and words in m.text), None)
    )


async def settled(town: Neighbours) -> None:
    """All that was said in these chats has been answered."""
    chats: list[tuple[Person, Chat]] = [(p, p.chat) for p in town.lookers()]
    for person, chat in [*chats, (town.visitor, town.group)]:
        await idle(town.scene, person, chat)
    await town.scene.stage.idle()

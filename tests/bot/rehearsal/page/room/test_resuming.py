"""What stands in a room again after the rehearsal was ended or killed."""

from collections.abc import Callable
from pathlib import Path

import httpx

from bot.rehearsal.page.opening import served
from bot.rehearsal.page.room.folder import Room
from bot.rehearsal.page.room.writing import whole
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import File, Upload, picture

KEYBOARD = {"inline_keyboard": [[{"text": "Setujui", "callback_data": "a"}]]}


async def play(scene: Scene, http: httpx.AsyncClient) -> None:
    """Something of everything that a room keeps."""
    one, two = scene.people[:2]
    scene.group.add_bot(one)
    scene.group.promote_bot(one)
    one.start("x")
    two.start()
    two.block()
    said = one.says(scene.group, "Selamat pagi @himpun_bot")
    two.sends(scene.group, [Upload("a.pdf", b"%PDF-"), Upload("b.pdf", b"%PDF-2")], album=True)
    (photo,) = two.sends(scene.group, Upload("f.png", picture(4, 4), kind="photo"), "Foto", said)
    one.forwards(photo, one.chat)
    one.edits(said, "Selamat siang")
    two.deletes(photo)
    bot = f"/bot{scene.telegram.bot.token}"
    asked = {"chat_id": scene.group.id, "text": "<b>Papan</b>", "parse_mode": "HTML"}
    await http.post(f"{bot}/sendMessage", json={**asked, "reply_markup": KEYBOARD})
    board = scene.group.last
    pinned = {"chat_id": scene.group.id, "message_id": board.id}
    await http.post(f"{bot}/pinChatMessage", json=pinned)
    await http.post(
        f"{bot}/setMessageReaction",
        json={**pinned, "message_id": said.id, "reaction": [{"type": "emoji", "emoji": "👍"}]},
    )
    await http.post(
        f"{bot}/setMyCommands", json={"commands": [{"command": "mulai", "description": "Mulai"}]}
    )
    one.presses(board, "a")
    scene.marks.has_read(two, scene.group, board.id)
    scene.clock.advance(minutes=2)


async def test_everything_that_telegram_knew_stands_again(
    scene: Scene, room: Room, http: httpx.AsyncClient
) -> None:
    await play(scene, http)
    scene.keep()
    async with served(room) as again:
        assert whole(again, room_digest(room)) == whole(scene, room_digest(room))
        assert again.telegram.updates.current()[-1].kind == "callback_query"
        assert again.people[0].says(again.group, "Lanjut").id == scene.group.posted[-1].id + 1


def room_digest(room: Room) -> Callable[[File], str]:
    return lambda file: room.keep_file(file.content)


async def test_what_the_bot_was_answered_is_kept_before_it_hears_it(
    scene: Scene, room: Room, http: httpx.AsyncClient
) -> None:
    scene.group.add_bot(scene.people[0])
    bot = f"/bot{scene.telegram.bot.token}"
    await http.post(f"{bot}/sendMessage", json={"chat_id": scene.group.id, "text": "Papan"})
    async with served(room) as again:  # as after a kill at this instant
        assert again.group.last.text == "Papan"


async def test_an_update_that_the_bot_was_given_is_never_given_a_second_meaning(
    scene: Scene, room: Room, http: httpx.AsyncClient
) -> None:
    person = scene.people[0]
    person.start()
    polled = await http.get(f"/bot{scene.telegram.bot.token}/getUpdates")
    given = [update["update_id"] for update in polled.json()["result"]]
    async with served(room) as again:
        again.people[0].says(again.people[0].chat, "Halo")
        assert again.telegram.updates.waiting[-1].id == max(given) + 1


async def test_the_time_that_the_bot_heard_does_not_run_back(scene: Scene, room: Room) -> None:
    scene.clock.advance(hours=3)
    async with served(room) as again:
        assert again.clock.now() == scene.clock.now()


async def test_a_state_is_replaced_whole(scene: Scene, tmp_path: Path) -> None:
    before = (tmp_path / "ruang" / "gladi.json").stat().st_ino
    scene.people[0].start()
    scene.keep()
    after = (tmp_path / "ruang" / "gladi.json").stat().st_ino
    scene.keep()
    assert before != after == (tmp_path / "ruang" / "gladi.json").stat().st_ino

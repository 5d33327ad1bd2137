"""A message as the page gets it."""

from typing import Any

import httpx
import pytest

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.views.messages import asks, shown
from bot.rehearsal.telegram import Message, Upload, picture

FORCED = {"force_reply": True, "selective": True}


async def sent(scene: Scene, http: httpx.AsyncClient, **given: Any) -> Message:
    if not scene.group.bot_inside:
        scene.group.add_bot(scene.people[0])
    asked = {"chat_id": scene.group.id, "text": "x", **given}
    await http.post(f"/bot{scene.telegram.bot.token}/sendMessage", json=asked)
    return scene.group.last


async def test_a_message_shows_its_words_its_buttons_and_what_it_answers(
    scene: Scene, http: httpx.AsyncClient
) -> None:
    one = scene.people[0]
    question = one.says(scene.group, "Berapa\nlama?")
    rows = [[{"text": "Terima", "callback_data": "a", "style": "success"}]]
    message = await sent(
        scene,
        http,
        text="<b>Dua</b> hari",
        parse_mode="HTML",
        reply_parameters={"message_id": question.id},
        reply_markup={"inline_keyboard": rows},
    )
    seen = shown(scene, message, one)
    assert (seen["text"], seen["time"], seen["day"]) == ("Dua hari", "07.30", "23 November 2026")
    assert seen["from"] == {"id": scene.telegram.bot.id, "name": "Himpun", "bot": True}
    assert seen["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    quoted = {"id": question.id, "from": one.name, "text": "Berapa lama?"}
    assert (seen["reply_to"], seen["mine"]) == (quoted, False)
    assert seen["rows"] == [[{"text": "Terima", "kind": "callback", "style": "success"}]]


async def test_its_version_changes_with_anything_of_it(scene: Scene) -> None:
    one = scene.people[0]
    message = one.says(scene.group, "Satu")
    versions = [shown(scene, message, one)["v"]]
    one.edits(message, "Dua")
    versions.append(shown(scene, message, one)["v"])
    message.reactions = ["👍"]
    versions.append(shown(scene, message, one)["v"])
    versions.append(shown(scene, message, scene.people[1])["v"])
    assert len(set(versions)) == len(versions)
    assert shown(scene, message, one)["v"] == versions[2]


async def test_a_file_and_a_picture_are_told_apart(scene: Scene) -> None:
    one = scene.people[0]
    (paper,) = one.sends(scene.group, Upload("LHP.pdf", bytes(2048)))
    (photo,) = one.sends(scene.group, Upload("f.png", picture(6, 4), kind="photo"))
    file = shown(scene, paper, one)["file"]
    assert file == {
        "name": "LHP.pdf",
        "size": "2 KB",
        "photo": False,
        "url": f"/berkas/{scene.group.id}/{paper.id}?person={one.id}",
        "width": None,
        "height": None,
    }
    seen = shown(scene, photo, one)["file"]
    assert (seen["photo"], seen["width"], seen["height"]) == (True, 6, 4)


async def test_a_service_message_is_a_sentence(scene: Scene) -> None:
    one, two = scene.people[:2]
    scene.group.add_bot(one)
    scene.group.remove(two, by=one)
    said = [shown(scene, message, one)["service"] for message in scene.group.messages]
    assert said == [
        f"{one.name} menambahkan Himpun ke grup",
        f"{one.name} mengeluarkan {two.name} dari grup",
    ]


async def test_a_forced_reply_asks_whom_it_mentions_or_answers_until_he_has_answered(
    scene: Scene, http: httpx.AsyncClient
) -> None:
    one, two = scene.people[:2]
    said = one.says(scene.group, "/mulai@himpun_bot")
    to_him = await sent(scene, http, reply_parameters={"message_id": said.id}, reply_markup=FORCED)
    two.met = True
    mention = f'<a href="tg://user?id={two.id}">Nama</a>'
    to_her = await sent(scene, http, text=mention, parse_mode="HTML", reply_markup=FORCED)
    to_all = await sent(scene, http, reply_markup={"force_reply": True})
    asked = [
        [asks(message, person) for message in (to_him, to_her, to_all)] for person in (one, two)
    ]
    assert asked == [[True, False, True], [False, True, True]]
    one.says(scene.group, "Baik", reply_to=to_him)
    assert not asks(to_him, one)


@pytest.mark.parametrize("kind", ["url", "copy"])
async def test_a_button_tells_what_a_tap_does(
    scene: Scene, http: httpx.AsyncClient, kind: str
) -> None:
    does = {"url": {"url": "https://t.me/x"}, "copy": {"copy_text": {"text": "x"}}}[kind]
    markup = {"inline_keyboard": [[{"text": "Buka", **does}]]}
    message = await sent(scene, http, reply_markup=markup)
    assert shown(scene, message, scene.people[0])["rows"][0][0]["kind"] == kind

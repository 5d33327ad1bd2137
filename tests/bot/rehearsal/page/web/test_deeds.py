"""Acts over HTTP: what is taken, and the sentence of what is not."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.web import limits
from bot.rehearsal.page.web.deeds import DeedHandler
from bot.rehearsal.page.web.uploads import name_of
from bot.texts import pages as texts

JSON = {"Content-Type": "application/json"}


def form(scene: Scene, *files: tuple[str, bytes], **given: Any) -> dict[str, Any]:
    about = {"person": str(scene.people[0].id), "chat": str(scene.group.id), **given}
    return {"data": about, "files": [("files", file) for file in files]}


async def test_files_of_a_form_stand_in_the_chat_as_one_album(
    http: httpx.AsyncClient, scene: Scene
) -> None:
    sent = form(scene, ("LHP.pdf", b"%PDF-1"), ("LHE.pdf", b"%PDF-2"), caption="Dua", album="true")
    answer = await http.post("/tindakan/send", **sent)
    one, two = scene.group.messages
    assert answer.json() == {"ok": True, "message": two.id}
    assert (one.text, one.album is not None, one.album) == ("Dua", True, two.album)
    assert [m.file and m.file.name for m in (one, two)] == ["LHP.pdf", "LHE.pdf"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\laporan\\LHP.pdf", "LHP.pdf"),
        ("/", "tanpa nama"),
        ("..", "tanpa nama"),
        ("a\r\nb\x00c.pdf", "abc.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_name_is_shown_without_its_path(given: str, shown: str) -> None:
    assert name_of(given) == shown


async def test_what_is_too_big_is_refused_and_never_held(
    http: httpx.AsyncClient, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FORM_LIMIT", 1024)
    monkeypatch.setattr(DeedHandler, "_form", None)  # nobody may come so far
    answer = await http.post("/tindakan/send", **form(scene, ("a.pdf", bytes(8 << 20))))
    assert (answer.status_code, answer.json()["message"]) == (413, texts.too_big("1 KB"))
    assert scene.group.messages == []


async def test_json_has_its_own_small_limit(http: httpx.AsyncClient) -> None:
    answer = await http.post("/tindakan/say", content=b"x" * (limits.JSON_LIMIT + 1), headers=JSON)
    assert answer.status_code == 413


async def test_a_body_that_announces_no_length_is_measured_as_it_comes(
    http: httpx.AsyncClient,
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 8192

    answer = await http.post("/tindakan/say", content=pieces(), headers=JSON)
    assert (answer.status_code, answer.json()["message"]) == (413, texts.too_big("64 KB"))


async def test_more_files_than_an_album_holds_are_refused(
    http: httpx.AsyncClient, scene: Scene
) -> None:
    files = [(f"{n}.pdf", b"%PDF-") for n in range(11)]
    answer = await http.post("/tindakan/send", **form(scene, *files))
    assert answer.json() == {"ok": False, "message": texts.TOO_MANY_FILES}


async def test_files_that_come_too_often_are_refused_until_a_while_has_passed(
    http: httpx.AsyncClient, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_FORMS", 2)
    answers = [await http.post("/tindakan/send", **form(scene, ("a", b"b"))) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 413]
    assert answers[-1].json()["message"] == texts.TOO_OFTEN
    monkeypatch.setattr(limits, "WITHIN", 0.0)
    again = await http.post("/tindakan/send", **form(scene, ("a", b"b")))
    assert again.status_code == 200


async def test_a_room_that_is_full_takes_no_more(
    http: httpx.AsyncClient, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ROOM_LIMIT", 10)
    answer = await http.post("/tindakan/send", **form(scene, ("a.pdf", b"x" * 11)))
    assert answer.json() == {"ok": False, "message": texts.ROOM_FULL}


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"{", JSON),
        (b"[1]", JSON),
        (b"[" * 50_000, JSON),
        (b'"\xff"', JSON),
        (b"{}", {"Content-Type": "text/plain"}),  # what a form of another site can send
        (b"a=b", {"Content-Type": "application/x-www-form-urlencoded"}),
        (b"{}", JSON),
        (b'{"person": true, "chat": 1}', JSON),
        (b'{"person": [1]}', JSON),
        (b"--x\r\n\r\n", {"Content-Type": "multipart/form-data; boundary=x"}),
    ],
)
async def test_what_cannot_be_read_is_refused_in_words(
    http: httpx.AsyncClient, body: bytes, headers: dict[str, str]
) -> None:
    for act in ("say", "send"):
        answer = await http.post(f"/tindakan/{act}", content=body, headers=headers)
        assert (answer.status_code, answer.json()["message"]) == (400, texts.WRONG_REQUEST)


async def test_an_unknown_act_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.post("/tindakan/hapus_semua", json={})
    assert (answer.status_code, answer.json()["message"]) == (404, texts.NO_SUCH_ACT)

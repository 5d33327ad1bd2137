"""The page's own files and the files of messages."""

import httpx
import pytest

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Upload, picture


async def test_the_index_names_only_files_that_are_served(http: httpx.AsyncClient) -> None:
    index = (await http.get("/")).text
    named = [part.split('"')[0] for part in index.split('="/')[1:]]
    assert len(named) > 3
    for path in named:
        answer = await http.get(f"/{path}")
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].split(";")[0] in {
            "text/css",
            "text/javascript",
            "image/svg+xml",
        }


@pytest.mark.parametrize(
    "path",
    [
        "/aset/../scene.py",
        "/aset/%2e%2e/scene.py",
        "/aset/..%2fscene.py",
        "/aset/index.html",
        "/aset/tidak_ada.js",
        "/aset/",
        "/aset/app.js%00.css",
    ],
)
async def test_no_name_leads_out_of_the_list(http: httpx.AsyncClient, path: str) -> None:
    assert (await http.get(path)).status_code == 404


async def test_a_file_is_saved_and_never_opened_as_a_page(
    http: httpx.AsyncClient, scene: Scene
) -> None:
    person = scene.people[0]
    upload = Upload('a"; x=y\r\n<b>.html', b"<script>alert(1)</script>", "text/html")
    (message,) = person.sends(scene.group, upload)
    answer = await http.get(f"/berkas/{scene.group.id}/{message.id}?person={person.id}")
    assert answer.content == upload.content
    assert answer.headers["Content-Type"] == "application/octet-stream"
    said = answer.headers["Content-Disposition"]
    assert said == "attachment; filename*=UTF-8''a%22%3B%20x%3Dy%0D%0A%3Cb%3E.html"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


async def test_a_picture_is_shown_by_what_its_bytes_are(
    http: httpx.AsyncClient, scene: Scene
) -> None:
    person = scene.people[0]
    photo = Upload("foto.html", picture(8, 8), "text/html", kind="photo")
    (message,) = person.sends(scene.group, photo)
    answer = await http.get(f"/berkas/{scene.group.id}/{message.id}?person={person.id}")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Content-Disposition"].startswith("inline")


async def test_a_file_is_for_those_who_see_its_chat(http: httpx.AsyncClient, scene: Scene) -> None:
    owner, other = scene.people[:2]
    owner.start()
    (message,) = owner.sends(owner.chat, Upload("a.pdf", b"%PDF-"))
    path = f"/berkas/{owner.chat.id}/{message.id}"
    assert (await http.get(f"{path}?person={owner.id}")).status_code == 200
    for asked in (f"?person={other.id}", "?person=1", "?person=x", ""):
        assert (await http.get(path + asked)).status_code == 404
    owner.deletes(message)
    assert (await http.get(f"{path}?person={owner.id}")).status_code == 404

from typing import Any

import pytest
from telegram import Bot as PtbBot

from bot.rehearsal.telegram import Upload
from bot.rehearsal.telegram.files import DOWNLOAD_LIMIT


def sent(office: Any, upload: Upload) -> Any:
    return office.kasubbag.sends(office.kasubbag.chat, upload)[0].file


async def test_the_bot_downloads_what_people_sent(office: Any, ptb: PtbBot) -> None:
    file = sent(office, Upload("LHP 1.xlsx", b"isi berkas"))
    got = await ptb.get_file(file.file_id)
    assert got.file_size == 10
    assert bytes(await got.download_as_bytearray()) == b"isi berkas"


@pytest.mark.parametrize(
    ("size", "lifted", "ok"),
    [
        (DOWNLOAD_LIMIT, False, True),
        (DOWNLOAD_LIMIT + 1, False, False),
        (DOWNLOAD_LIMIT + 1, True, True),  # a local Bot API server
    ],
)
async def test_over_twenty_mebibytes_nothing_can_be_fetched(
    office: Any, call: Any, size: int, lifted: bool, ok: bool
) -> None:
    office.telegram.files.lifts_download_limit = lifted
    file = sent(office, Upload("besar.pdf", b"x", claimed_size=size))
    answer = await call("getFile", file_id=file.file_id)
    assert answer["ok"] is ok
    assert ok or answer["description"] == "Bad Request: file is too big"


async def test_a_link_lives_an_hour_and_the_file_id_for_ever(
    office: Any, call: Any, http: Any
) -> None:
    file = sent(office, Upload("a.pdf", b"x"))
    root = f"{office.telegram.url}/file/bot{office.telegram.bot.token}"
    path = (await call("getFile", file_id=file.file_id))["result"]["file_path"]
    assert (await http.get(f"{root}/{path}")).content == b"x"
    office.watch.move(minutes=60)
    assert (await http.get(f"{root}/{path}")).status_code == 404
    again = (await call("getFile", file_id=file.file_id))["result"]["file_path"]
    assert (await http.get(f"{root}/{again}")).content == b"x"


async def test_a_file_is_not_given_to_another_token(office: Any, call: Any, http: Any) -> None:
    file = sent(office, Upload("a.pdf", b"x"))
    path = (await call("getFile", file_id=file.file_id))["result"]["file_path"]
    answer = await http.get(f"{office.telegram.url}/file/bot1:x/{path}")
    assert answer.status_code == 401


async def test_the_unique_id_does_not_download(office: Any, call: Any) -> None:
    file = sent(office, Upload("a.pdf", b"x"))
    answer = await call("getFile", file_id=file.file_unique_id)
    assert answer["description"] == "Bad Request: invalid file_id"


async def test_a_name_in_any_script_survives_the_upload(office: Any, ptb: PtbBot) -> None:
    name = "Rekap TW III – é 😀.xlsx"
    sent = await ptb.send_document(office.kasubbag.id, b"isi", filename=name)
    assert sent.document is not None
    assert sent.document.file_name == name

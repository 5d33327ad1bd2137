"""The format of the office: replaced by a workbook in reply, as long as nobody fills it in."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.papers.format_workbook import master_workbook
from bot.rehearsal.telegram import Message, Upload
from bot.rehearsal.theatre import Play
from bot.rules.forms import FormMark
from bot.rules.periods import Period
from tests.stories.acting import Scene, idle, request, said, seated

pytestmark = pytest.mark.slow

NAME = "Kepatuhan pelaporan desa"


def master(scene: Scene, change: Callable[[Any], None]) -> Upload:
    """The whole format with one sheet changed by hand."""
    sop = scene.stage.sop
    form = scene.desk.form.spread([seat.key for seat in sop.suppliers])
    titles = {seat.key: seat.title for seat in sop.suppliers}
    mark = FormMark(1, 1, "", 1)
    blank = master_workbook(form, titles, Period("triwulan", 2026, 3), sop.agency, mark)
    book = load_workbook(io.BytesIO(blank))
    change(book["Data Kinerja"])
    out = io.BytesIO()
    book.save(out)
    return Upload("Format baru.xlsx", out.getvalue())


def renamed(sheet: Any) -> None:
    sheet["C6"] = NAME


def broken(sheet: Any) -> None:
    sheet["C6"], sheet["H7"] = None, "lima"


async def preflight(scene: Scene) -> Message:
    orderer = scene.stage.orderer
    orderer.says(orderer.chat, "/mulai")
    await scene.stage.tap(orderer, "Triwulan III 2026")
    return await scene.stage.button(orderer.chat, "Perintahkan")


async def test_a_workbook_in_reply_to_the_pre_flight_replaces_the_format(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        card = await preflight(scene)
        assert "Format yang dipakai: 9 indikator" in card.text
        (sent,) = orderer.sends(orderer.chat, master(scene, renamed), reply_to=card)
        summary = await scene.sees("kasubbag-perencanaan", "Format diganti: 9 indikator")
        assert "Irban I, Irban II, Irban III dan Irban IV" in summary.text
        await scene.until(lambda: "👍" in sent.reactions)
        await orderer.taps(card, "Perintahkan")
        convey = await stage.button(scene.who("penyusun").chat, "Sampaikan")
        assert convey.file is not None
        sheet = load_workbook(io.BytesIO(convey.file.content))["Data Kinerja"]
        assert sheet["C6"].value == NAME


async def test_the_penyusun_s_reply_to_the_format_message_replaces_it_too(play: Play) -> None:
    async with seated(play) as scene:
        stage, penyusun = scene.stage, scene.who("penyusun")
        await stage.orderer.taps(await preflight(scene), "Perintahkan")
        card = await stage.button(penyusun.chat, "Sampaikan")
        penyusun.sends(penyusun.chat, master(scene, renamed), reply_to=card)
        await scene.sees("penyusun", "Format diganti")
        newest = await scene.until(lambda: newest_format(penyusun.chat.from_bot, NAME))
        refused = await penyusun.taps(card, "Sampaikan")
        assert "Format telah diganti" in refused.text
        await penyusun.taps(newest, "Sampaikan")
        for seat in ("kasubbag-evlap", "kasubbag-umum"):
            await stage.tap(scene.who(seat), "Sampaikan")
        workbook = await scene.sees("irban-1", "Buku kerja terlampir")
        assert workbook.file is not None
        assert load_workbook(io.BytesIO(workbook.file.content))["Data Kinerja"]["C6"].value == NAME


def newest_format(messages: list[Message], name: str) -> Message | None:
    """The newest message that still conveys, if the workbook in it names this indicator."""
    found = next((m for m in reversed(messages) if m.file and "Sampaikan" in m.buttons), None)
    if found is None or found.file is None:
        return None
    book = load_workbook(io.BytesIO(found.file.content))
    return found if book["Data Kinerja"]["C6"].value == name else None


async def test_a_broken_format_is_refused_with_its_cells_and_the_old_one_stays(play: Play) -> None:
    async with seated(play) as scene:
        orderer = scene.stage.orderer
        card = await preflight(scene)
        orderer.sends(orderer.chat, master(scene, broken), reply_to=card)
        told = await scene.sees("kasubbag-perencanaan", "dikembalikan untuk perbaikan")
        assert "H7" in told.text
        orderer.sends(orderer.chat, Upload("format.pdf", b"%PDF-1.4 bukan"), reply_to=card)
        await scene.sees("kasubbag-perencanaan", "format.pdf")
        assert "9 indikator" in card.text
        assert not said(orderer.chat, "Format diganti")


async def test_others_and_who_comes_too_late_do_not_replace_the_format(play: Play) -> None:
    async with seated(play) as scene:
        stage, penyusun = scene.stage, scene.who("penyusun")
        await request(scene)
        card = await scene.sees("penyusun", "Penyampaian format")
        penyusun.sends(penyusun.chat, master(scene, renamed), reply_to=card)
        await scene.sees("penyusun", "Format telah disampaikan")
        evlap = scene.who("kasubbag-evlap")
        theirs = await scene.sees("kasubbag-evlap", "Penyampaian format")
        evlap.sends(evlap.chat, master(scene, renamed), reply_to=theirs)
        await scene.sees("kasubbag-evlap", "Tindakan ini milik Kasubbag Perencanaan")
        await idle(scene, evlap)
        assert not said(stage.orderer.chat, "Format diganti")

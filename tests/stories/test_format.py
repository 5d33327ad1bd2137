"""The format of the office: a workbook in reply, its summary, and the tap that takes it."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.papers.format_workbook import master_workbook
from bot.rehearsal.telegram import Message, Upload
from bot.rehearsal.theatre import Play, bot_on, telegram_for
from bot.rules.forms import FormMark
from bot.rules.periods import parse
from tests.stories.acting import Scene, collected, idle, request, said, seated, take_seats

pytestmark = pytest.mark.slow

NAME = "Kepatuhan pelaporan desa"
USE = "Pakai format ini"
APRIL = datetime(2027, 4, 5, 0, 0, tzinfo=UTC)  # a Monday, 08.00 WITA
SUMMARY = "Perubahan terhadap format yang dipakai"


def master(scene: Scene, change: Callable[[Any], None]) -> Upload:
    """The whole format with one sheet changed by hand."""
    sop = scene.stage.sop
    form = scene.desk.form.spread([seat.key for seat in sop.suppliers])
    titles = {seat.key: seat.title for seat in sop.suppliers}
    mark = FormMark(1, 1, "", 1, period="2026-TW3")
    blank = master_workbook(form, titles, parse("2026-TW3"), sop.agency, mark)
    return edited(blank, change)


def edited(
    workbook: bytes, change: Callable[[Any], None], name: str = "Format baru.xlsx"
) -> Upload:
    book = load_workbook(io.BytesIO(workbook))
    change(book["Data Kinerja"])
    out = io.BytesIO()
    book.save(out)
    return Upload(name, out.getvalue())


def renamed(sheet: Any) -> None:
    sheet["C6"] = NAME


def retargeted(sheet: Any) -> None:
    sheet["H7"], sheet["K8"] = 6, "Irban II"


def of_the_year(sheet: Any) -> None:
    sheet["G6"], sheet["J6"] = 50, 320_000_000


def broken(sheet: Any) -> None:
    sheet["C6"], sheet["H7"] = None, "lima"


def first_indicator(message: Message) -> object:
    assert message.file is not None
    return load_workbook(io.BytesIO(message.file.content))["Data Kinerja"]["C6"].value


async def preflight(scene: Scene) -> Message:
    orderer = scene.stage.orderer
    orderer.says(orderer.chat, "/mulai")
    await scene.stage.tap(orderer, "Triwulan III 2026")
    return await scene.stage.button(orderer.chat, "Perintahkan")


async def shown_format(scene: Scene, seat: str, part: int = 1) -> Message:
    """What /format answers, the `part`-th time."""
    person = scene.who(seat)
    person.says(person.chat, "/format")
    words = "Format permintaan data kinerja yang dipakai"
    await scene.until(lambda: said(person.chat, words) == part)
    return next(m for m in reversed(person.chat.from_bot) if words in m.text)


async def test_a_reply_to_the_pre_flight_is_summed_up_and_taken_with_a_tap(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        card = await preflight(scene)
        assert "Format yang dipakai: 9 indikator" in card.text
        (sent,) = orderer.sends(orderer.chat, master(scene, renamed), reply_to=card)
        summary = await stage.button(orderer.chat, USE)
        assert "9 indikator" in summary.text
        assert "Irban I: 3; Irban II: 2; Irban III: 2; Irban IV: 2." in summary.text
        assert f"Ditambah (1): {NAME}." in summary.text
        assert "Dikeluarkan (1): Desa berstatus Maju dan Mandiri." in summary.text
        assert "Berlaku untuk Triwulan III 2026 dan putaran berikutnya." in summary.text
        await scene.until(lambda: "👍" in sent.reactions)
        await orderer.taps(summary, USE)
        await scene.until(lambda: "Format diganti: 9 indikator" in summary.text)
        assert not summary.buttons
        await orderer.taps(card, "Perintahkan")
        convey = await stage.button(scene.who("penyusun").chat, "Sampaikan")
        assert first_indicator(convey) == NAME
        async with scene.desk.store.look() as uow:
            facts = [fact for fact, _ in await uow.facts.of_run(1)]
        (proposed,) = [fact for fact in facts if fact.verb == "format diusulkan"]
        (taken,) = [fact for fact in facts if fact.verb == "format diganti"]
        assert (taken.seat, taken.detail["ditambah"]) == ("kasubbag-perencanaan", 1)
        assert taken.detail == proposed.detail


async def test_a_format_that_nobody_took_changes_nothing(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        card = await preflight(scene)
        orderer.sends(orderer.chat, master(scene, renamed), reply_to=card)
        summary = await stage.button(orderer.chat, USE)
        (again,) = orderer.sends(orderer.chat, master(scene, lambda _: None), reply_to=card)
        same = await scene.sees("kasubbag-perencanaan", "sama dengan format yang dipakai")
        assert not same.buttons
        await scene.until(lambda: "👍" in again.reactions)
        await orderer.taps(card, "Perintahkan")
        convey = await stage.button(scene.who("penyusun").chat, "Sampaikan")
        assert first_indicator(convey) == "Desa berstatus Maju dan Mandiri"
        assert USE in summary.buttons


async def test_the_penyusun_s_reply_to_the_format_message_replaces_it_too(play: Play) -> None:
    async with seated(play) as scene:
        stage, penyusun = scene.stage, scene.who("penyusun")
        await stage.orderer.taps(await preflight(scene), "Perintahkan")
        card = await stage.button(penyusun.chat, "Sampaikan")
        penyusun.sends(penyusun.chat, master(scene, retargeted), reply_to=card)
        summary = await stage.button(penyusun.chat, USE)
        assert "Target berubah (1): Jumlah desa Mandiri (periode 5 menjadi 6)." in summary.text
        assert "(1): Desa berstatus Tertinggal (penanggung jawab)." in summary.text
        penyusun.sends(penyusun.chat, master(scene, renamed), reply_to=summary)
        newer = await scene.until(
            lambda: next((m for m in penyusun.chat.from_bot if NAME in m.text), None)
        )
        await penyusun.taps(newer, USE)
        newest = await scene.until(lambda: newest_format(penyusun.chat.from_bot, NAME))
        refused = await penyusun.taps(card, "Sampaikan")
        assert "Format telah diganti" in refused.text
        stale = await penyusun.taps(summary, USE)
        assert "telah berubah sejak ringkasan ini" in stale.text
        await scene.until(lambda: f"Dikeluarkan (1): {NAME}" in summary.text)
        await penyusun.taps(newest, "Sampaikan")
        for seat in ("kasubbag-evlap", "kasubbag-umum"):
            await stage.tap(scene.who(seat), "Sampaikan")
        workbook = await scene.sees("irban-1", "Buku kerja terlampir")
        assert first_indicator(workbook) == NAME
        late = await penyusun.taps(summary, USE)
        assert "Format telah disampaikan" in late.text


def newest_format(messages: list[Message], name: str) -> Message | None:
    """The newest message that still conveys, if the workbook in it names this indicator."""
    found = next((m for m in reversed(messages) if m.file and "Sampaikan" in m.buttons), None)
    return found if found is not None and first_indicator(found) == name else None


async def test_a_broken_format_is_refused_with_its_cells_and_the_old_one_stays(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        card = await preflight(scene)
        orderer.sends(orderer.chat, master(scene, broken), reply_to=card)
        told = await scene.sees("kasubbag-perencanaan", "dikembalikan untuk perbaikan")
        assert "H7" in told.text
        orderer.sends(orderer.chat, Upload("format.pdf", b"%PDF-1.4 bukan"), reply_to=card)
        await scene.sees("kasubbag-perencanaan", "format.pdf")
        assert "9 indikator" in card.text
        assert not said(orderer.chat, SUMMARY)
        orderer.sends(orderer.chat, master(scene, renamed), reply_to=told)
        assert NAME in (await stage.button(orderer.chat, USE)).text


async def test_others_and_who_comes_too_late_do_not_replace_the_format(play: Play) -> None:
    async with seated(play) as scene:
        stage, penyusun = scene.stage, scene.who("penyusun")
        orderer = stage.orderer
        order = await preflight(scene)
        orderer.sends(orderer.chat, master(scene, renamed), reply_to=order)
        summary = await stage.button(orderer.chat, USE)
        button = summary.button(USE)
        assert button is not None
        await orderer.taps(order, "Perintahkan")
        for seat in ("penyusun", "kasubbag-evlap", "kasubbag-umum"):
            await stage.tap(scene.who(seat), "Sampaikan")
        card = await scene.sees("penyusun", "format permintaan data kinerja")
        penyusun.sends(penyusun.chat, master(scene, renamed), reply_to=card)
        await scene.sees("penyusun", "Format telah disampaikan")
        evlap = scene.who("kasubbag-evlap")
        theirs = await scene.sees("kasubbag-evlap", "format permintaan data kinerja")
        evlap.sends(evlap.chat, master(scene, renamed), reply_to=theirs)
        await scene.sees("kasubbag-evlap", "Tindakan ini milik Kasubbag Perencanaan")
        await idle(scene, evlap)
        assert not said(evlap.chat, SUMMARY)
        refused = await evlap.presses(theirs, button["callback_data"])
        assert "Tindakan ini milik Kasubbag Perencanaan" in refused.text
        assert "Format telah disampaikan" in (await orderer.taps(summary, USE)).text


async def test_between_runs_the_format_is_asked_for_and_changed_for_the_next_one(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage, penyusun, orderer = scene.stage, scene.who("penyusun"), scene.stage.orderer
        current = await shown_format(scene, "penyusun")
        assert "9 indikator, target untuk Triwulan III 2026" in current.text
        assert current.file is not None
        changed = edited(current.file.content, retargeted)
        penyusun.sends(penyusun.chat, changed, reply_to=current)
        summary = await stage.button(penyusun.chat, USE)
        assert "Irban I: 2; Irban II: 3" in summary.text
        assert "Berlaku untuk putaran berikutnya." in summary.text
        await penyusun.taps(summary, USE)
        await scene.until(lambda: "Format diganti: 9 indikator" in summary.text)
        orderer.says(orderer.chat, "/mulai")
        await stage.tap(orderer, "Oktober 2026")
        month = await stage.button(orderer.chat, "Perintahkan")
        assert "dari Triwulan III 2026" in month.text
        await orderer.taps(month, "Perintahkan")
        convey = await stage.button(penyusun.chat, "Sampaikan")
        assert convey.file is not None
        sheet = load_workbook(io.BytesIO(convey.file.content))["Data Kinerja"]
        assert [sheet[cell].value for cell in ("H7", "H12", "K8")] == [6, 100, "Irban II"]
        async with scene.desk.store.look() as uow:
            assert await uow.facts.verify() == ()


async def test_the_whole_format_sent_without_a_reply_is_proposed_to_who_keeps_it(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        penyusun, irban = scene.who("penyusun"), scene.who("irban-1")
        penyusun.sends(penyusun.chat, master(scene, renamed))
        summary = await scene.stage.button(penyusun.chat, USE)
        assert "Berlaku untuk putaran berikutnya." in summary.text
        irban.sends(irban.chat, master(scene, renamed))
        await scene.sees("irban-1", "format induk")
        assert not said(irban.chat, SUMMARY)


async def test_while_one_run_is_filled_in_the_format_of_the_next_one_may_change(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        await request(scene)
        current = await shown_format(scene, "kasubbag-perencanaan")
        orderer.sends(orderer.chat, master(scene, renamed), reply_to=current)
        summary = await stage.button(orderer.chat, USE)
        assert "Berlaku untuk putaran berikutnya." in summary.text
        await orderer.taps(summary, USE)
        await collected(scene)
        assert first_indicator(await shown_format(scene, "kasubbag-perencanaan", 2)) == NAME


async def test_who_keeps_no_format_is_not_sent_it_and_a_seat_s_workbook_is_none(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban, penyusun = scene.who("irban-1"), scene.who("penyusun")
        irban.says(irban.chat, "/format")
        await scene.sees("irban-1", "Tindakan ini milik Kasubbag Perencanaan")
        workbook = await scene.sees("irban-1", "Buku kerja terlampir")
        assert workbook.file is not None
        theirs = Upload("Data Kinerja.xlsx", workbook.file.content)
        current = await shown_format(scene, "penyusun")
        penyusun.sends(penyusun.chat, theirs, reply_to=current)
        await scene.sees("penyusun", "buku kerja satu kursi")
        assert not said(penyusun.chat, SUMMARY)


async def test_a_proposal_waits_through_a_restart(play: Play) -> None:
    async with telegram_for(play) as stage:
        orderer = stage.orderer
        async with bot_on(stage, play) as product:
            stage.group.add_bot(orderer)
            stage.group.promote_bot(orderer)
            await stage.sees(stage.group, "siap mendampingi")
            await take_seats(stage, product.desk, stage.cast, set())
            scene = Scene(stage, product.desk)
            card = await preflight(scene)
            orderer.sends(orderer.chat, master(scene, renamed), reply_to=card)
            summary = await stage.button(orderer.chat, USE)
        tapped = orderer.taps(summary, USE)
        async with bot_on(stage, play):
            await tapped
            await stage.telegram.until(lambda: "Format diganti: 9 indikator" in summary.text)


async def test_a_proposal_taken_after_its_run_was_conveyed_is_for_the_next_one(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer, penyusun = scene.stage, scene.stage.orderer, scene.who("penyusun")
        order = await preflight(scene)
        current = await shown_format(scene, "penyusun")
        assert current.file is not None
        penyusun.sends(penyusun.chat, edited(current.file.content, renamed), reply_to=current)
        summary = await stage.button(penyusun.chat, USE)
        assert "Berlaku untuk Triwulan III 2026 dan putaran berikutnya." in summary.text
        await orderer.taps(order, "Perintahkan")
        for seat in ("penyusun", "kasubbag-evlap", "kasubbag-umum"):
            await stage.tap(scene.who(seat), "Sampaikan")
        told = await penyusun.taps(summary, USE)
        assert "Format Triwulan III 2026 telah disampaikan dan tidak diganti" in told.text
        kept = "Berlaku untuk putaran berikutnya. Triwulan III 2026 tetap memakai format semula."
        await scene.until(lambda: kept in summary.text)
        await penyusun.taps(summary, USE)
        await scene.until(lambda: "Format diganti: 9 indikator" in summary.text)
        assert kept in summary.text
        asked = await scene.sees("irban-1", "Mohon menyampaikan data kinerja Triwulan III 2026")
        assert first_indicator(asked) == "Desa berstatus Maju dan Mandiri"
        await request(scene, "Oktober 2026")
        asked = await scene.sees("irban-1", "Mohon menyampaikan data kinerja Oktober 2026")
        assert first_indicator(asked) == NAME


async def test_in_a_new_year_the_targets_of_the_old_one_are_to_be_checked(play: Play) -> None:
    async with seated(replace(play, start=APRIL)) as scene:
        stage, orderer, penyusun = scene.stage, scene.stage.orderer, scene.who("penyusun")
        old = "Tahun 2027 memakai angka tahun 2026: target 9 dari 9 indikator dan pagu 3 dari 3 "
        orderer.says(orderer.chat, "/mulai")
        await stage.tap(orderer, "Triwulan I 2027")
        card = await stage.button(orderer.chat, "Perintahkan")
        assert f"• {old}program/kegiatan; mohon diperiksa." in card.text
        current = await shown_format(scene, "penyusun")
        assert old in current.text
        assert current.file is not None
        penyusun.sends(penyusun.chat, edited(current.file.content, of_the_year), reply_to=current)
        summary = await stage.button(penyusun.chat, USE)
        assert "memakai angka tahun 2026: target 8 dari 9 indikator dan pagu 2 dari 3 " in (
            summary.text
        )
        await penyusun.taps(summary, USE)
        await scene.until(lambda: "Format diganti" in summary.text)
        await scene.until(lambda: "memakai angka tahun 2026" not in card.text)

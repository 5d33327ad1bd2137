"""Every button and file of the wrong person: told whose it is, and nothing changes."""

import pytest

from bot.rehearsal import steps
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Message
from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, collected, idle, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow


async def wrong_taps(scene: Scene, message: Message, label: str, owner: str, whose: str) -> None:
    """Everybody but the owner presses the button, as one forged or forwarded."""
    button = message.button(label)
    assert button is not None
    for seat, person in scene.stage.cast.items():
        if seat == owner:
            continue
        shown = person.chat.from_bot[-1] if person.chat.from_bot else None
        if shown is None:
            person.says(person.chat, "/bantuan")
            shown = await scene.sees(seat, "Petunjuk")
        refused = await person.presses(shown, button["callback_data"])
        assert refused.show_alert, (seat, label, refused)
        assert whose in refused.text, (seat, label, refused)


async def test_the_day_s_buttons_are_refused_to_everybody_else(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        orderer, penyusun = scene.who("kasubbag-perencanaan"), scene.who("penyusun")
        orderer.says(orderer.chat, "/mulai")
        offered = await stage.button(orderer.chat, "Triwulan III 2026")
        planning = "milik Kasubbag Perencanaan"
        await wrong_taps(scene, offered, "Triwulan III 2026", "kasubbag-perencanaan", planning)
        await orderer.taps(offered, "Triwulan III 2026")
        order = await stage.button(orderer.chat, "Perintahkan")
        await wrong_taps(scene, order, "Perintahkan", "kasubbag-perencanaan", planning)
        assert not penyusun.chat.find("Mohon menyampaikan format")
        await orderer.taps(order, "Perintahkan")
        convey = await stage.button(penyusun.chat, "Sampaikan")
        await wrong_taps(scene, convey, "Sampaikan", "penyusun", "milik Penyusun")
        await penyusun.taps(convey, "Sampaikan")
        for seat in ("kasubbag-evlap", "kasubbag-umum"):
            await stage.tap(scene.who(seat), "Sampaikan")
        nihil = await stage.button(scene.who("irban-1").chat, "Nihil LHP")
        await wrong_taps(scene, nihil, "Nihil LHP", "irban-1", "milik Irban I")
        scene.who("irban-1").sends(scene.who("irban-1").chat, letter("LHP"))
        review = await stage.button(scene.who("kasubbag-evlap").chat, "Terima", "LHP dari")
        for label in ("Terima", "Kembalikan"):
            await wrong_taps(scene, review, label, "kasubbag-evlap", "milik Ka.Subbag Eval")
        card = await stage.button(scene.who("kasubbag-evlap").chat, "Terima semua")
        for label in ("Terima semua", "Sampaikan ke"):
            await collector_s_own(scene, card, label)
        assert review.buttons == ["Terima", "Kembalikan"]


async def collector_s_own(scene: Scene, card: Message, label: str) -> None:
    """The card of one collector in the hand of everybody but the collectors."""
    button = card.button(label)
    assert button is not None
    for seat, person in scene.stage.cast.items():
        if seat != "kasubbag-evlap":
            answer = await person.presses(person.chat.from_bot[-1], button["callback_data"])
            assert "milik" in answer.text, (seat, answer)


async def test_the_last_buttons_of_a_run_and_those_of_a_closed_one(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        nihil = await stage.button(scene.who("irban-2").chat, "Nihil LHP")
        dead = str(nihil.button("Nihil LHP")["callback_data"])  # type: ignore[index]
        await collected(scene)
        penyusun, analyst = scene.who("penyusun"), scene.who("kasubbag-perencanaan")
        recap = await stage.button(penyusun.chat, "Setujui rekap")
        for label in ("Setujui rekap", "Keluarkan berkas"):
            await wrong_taps(scene, recap, label, "penyusun", "milik Penyusun")
        await steps.approve_recap(stage)
        draft = await stage.button(analyst.chat, "Selesai")
        await wrong_taps(scene, draft, "Selesai", "kasubbag-perencanaan", "milik Kasubbag")
        await analyst.taps(draft, "Selesai")
        await scene.sees("kasubbag-perencanaan", "Rekap akhir")
        irban = scene.who("irban-2")
        over = await irban.presses(irban.chat.from_bot[-1], dead)
        assert "tidak berjalan lagi sejak Senin, 23 November 2026" in over.text
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees("irban-2", "Tidak ada putaran")


async def test_forged_data_is_answered_and_changes_nothing(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        shown = irban.chat.from_bot[-1]
        before = len(scene.group.from_bot)
        forged = (
            "x",
            "terima",
            "terima:1",
            "terima:1:x",
            "terima:x:1",
            "semua:1:2:3:4",
            "beri:1:4:bukan:irban-1",
            "kendala:1:x:serah:irban-1",
            "sampaikan:1:x:penyusun:0",
            "tempat:x:j:LHP",
            "setuju:x",
            "klaim:x:irban-1",
            "mulai:x:2026-TW3",
            "mulai:1:2026-TW9",
            "nihil:1:irban-1:XYZ",
            "nihil:99999999999999999999:irban-1:LHP",
        )
        for data in forged:
            answer = await irban.presses(shown, data)
            assert answer.show_alert, (data, answer)
            assert answer.text, data
        await idle(scene, irban)
        assert len(scene.group.from_bot) == before
        assert not irban.chat.find("tidak dapat diproses")


async def test_strangers_get_nothing_in_private(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stranger = scene.stage.telegram.person("Orang Lain")
        stranger.start()
        await scene.stage.sees(stranger.chat, "Chat pribadi dengan sistem telah terbuka")
        for command in (
            "/status",
            "/tugas",
            "/rekap",
            "/berkas",
            "/mulai",
            "/kendala x",
            "/batal x",
        ):
            before = len(stranger.chat.from_bot)
            stranger.says(stranger.chat, command)
            await scene.until(lambda before=before: len(stranger.chat.from_bot) > before)  # type: ignore[misc]
            assert "Belum ada kantor yang terhubung" in stranger.chat.last.text, command
        stranger.sends(stranger.chat, letter("LHP"))
        await scene.until(lambda: said(stranger.chat, "Belum ada kantor") == 8)
        stranger.says(stranger.chat, "halo")
        await scene.stage.sees(stranger.chat, "tidak menjawab pertanyaan sistem")


async def test_a_member_without_a_seat_hands_in_nothing(play: Play) -> None:
    async with seated(play, empty=["irban-4"]) as scene:
        asked = await request(scene)
        member = scene.who("irban-4")
        (sent,) = member.sends(scene.group, letter("LHP"), reply_to=asked)
        await scene.stage.sees(scene.group, "Belum ada kursi yang tercatat")
        await scene.until(lambda: "🤔" in sent.reactions)
        member.says(scene.group, "/tugas")
        await scene.until(lambda: said(scene.group, "Belum ada kursi yang tercatat") == 2)
        (plain,) = member.sends(scene.group, letter("LHP", 2))
        await idle(scene, member, scene.group)
        assert not plain.reactions


async def test_only_suppliers_hand_in_and_only_for_their_own_seat(play: Play) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        penyusun = scene.who("penyusun")
        penyusun.sends(scene.group, letter("LHP"), reply_to=asked)
        await scene.sees("penyusun", "milik Irban I, Irban II")
        own = await filled_workbook(scene.stage, "irban-2")
        scene.who("irban-1").sends(scene.who("irban-1").chat, own)
        told = await scene.sees("irban-1", "buku kerja ini untuk kursi lain")
        assert "Irban II" in told.text


async def test_the_recap_and_the_list_of_documents_show_what_is_one_s_own(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        for seat in ("irban-1", "irban-2"):
            scene.who(seat).sends(scene.who(seat).chat, letter("LHP", name=f"LHP {seat}.pdf"))
            await scene.sees(seat, "Diterima: LHP.")
        shown = {
            "irban-1": {"irban-1"},
            "kasubbag-evlap": {"irban-1", "irban-2"},
            "kasubbag-umum": set(),
            "penyusun": {"irban-1", "irban-2"},
            "sekretaris": {"irban-1", "irban-2"},
        }
        for seat, theirs in shown.items():
            person = scene.who(seat)
            person.says(person.chat, "/berkas")
            words = "Berkas data kinerja" if theirs else "Belum ada berkas"
            text = (await scene.sees(seat, words)).text
            assert {s for s in ("irban-1", "irban-2") if s in text} == theirs, seat
        for seat in ("irban-1", "kasubbag-evlap", "kasubbag-umum"):
            person = scene.who(seat)
            person.says(person.chat, "/rekap")
            await scene.sees(seat, "Tindakan ini milik Kasubbag Perencanaan")
        for seat in ("sekretaris", "kepala", "penyusun"):
            person = scene.who(seat)
            person.says(person.chat, "/rekap")
            assert (await scene.sees(seat, "Rekap sementara")).file

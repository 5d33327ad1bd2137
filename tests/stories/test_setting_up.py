"""Setting a group up: the greeting, the seats, and who may fill them."""

import pytest

from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Person
from bot.rehearsal.theatre import Play
from tests.stories.acting import idle, request, said, seated

pytestmark = pytest.mark.slow


async def listing(stage: Stage) -> Message:
    stage.orderer.says(stage.group, f"/peran@{stage.telegram.bot.username}")
    return await stage.button(stage.group, "Pilih kursi saya")


async def claims(stage: Stage, person: Person, title: str, label: str = "") -> Message:
    """The claim as it stands before the administrators; `label` is the seat's own on its button."""
    link = await listing(stage)
    person.opens(next(b["url"] for row in link.rows for b in row))
    await stage.tap(person, label or title)
    await stage.sees(person.chat, "Mohon menunggu")
    return await stage.button(stage.group, "Setujui", f"sebagai {title.removesuffix(' (')}")


async def test_the_greeting_says_what_is_lacking_and_after_promotion_the_rest(
    stage: Stage,
) -> None:
    stage.group.add_bot(stage.orderer)
    greeting = await stage.sees(stage.group, "siap mendampingi SOP")
    assert "belum menjadi administrator grup" in greeting.text
    stage.group.promote_bot(stage.orderer, can_pin=False)
    await stage.telegram.until(lambda: "Sematkan pesan" in greeting.text)
    assert "belum menjadi administrator" not in greeting.text
    stage.group.promote_bot(stage.orderer, can_pin=True)
    await stage.telegram.until(lambda: "Sematkan pesan" not in greeting.text)
    assert "Kursi kosong: Kasubbag Perencanaan dan Keuangan" in greeting.text
    assert said(stage.group, "siap mendampingi") == 1


async def test_the_greeting_names_no_seat_that_is_held_by_now(play: Play) -> None:
    async with seated(play, empty=("irban-1", "kepala")) as scene:
        stage, irban = scene.stage, scene.who("irban-1")
        hello = irban.says(stage.group, "hadir")
        stage.orderer.says(stage.group, "/peran irban-1", reply_to=hello)
        await stage.sees(stage.group, "ditetapkan sebagai Irban I")
        greeting = await stage.sees(stage.group, "siap mendampingi SOP")
        stage.clock.advance(minutes=2)
        await scene.until(lambda: "Kursi kosong: Kepala Dinas." in greeting.text)


async def test_the_board_is_pinned_once_the_bot_may_and_again_where_it_was_deleted(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who("irban-1")
        stage.group.promote_bot(stage.orderer, can_pin=False)
        await request(scene)
        board = await stage.sees(stage.group, "Papan Mekanisme")
        assert not board.pinned
        stage.group.promote_bot(stage.orderer, can_pin=True)
        await scene.until(lambda: board.pinned)
        stage.orderer.deletes(board)
        await stage.tap(irban, "Nihil LHP")
        await scene.until(lambda: stage.group.pinned and stage.group.pinned != [board])


async def test_the_menus_of_commands_are_set_per_scope(stage: Stage) -> None:
    await stage.telegram.until(lambda: len(stage.telegram.state.commands) == 3)
    menus = {
        scope: [one["command"] for one in listed]
        for scope, listed in stage.telegram.state.commands.items()
    }
    assert sum("start" in words for words in menus.values()) == 1
    assert all({"mulai", "status", "tugas", "kendala"} <= set(words) for words in menus.values())


async def test_a_claim_is_decided_by_an_administrator_alone(stage: Stage) -> None:
    stage.group.add_bot(stage.orderer)
    person, other = stage.cast["irban-1"], stage.cast["irban-2"]
    claim = await claims(stage, person, "Irban I")
    for wrong in (person, other):
        refused = await wrong.taps(claim, "Setujui")
        assert "Hanya administrator" in refused.text
        assert refused.show_alert
    await stage.orderer.taps(claim, "Tolak")
    await stage.sees(person.chat, "belum disetujui")
    await stage.telegram.until(lambda: not claim.buttons)
    claim = await claims(stage, person, "Irban I")
    await stage.orderer.taps(claim, "Setujui")
    await stage.sees(person.chat, "telah ditetapkan")
    assert "(irban-1): Pegawai" in (await listing_after(stage)).text


async def listing_after(stage: Stage) -> Message:
    before = said(stage.group, "Kursi dan pemegangnya")
    stage.orderer.says(stage.group, "/peran")
    await stage.telegram.until(lambda: said(stage.group, "Kursi dan pemegangnya") > before)
    return stage.group.last


async def test_the_claim_of_a_held_seat_names_its_holder_and_replaces_him(play: Play) -> None:
    async with seated(play) as scene:
        stage, heir, before = scene.stage, scene.who("irban-2"), scene.who("irban-1")
        claim = await claims(stage, heir, "Irban I (")
        assert before.name in claim.text
        await stage.orderer.taps(claim, "Setujui")
        await stage.sees(heir.chat, "Kursi Irban I")
        told = await stage.sees(before.chat, "kini dipegang")
        assert heir.name in told.text


async def test_a_sole_administrator_seats_himself_and_it_is_announced(stage: Stage) -> None:
    stage.group.add_bot(stage.orderer)
    mine = stage.orderer.says(stage.group, "saya")
    stage.orderer.says(stage.group, "/peran kasubbag-perencanaan", reply_to=mine)
    await stage.sees(stage.group, "oleh dirinya sebagai satu-satunya administrator grup")


async def test_one_of_two_administrators_cannot_seat_himself(stage: Stage) -> None:
    stage.group.add_bot(stage.orderer)
    stage.group.members[stage.cast["penyusun"].id] = "administrator"
    mine = stage.orderer.says(stage.group, "saya")
    stage.orderer.says(stage.group, "/peran kasubbag-perencanaan", reply_to=mine)
    await stage.sees(stage.group, "administrator grup yang lain")
    claim = await claims(stage, stage.orderer, "Kasubbag Perencanaan dan Keuangan", "Perencanaan")
    refused = await stage.orderer.taps(claim, "Setujui")
    assert "administrator grup yang lain" in refused.text
    await stage.cast["penyusun"].taps(claim, "Setujui")
    await stage.sees(stage.orderer.chat, "telah ditetapkan")


async def test_an_administrator_s_reply_seats_a_person(stage: Stage) -> None:
    stage.group.add_bot(stage.orderer)
    irban, other = stage.cast["irban-2"], stage.cast["irban-3"]
    hello = irban.says(stage.group, "hadir")
    other.says(stage.group, "/peran irban-2", reply_to=hello)
    await stage.sees(stage.group, "Hanya administrator grup")
    stage.orderer.says(stage.group, "/peran irban-9", reply_to=hello)
    assert "irban-4" in (await stage.sees(stage.group, "Kursi “irban-9” tidak ada")).text
    stage.orderer.says(stage.group, "/peran irban-2")
    await stage.sees(stage.group, "Kursi dan pemegangnya")
    stage.orderer.says(stage.group, "/peran irban-2", reply_to=hello)
    announced = await stage.sees(stage.group, "ditetapkan sebagai Irban II")
    assert irban.name in announced.text
    called = await stage.sees(stage.group, "menunggu di chat pribadi")
    await irban.taps(called, "Buka chat pribadi")
    await stage.sees(irban.chat, "Kursi Irban II")


async def test_an_anonymous_administrator_is_asked_to_repeat_as_himself(stage: Stage) -> None:
    stage.group.add_bot(stage.orderer)
    stage.orderer.says(stage.group, "/peran", anonymous=True)
    await stage.sees(stage.group, "nonaktifkan mode anonim")
    assert not stage.group.find("Kursi dan pemegangnya")


async def test_who_never_opened_the_private_chat_is_called_once_and_gets_what_waited(
    play: Play,
) -> None:
    async with seated(play, silent=["irban-3"]) as scene:
        await request(scene)
        irban = scene.who("irban-3")
        called = await scene.stage.sees(scene.group, "menunggu di chat pribadi")
        assert irban.name in called.text
        assert said(scene.group, "menunggu di chat pribadi") == 1
        assert not irban.chat.from_bot
        await irban.taps(called, "Buka chat pribadi")
        waited = await scene.sees("irban-3", "Mohon menyampaikan data kinerja Triwulan III 2026")
        assert waited.file is not None
        assert "Irban III" in waited.file.name


async def test_who_blocks_the_bot_is_called_and_gets_what_waited_on_his_return(play: Play) -> None:
    async with seated(play) as scene:
        scene.who("irban-3").block()
        await request(scene)
        irban = scene.who("irban-3")
        called = await scene.stage.sees(scene.group, "menunggu di chat pribadi")
        assert irban.name in called.text
        irban.start()
        waited = await scene.sees("irban-3", "Mohon menyampaikan data kinerja")
        assert waited.file is not None


async def test_an_empty_seat_filled_later_gets_its_open_duty_once(play: Play) -> None:
    async with seated(play, empty=["irban-4"]) as scene:
        asked = await request(scene)
        assert "Irban IV (kursi kosong)" in asked.text
        irban = scene.who("irban-4")
        hello = irban.says(scene.group, "hadir")
        irban.start()
        scene.stage.orderer.says(scene.group, "/peran irban-4", reply_to=hello)
        waited = await scene.sees("irban-4", "Mohon menyampaikan data kinerja")
        assert waited.file is not None
        await scene.until(lambda: "(kursi kosong)" not in asked.text)
        await idle(scene, irban)
        assert said(irban.chat, "Mohon menyampaikan data kinerja") == 1


async def test_the_group_becomes_a_supergroup_and_the_run_goes_on(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        stage.group = scene.group.migrate()
        irban.says(stage.group, "/status")
        await stage.sees(stage.group, "Papan Mekanisme")
        await stage.tap(irban, "Nihil LHP")
        await stage.telegram.until(lambda: stage.group.pinned)
        asked = await stage.button(stage.group, "Buka chat pribadi", "Permintaan data kinerja")
        assert "Batas penyerahan" in asked.text


async def test_a_bot_that_was_removed_and_added_again_goes_on_with_the_run(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, group = scene.stage, scene.group
        group.remove_bot(stage.orderer)
        await stage.tap(scene.who("irban-1"), "Nihil LHP")
        await scene.sees("irban-1", "LHP (nihil)")
        group.add_bot(stage.orderer)
        group.promote_bot(stage.orderer)
        stage.orderer.says(group, "/status")
        board = await stage.sees(group, "Papan Mekanisme")
        assert board
        await stage.tap(scene.who("irban-1"), "Nihil LHE")
        await scene.until(lambda: any("kurang TLHP, DATA" in m.text for m in group.pinned))


@pytest.mark.parametrize("words", ["/start", "/start buka_x", "/start peran_tidakada"])
async def test_a_stranger_s_start_tells_how_to_take_a_seat(stage: Stage, words: str) -> None:
    stranger = stage.telegram.person("Orang Lain")
    stranger.start(words.partition(" ")[2])
    await stage.sees(stranger.chat, "mengetik /peran di grup kantor")

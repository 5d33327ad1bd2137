"""Other hands than the holder's: staff, a Plh. over a limit, a seat handed over in mid-run."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.steps import approve_recap
from bot.rehearsal.telegram import Message, Person
from bot.rehearsal.theatre import Play, bot_on
from bot.rules.acts import Act, button_data
from tests.invariants.staging import drained, rows, stopped_at_request
from tests.stories.acting import Scene, collected, hand_in_all, idle, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow

IRBAN = "irban-2"


def newcomer(scene: Scene, name: str, *, opened: bool = True) -> Person:
    """Somebody of the group who holds no seat."""
    person = scene.stage.telegram.person(name)
    scene.group.add(person, scene.stage.orderer)
    if opened:
        person.start()
    return person


def replies(scene: Scene, by: Person, words: str, to: Person) -> Message:
    return by.says(scene.group, words, reply_to=to.says(scene.group, "hadir"))


def facts(play: Play, verb: str) -> list[dict[str, object]]:
    found = rows(play, f"SELECT detail FROM facts WHERE verb = '{verb}' ORDER BY id")  # noqa: S608
    return [json.loads(row[0]) for row in found]


async def test_staff_hand_in_for_the_seat_and_decide_nothing(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who(IRBAN)
        asked = await request(scene)
        staff = newcomer(scene, "Operator Rina")
        staff.sends(staff.chat, letter("LHP"))
        await stage.sees(staff.chat, "Belum ada kantor yang terhubung")
        replies(scene, irban, f"/staf {IRBAN}", staff)
        await stage.sees(scene.group, "dicatat sebagai staf Irban II")
        staff.sends(scene.group, [letter("LHP"), letter("LHE")], reply_to=asked, album=True)
        receipt = await stage.sees(staff.chat, "Diterima: LHP, LHE.")
        assert not any(b.startswith("Nihil") for b in receipt.buttons)
        held = await scene.sees(IRBAN, "Diterima: LHP, LHE.")
        assert "Dikirim staf a.n. pemegang kursi: LHP, LHE." in held.text
        assert "Nihil TLHP" in held.buttons
        staff.sends(staff.chat, letter("TLHP"))
        await scene.until(lambda: "Diterima: LHP, LHE, TLHP." in held.text)
        assert said(irban.chat, "Diterima: ") == 1
        refused = await staff.presses(receipt, button_data(Act.DECLARE_NIHIL, 1, IRBAN, "DATA"))
        assert "Tindakan ini milik Irban II (Pegawai Irban II). Staf" in refused.text
        staff.says(staff.chat, "/kendala listrik padam")
        await stage.sees(staff.chat, "Staf menyerahkan berkas")
        staff.says(staff.chat, "/tugas")
        tasks = await stage.sees(staff.chat, "Tugas yang terbuka")
        assert "Irban II: menyerahkan berkas" in tasks.text
        assert tasks.buttons == ["Isi lewat chat"]
        assert (await staff.taps(tasks, "Isi lewat chat")).text == ""
        await stage.sees(staff.chat, "Realisasi? Mohon dijawab")
        staff.sends(staff.chat, await filled_workbook(stage, IRBAN))
        await stage.sees(staff.chat, "Berkas lengkap")
        told = facts(play, "berkas diterima")
        assert {d["sebagai"] for d in told} == {"staf"}
        assert {(d["oleh"], d["atas nama"]) for d in told} == {
            ("Operator Rina", "Pegawai Irban II")
        }
        replies(scene, irban, f"/staf {IRBAN} hapus", staff)
        await stage.sees(scene.group, "tidak lagi tercatat sebagai staf")
        await stage.sees(staff.chat, "lewat chat berakhir: kursi telah berpindah")
        staff.says(staff.chat, "/tugas")
        await scene.until(lambda: said(staff.chat, "Belum ada kantor") == 2)


async def test_a_plh_acts_over_the_limit_and_the_seat_comes_back_by_itself(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who(IRBAN)
        asked = await request(scene)
        sari = newcomer(scene, "Sari")
        card = await stage.button(irban.chat, "Nihil LHP")
        nihil = card.button("Nihil LHP")
        assert nihil is not None
        replies(scene, stage.orderer, f"/plh {IRBAN} 23/11/2026 - 24/11/2026", sari)
        await stage.sees(scene.group, "ditetapkan sebagai Plh. Irban II (Pegawai Irban II)")
        await stage.sees(sari.chat, "dijabat Bapak/Ibu sebagai Plh.")
        await scene.sees(IRBAN, "dijabat Plh. Sari")
        await scene.until(lambda: "kini dilaksanakan oleh Plh. Sari" in card.text)
        assert card.buttons == []
        own = await stage.button(sari.chat, "Nihil LHP", "Mohon menyampaikan data kinerja")
        assert own.file is not None
        await scene.until(lambda: "Plh. Irban II (Sari)" in asked.text)
        refused = await irban.presses(card, nihil["callback_data"])
        assert "sedang dijabat Plh. Sari sampai Selasa, 24 November 2026" in refused.text
        assert f"/plh {IRBAN} selesai" in refused.text
        irban.sends(irban.chat, letter("LHP"))
        told = await scene.sees(IRBAN, "Berkas LHP 1.pdf")
        assert "sedang dijabat Plh. Sari" in told.text
        await sari.taps(own, "Nihil LHE")
        sari.sends(sari.chat, letter("LHP"))
        await stage.sees(sari.chat, "Diterima: LHP, LHE (nihil).")
        stage.work_on(400)
        await stage.sees(sari.chat, "Mohon izin mengingatkan")
        assert not irban.chat.find("Mohon izin mengingatkan")
        sari.says(sari.chat, "/status")
        await stage.sees(sari.chat, "Plh. Irban II (Sari)")
        await stage.pass_time(900)  # Wednesday
        back = await scene.sees(IRBAN, "Masa Plh. Sari pada kursi Irban II")
        assert "telah berakhir" in back.text
        await stage.sees(sari.chat, "telah berakhir")
        await scene.until(lambda: "Nihil TLHP" in card.buttons)
        await scene.until(lambda: own.buttons == [])
        done = await sari.presses(own, button_data(Act.DECLARE_NIHIL, 1, IRBAN, "TLHP"))
        assert done.show_alert
        await irban.taps(card, "Nihil TLHP")
        [by_plh] = facts(play, "berkas diterima")
        assert (by_plh["sebagai"], by_plh["oleh"], by_plh["atas nama"]) == (
            "Plh.", "Sari", "Pegawai Irban II",
        )  # fmt: skip
        nihil_facts = facts(play, "nihil dinyatakan")
        assert [d.get("sebagai") for d in nihil_facts] == ["Plh.", None]


async def test_a_plh_of_the_orderer_orders_and_analyses_as_such(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer, seat = scene.stage, scene.stage.orderer, "kasubbag-perencanaan"
        sari = newcomer(scene, "Sari")
        replies(scene, orderer, f"/plh {seat} 23-11-2026 s.d. 27-11-2026", sari)
        await stage.sees(sari.chat, "dijabat Bapak/Ibu sebagai Plh.")
        orderer.says(orderer.chat, "/mulai")
        await scene.sees(seat, "sedang dijabat Plh. Sari sampai Jumat")
        stage.cast[seat] = sari
        await request(scene)
        await collected(scene)
        await approve_recap(stage)
        await stage.tap(sari, "Selesai")
        final = await stage.sees(sari.chat, "Rekap akhir")
        assert final.file is not None
        book = load_workbook(BytesIO(final.file.content))
        cells = [cell.value for row in book["Ringkasan"].iter_rows() for cell in row]
        assert "Plh. Kasubbag Perencanaan dan Keuangan" in cells
        assert facts(play, "analisis selesai")[0]["oleh"] == "Sari"


async def test_a_plh_begins_and_ends_though_the_bot_was_killed_between(play: Play) -> None:
    async with stopped_at_request(play) as stage:
        sari = stage.telegram.person("Sari")
        stage.group.add(sari, stage.orderer)
        irban = stage.cast[IRBAN]
        async with bot_on(stage, play):
            sari.start()
            hello = sari.says(stage.group, "hadir")
            irban.says(stage.group, f"/plh {IRBAN} 24-11-2026 sampai 24-11-2026", reply_to=hello)
            await stage.sees(stage.group, "ditetapkan sebagai Plh.")
            await drained(stage, play)
        stage.work_on(450)  # Tuesday
        for _ in range(2):
            async with bot_on(stage, play):
                await stage.sees(sari.chat, "dijabat Bapak/Ibu sebagai Plh.")
                await stage.button(sari.chat, "Nihil LHP")
                await drained(stage, play)
        stage.work_on(450)  # Wednesday
        for _ in range(2):
            async with bot_on(stage, play):
                await stage.sees(irban.chat, "telah berakhir")
                await drained(stage, play)
        assert said(sari.chat, "sebagai Plh., ") == 1
        assert said(irban.chat, "telah berakhir") == 1


async def test_a_seat_is_handed_over_in_mid_run_and_history_keeps_the_old_name(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage, irban, orderer = scene.stage, scene.who(IRBAN), scene.stage.orderer
        await request(scene)
        card = await stage.button(irban.chat, "Nihil LHP")
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees(IRBAN, "Diterima: LHP.")
        heir = newcomer(scene, "Sari")
        replies(scene, irban, f"/serah {IRBAN}", heir)
        claim = await stage.sees(scene.group, "menyerahkan kursi Irban II kepada Sari")
        assert (await heir.taps(claim, "Setujui")).show_alert
        await orderer.taps(claim, "Setujui")
        await stage.sees(heir.chat, "Kursi Irban II")
        await scene.sees(IRBAN, "kini dipegang Sari")
        await scene.until(lambda: "kini dilaksanakan oleh Sari" in card.text)
        own = await stage.button(heir.chat, "Nihil LHE", "Mohon menyampaikan data kinerja")
        irban.says(irban.chat, "/tugas")
        await scene.sees(IRBAN, "Belum ada kantor yang terhubung")
        heir.sends(heir.chat, letter("TLHP"))
        await stage.sees(heir.chat, "Diterima: LHP, TLHP.")
        await heir.taps(own, "Nihil LHE")
        evlap = scene.who("kasubbag-evlap")
        review = await stage.button(evlap.chat, "Kembalikan", "LHP dari Irban II")
        await evlap.taps(review, "Kembalikan")
        await scene.sees("kasubbag-evlap", "Mohon menuliskan alasan")
        evlap.says(evlap.chat, "Belum ditandatangani")
        await stage.sees(heir.chat, "dikembalikan untuk perbaikan")
        [given] = facts(play, "kursi ditetapkan")
        assert (given["nama"], given["nama semula"]) == ("Sari", "Pegawai Irban II")
        senders = rows(play, "SELECT person FROM facts WHERE verb = 'berkas diterima' ORDER BY id")
        assert senders == [(irban.id,), (heir.id,)]


async def test_wrong_commands_about_people_are_refused_in_words(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban, orderer = scene.stage, scene.who(IRBAN), scene.stage.orderer
        sari, stranger = newcomer(scene, "Sari"), newcomer(scene, "Orang Lain")
        cases = (
            (orderer, f"/plh {IRBAN}", sari, "Mohon menuliskan tanggal pertama dan terakhir"),
            (orderer, f"/plh {IRBAN} 27-11-2026 - 23-11-2026", sari, "mendahului"),
            (orderer, f"/plh {IRBAN} 1-10-2026", sari, "telah lewat"),
            (orderer, f"/plh {IRBAN} 24-11-2026", irban, "telah dipegang"),
            (orderer, "/plh irban-9 24-11-2026", sari, "Kursi “irban-9” tidak ada"),
            (stranger, f"/plh {IRBAN} 24-11-2026", sari, "Hanya pemegang kursi Irban II"),
            (stranger, f"/staf {IRBAN}", sari, "Hanya pemegang kursi Irban II"),
            (stranger, f"/serah {IRBAN}", sari, "Hanya pemegang kursi Irban II"),
            (stranger, "/cuti 24-11-2026", irban, "Hanya administrator grup"),
            (orderer, f"/plh {IRBAN} selesai", sari, "tidak memiliki Plh. atau Plt."),
        )
        for by, words, to, answer in cases:
            before = said(scene.group, answer)
            replies(scene, by, words, to)
            await scene.until(lambda b=before, a=answer: said(scene.group, a) > b)  # type: ignore[misc]
        irban.says(scene.group, f"/plh {IRBAN} 24-11-2026")
        await stage.sees(scene.group, "Mohon membalas pesan pegawai yang dimaksud")
        irban.says(irban.chat, f"/staf {IRBAN}")
        await scene.sees(IRBAN, "Perintah /staf digunakan di grup kantor")
        assert rows(play, "SELECT COUNT(*) FROM substitutions") == [(0,)]


async def test_leave_is_named_in_the_pre_flight_and_a_plh_takes_it_off(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban, orderer = scene.stage, scene.who(IRBAN), scene.stage.orderer
        sari = newcomer(scene, "Sari")
        irban.says(irban.chat, "/cuti 24-11-2026 s.d. 26-11-2026")
        kept = await scene.sees(IRBAN, "Cuti Pegawai Irban II tercatat: Selasa, 24 November")
        assert "Cuti tanpa pengganti: Irban II" in kept.text
        orderer.says(orderer.chat, "/mulai")
        await stage.tap(orderer, "Triwulan III 2026")
        order = await stage.button(orderer.chat, "Perintahkan")
        assert "Cuti tanpa pengganti: Irban II (Selasa, 24 November 2026 s.d. Kamis" in order.text
        replies(scene, orderer, f"/plh {IRBAN} 24-11-2026 s.d. 27-11-2026", sari)
        await scene.until(lambda: "Cuti tanpa pengganti" not in order.text)
        irban.says(irban.chat, "/cuti batal")
        await scene.sees(IRBAN, "dibatalkan: Selasa, 24 November 2026 s.d. Kamis")
        listing = orderer.says(scene.group, f"/peran@{stage.telegram.bot.username}")
        assert listing
        seats = await stage.sees(scene.group, "Kursi dan pemegangnya")
        assert "Plh. Sari (Selasa, 24 November 2026 s.d. Jumat, 27 November 2026)" in seats.text


async def test_whoever_blocked_the_bot_is_called_in_the_group_and_told_how_to_mend_it(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who(IRBAN)
        await request(scene)
        for seat in ("irban-1", "irban-3", "irban-4"):
            await hand_in_all(scene, seat)
        irban.block()
        await idle(scene, stage.orderer)
        stage.work_on(361)
        late = await stage.sees(scene.group, "Pengingat data kinerja")
        assert "Irban II (Pegawai Irban II): kurang LHP" in late.text
        assert "Buka blokir atau Mulai ulang" in late.text
        assert late.buttons == ["Buka chat pribadi"]
        assert not irban.chat.find("Mohon izin mengingatkan")

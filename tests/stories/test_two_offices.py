"""One person with a seat in each of two offices: whose file it is, is never guessed."""

import pytest

from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Upload
from bot.rehearsal.theatre import Play, bot_on, telegram_for
from bot.rules.run import RunState
from tests.invariants.staging import rows
from tests.stories.acting import Scene, request, said, seated, seated_on, take_seats
from tests.stories.letters import letter

pytestmark = pytest.mark.slow


async def other_office(scene: Scene) -> None:
    """A second group with the same people and an open run of its own."""
    stage = scene.stage
    everybody = list(stage.cast.values())
    stage.group = stage.telegram.group("Kantor kedua", everybody, [stage.orderer])
    stage.group.add_bot(stage.orderer)
    await stage.sees(stage.group, "siap mendampingi")
    await take_seats(stage, scene.desk, stage.cast, set(), office=1)
    stage.orderer.says(stage.group, "/mulai")
    await stage.tap(stage.orderer, "Triwulan III 2026", stage.group)
    await stage.tap(stage.orderer, "Perintahkan", stage.group)
    for seat in ("penyusun", "kasubbag-evlap", "kasubbag-umum"):
        await stage.tap(stage.cast[seat], "Sampaikan", words="Mohon menyampaikan format")
    await stage.sees(stage.group, "Batas penyerahan")


async def test_a_private_file_is_asked_about_by_office_and_a_mark_or_a_reply_is_clear(
    play: Play,
) -> None:
    async with seated(play) as scene:
        irban, first = scene.who("irban-1"), scene.stage.group.title
        await request(scene)
        own = await filled_workbook(scene.stage, "irban-1")
        theirs = next(m for m in irban.chat.from_bot if m.file)
        await other_office(scene)
        irban.sends(irban.chat, letter("LHP"))
        question = await scene.sees("irban-1", "untuk periode yang mana")
        here, there = question.buttons
        assert here.startswith(f"Triwulan III 2026 — {first[:30]}")
        assert there == "Triwulan III 2026 — Kantor kedua"
        await irban.taps(question, there)
        await scene.until(lambda: "Tercatat" in question.text)
        irban.sends(irban.chat, letter("LHE"), reply_to=theirs)
        await scene.until(lambda: said(irban.chat, "Diterima: LHE.") == 1)
        irban.sends(irban.chat, own)
        await scene.until(lambda: said(irban.chat, "Diterima: LHE, DATA.") == 1)
        kept = "SELECT run_id, kind FROM documents ORDER BY id"
        assert rows(play, kept) == [(2, "LHP"), (1, "LHE"), (1, "DATA")]


async def test_a_private_command_is_asked_about_once_and_a_restart_forgets_no_question(
    play: Play,
) -> None:
    async with telegram_for(play) as stage:
        async with seated_on(stage, play) as scene:
            irban, first = scene.who("irban-1"), scene.group
            await request(scene)
            await other_office(scene)
            irban.says(irban.chat, "/tugas")
            question = await scene.sees("irban-1", "Perintah /tugas untuk kantor yang mana?")
            assert list(question.buttons) == [first.title, "Kantor kedua"]
        async with bot_on(stage, play):
            answer = await irban.taps(question, "Kantor kedua")
            assert answer.text == "Kantor: Kantor kedua"
            await stage.sees(irban.chat, "Tugas yang terbuka")
            first.remove_bot(stage.orderer)
            await stage.telegram.until(lambda: rows(play, "SELECT 1 FROM offices WHERE active = 0"))
            irban.says(irban.chat, "/tugas")
            await stage.telegram.until(lambda: said(irban.chat, "Tugas yang terbuka") == 2)
        assert said(irban.chat, "untuk kantor yang mana") == 1


async def asked_to_cancel(scene: Scene, asked: int) -> None:
    """A run opened in the stage's group, and the question why it should be cancelled."""
    stage, orderer = scene.stage, scene.stage.orderer
    orderer.says(stage.group, "/mulai")
    await stage.tap(orderer, "Triwulan III 2026", stage.group)
    await stage.button(stage.group, "Perintahkan")
    orderer.says(stage.group, "/batal")
    await scene.until(lambda: said(orderer.chat, "alasan pembatalan putaran") == asked)


async def test_a_reason_that_two_offices_wait_for_is_asked_about_and_a_restart_keeps_it(
    play: Play,
) -> None:
    runs = "SELECT office_id, state, reason FROM runs ORDER BY office_id"
    async with telegram_for(play) as stage:
        async with seated_on(stage, play) as scene:
            orderer, first = stage.orderer, stage.group
            await asked_to_cancel(scene, 1)
            stage.group = stage.telegram.group("Kantor kedua", [orderer], [orderer])
            stage.group.add_bot(orderer)
            await stage.sees(stage.group, "siap mendampingi")
            await take_seats(stage, scene.desk, {"kasubbag-perencanaan": orderer}, set(), office=1)
            await asked_to_cancel(scene, 2)
            orderer.says(orderer.chat, "Salah periode")
            question = await stage.sees(orderer.chat, "untuk putaran yang mana")
            label = f"{first.title} — Triwulan III 2026"
            assert set(question.buttons) == {label, "Kantor kedua — Triwulan III 2026"}
            before = rows(play, runs)
            assert [state for _, state, _ in before] == [RunState.OPEN, RunState.OPEN]
        async with bot_on(stage, play):
            await orderer.taps(question, label)
            await stage.sees(orderer.chat, "dibatalkan. Alasan: Salah periode")
            await stage.telegram.until(lambda: not question.buttons)
            assert rows(play, runs) == [(1, RunState.CANCELLED, "Salah periode"), before[1]]


async def test_a_private_file_that_is_refused_stays_on_the_office_s_record(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, Upload("kosong.pdf", b""))
        await scene.sees("irban-1", "berkas kosong")
        refused = "SELECT office_id, person FROM facts WHERE verb = 'berkas ditolak'"
        assert rows(play, refused) == [(1, irban.id)]

"""A workbook filled in by answering questions in the private chat."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.papers.read_filled import read_filled
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Person
from bot.rehearsal.theatre import Play, bot_on
from bot.rules.acts import Act, button_data
from bot.rules.forms import FilledForm
from tests.invariants.staging import drained, rows, stopped_at_request
from tests.stories.acting import hand_in_all, idle, request, seated

pytestmark = pytest.mark.slow

FIRST = "Realisasi? Mohon dijawab dengan angka"
MONEY = "Realisasi Rp?"
FACTORS = "Faktor pendorong dan penghambat?"
PLAN = "Rencana tindak lanjut?"
OVER = "Ringkasan isian"


async def begins(stage: Stage, person: Person) -> None:
    await stage.tap(person, "Isi lewat chat", words="Mohon menyampaikan data kinerja")


async def asked(stage: Stage, person: Person, *words: str) -> Message:
    """The question that stands now, once all these words stand in it."""
    return await stage.telegram.until(
        lambda: next(
            (
                m
                for m in reversed(person.chat.from_bot)
                if m.buttons and all(word in m.text for word in words)
            ),
            None,
        ),
        seconds=stage.patience,
    )


async def says(stage: Stage, person: Person, answer: str, *words: str) -> None:
    await asked(stage, person, *words)
    person.says(person.chat, answer)


async def taps(stage: Stage, person: Person, label: str, *words: str) -> str:
    answer = await person.taps(await asked(stage, person, *words), label)
    return answer.text


async def figures_of_irban_1(stage: Stage, person: Person) -> None:
    await says(stage, person, "41,46%", "1. Desa berstatus Maju", FIRST)
    await says(stage, person, "Rp 280.000.000", "1. Desa berstatus Maju", MONEY)
    await taps(stage, person, "Belum ada", "2. Jumlah desa Mandiri", FIRST)
    await says(stage, person, "4,88", "3. Desa berstatus Tertinggal", FIRST)


async def taken(stage: Stage, collector: str) -> FilledForm:
    """The form in the newest workbook that stands before its collector."""
    chat = stage.cast[collector].chat
    message = await stage.button(chat, "Terima", "DATA dari Irban I")
    assert message.file is not None
    form = read_filled(message.file.content)
    assert isinstance(form, FilledForm), form
    return form


async def test_the_answers_survive_restarts_and_count_like_a_workbook_that_was_sent(
    play: Play, database_url: str
) -> None:
    play = replace(play, database_url=database_url)
    async with stopped_at_request(play) as stage:
        irban = stage.cast["irban-1"]
        async with bot_on(stage, play):
            await begins(stage, irban)
            question = await asked(stage, irban, "Irban I", "(1 dari 10)", FIRST)
            assert "Target Triwulan III 2026: 42,68 %" in question.text
            assert "Belum ada realisasi periode sebelumnya" in question.text
            await figures_of_irban_1(stage, irban)
            await asked(stage, irban, "1. Desa berstatus Maju", FACTORS)
            assert "Realisasi: 41,46 %. Tercatat." in question.text
            await drained(stage, play)
        irban.says(irban.chat, "Pendampingan rutin\nCuaca")  # while the bot is away
        async with bot_on(stage, play):
            await asked(stage, irban, "1. Desa berstatus Maju", PLAN)
            await drained(stage, play)
        async with bot_on(stage, play):
            await says(stage, irban, "Klinik desa tiap bulan", "1. Desa berstatus Maju", PLAN)
            await taps(stage, irban, "Lihat ringkasan", "2. Jumlah desa Mandiri", FACTORS)
            over = await asked(stage, irban, OVER)
            assert "1. Desa berstatus Maju dan Mandiri: 41,46 %; Rp280.000.000" in over.text
            assert "pendorong: Pendampingan rutin; penghambat: Cuaca" in over.text
            assert "2. Jumlah desa Mandiri: belum ada data" in over.text
            assert "Dilewati: Faktor indikator 2 dan 3" in over.text
            assert "buku kerja" in over.text
            await irban.taps(over, "Ubah 3")
            await says(stage, irban, "3,5", "3. Desa berstatus Tertinggal", "Tercatat: 4,88 %")
            await taps(stage, irban, "Lihat ringkasan", "3. Desa berstatus", FACTORS)
            await taps(stage, irban, "Kirim", OVER, "Tertinggal: 3,5 %")
            await stage.sees(irban.chat, "Diterima: DATA")
            await stage.sees(irban.chat, "telah dikirim sebagai berkas Data Kinerja")
            form = await taken(stage, "kasubbag-umum")
    first, second, third = form.figures
    assert (first.actual, first.spent) == (Decimal("41.46"), Decimal(280_000_000))
    assert (first.factors, first.obstacles) == ("Pendampingan rutin", "Cuaca")
    assert first.follow_up == "Klinik desa tiap bulan"
    assert (second.actual, third.actual) == (None, Decimal("3.5"))
    assert (form.mark.seat, form.mark.run) == ("irban-1", 1)


async def test_a_wrong_answer_is_refused_and_the_question_stays(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        await begins(stage, irban)
        await says(stage, irban, "hampir semua", "1. Desa", FIRST)
        await stage.sees(irban.chat, "“hampir semua” belum dapat dibaca sebagai angka")
        irban.says(irban.chat, "41,46")
        await says(stage, irban, "-5", "1. Desa", MONEY)
        await stage.sees(irban.chat, "tidak dapat kurang dari nol")
        money = await asked(stage, irban, "1. Desa", MONEY)
        await taps(stage, irban, "Lewati", "1. Desa", MONEY)
        late = await irban.presses(money, button_data(Act.ANSWER_FILLING, 1, "belum", "u1"))
        assert "pesan yang terbaru" in late.text
        await taps(stage, irban, "Lihat ringkasan", "2. Jumlah", FIRST)
        over = await asked(stage, irban, OVER)
        assert "Dilewati: Realisasi indikator 2 dan 3; Realisasi Rp indikator 1" in over.text
        assert not any(b.startswith("Kirim") for b in over.buttons)
        await irban.taps(over, "Isi yang dilewati")
        await says(stage, irban, "5", "1. Desa", MONEY)
        await taps(stage, irban, "Kembali", "2. Jumlah", FIRST)
        await asked(stage, irban, OVER)


async def test_what_waits_is_each_person_s_own(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, one, two = scene.stage, scene.who("irban-1"), scene.who("irban-2")
        await begins(stage, one)
        await begins(stage, two)
        question = await asked(stage, one, "1. Desa", FIRST)
        await says(stage, two, "77", "4. BUM Desa aktif", FIRST)
        own = await asked(stage, two, "4. BUM Desa aktif", MONEY)
        assert (await asked(stage, one, FIRST)) is question
        answer = await two.presses(own, button_data(Act.ANSWER_FILLING, 1, "belum", "r1"))
        assert one.name in answer.text
        answer = await two.presses(own, button_data(Act.DROP_FILLING, 1))
        assert one.name in answer.text
        answer = await two.presses(own, button_data(Act.FILL_IN, 1, "irban-1"))
        assert one.name in answer.text
        assert [r[0] for r in rows(play, "SELECT question FROM fillings ORDER BY id")] == [
            "r1",
            "u4",
        ]


async def test_it_goes_on_where_it_stopped_and_can_be_dropped(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        await begins(stage, irban)
        await says(stage, irban, "41", "1. Desa", FIRST)
        await asked(stage, irban, "1. Desa", MONEY)
        irban.says(irban.chat, "/tugas")
        await stage.tap(irban, "Isi lewat chat", words="Tugas yang terbuka")
        await stage.sees(irban.chat, "Pengisian dilanjutkan pada pesan di bawah")
        await taps(stage, irban, "Lihat ringkasan", "1. Desa", MONEY)
        await taps(stage, irban, "Urungkan", OVER, "41 %")
        await stage.sees(irban.chat, "diurungkan")
        irban.says(irban.chat, "42")
        await stage.sees(irban.chat, "tidak menjawab pertanyaan sistem")
        await begins(stage, irban)
        assert "Tercatat: 41" not in (await asked(stage, irban, "1. Desa", FIRST)).text


async def test_in_the_group_nothing_is_filled_in(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        irban.says(stage.group, "/tugas")
        told = await stage.sees(stage.group, "Tugas yang terbuka")
        assert "Nihil LHP" in told.buttons
        assert not any("lewat chat" in label for label in told.buttons)


async def test_a_correction_begins_with_what_stands_and_keeps_the_registers(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        await hand_in_all(scene, "irban-1")
        before = await taken(stage, "kasubbag-umum")
        await idle(scene, irban)
        irban.says(irban.chat, "/tugas")
        umum = scene.who("kasubbag-umum")
        await stage.tap(umum, "Kembalikan", words="DATA dari Irban I")
        await scene.sees("kasubbag-umum", "pengembalian berkas")
        umum.says(umum.chat, "Indikator 2 mohon diperiksa")
        await scene.sees("irban-1", "Indikator 2 mohon diperiksa")
        irban.says(irban.chat, "/tugas")
        await stage.tap(irban, "Isi lewat chat", words="Tugas yang terbuka")
        over = await asked(stage, irban, OVER)
        await irban.taps(over, "Ubah 2")
        await says(stage, irban, "4", "2. Jumlah desa Mandiri", FIRST)
        await taps(stage, irban, "Lihat ringkasan", "2. Jumlah", FACTORS)
        await taps(stage, irban, "Kirim", OVER, "Mandiri: 4 desa")
        await stage.button(umum.chat, "Terima", "DATA dari Irban I (versi 2)")
        after = await taken(stage, "kasubbag-umum")
        assert after.figures[1].actual == 4
        assert after.figures[0] == before.figures[0]
        assert (after.lhp, after.lhe, after.tlhp) == (before.lhp, before.lhe, before.tlhp)
        assert before.lhp
        await stage.tap(irban, "Perbaiki lewat chat", words="telah dikirim sebagai berkas")
        await stage.button(irban.chat, "Kirim", OVER)
        assert "telah diterima sebelumnya" in await taps(stage, irban, "Kirim", OVER)


async def test_two_taps_on_send_hand_in_once(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        await begins(stage, irban)
        await figures_of_irban_1(stage, irban)
        await taps(stage, irban, "Lihat ringkasan", FACTORS)
        over = await asked(stage, irban, OVER)
        first, second = irban.taps(over, "Kirim"), irban.taps(over, "Kirim")
        answers = [(await first).text, (await second).text]
        assert sorted("Tercatat" in text for text in answers) == [False, True]
        await idle(scene, irban)
        assert rows(play, "SELECT count(*) FROM documents")[0][0] == 1
        assert rows(play, "SELECT state FROM fillings") == [("dikirim",)]


async def test_it_ends_with_a_word_when_the_seat_or_the_run_goes(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, one, two = scene.stage, scene.who("irban-1"), scene.who("irban-2")
        await begins(stage, one)
        await begins(stage, two)
        await asked(stage, one, FIRST)
        await asked(stage, two, FIRST)
        stage.orderer.says(stage.group, "/peran irban-1", reply_to=two.says(stage.group, "Saya"))
        await stage.sees(one.chat, "lewat chat berakhir: kursi telah berpindah")
        stage.orderer.says(stage.orderer.chat, "/batal salah periode")
        await stage.sees(two.chat, "lewat chat berakhir: putaran dibatalkan")
        two.says(two.chat, "77")
        await stage.sees(two.chat, "tidak menjawab pertanyaan sistem")
        assert rows(play, "SELECT DISTINCT state FROM fillings") == [("berakhir",)]

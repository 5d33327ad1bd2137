"""One triwulan after another in the same office: what the second one knows of the first."""

from datetime import UTC, date, datetime

import pytest

from bot.papers.samples import Registers, fill_workbook
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Message, Upload
from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, nihil_all, request, seated
from tests.stories.letters import letter
from tests.stories.recaps import closed, opened, sees_both, to_the_recap, words_of
from tests.stories.test_filling import FACTORS, FIRST, MONEY, OVER, asked, says, taps

pytestmark = pytest.mark.slow

BEFORE, NOW = "Triwulan III 2026", "Triwulan IV 2026"
JANUARY = datetime(2027, 1, 11, 0, 0, tzinfo=UTC)  # a Monday, 08.00 WITA
LETTER = letter("LHP", 7, "LHP pengelolaan.pdf")
FOLLOWED_UP = {
    "number": "700/05/LHP/2025", "dated": date(2025, 11, 21), "auditor": "Inspektorat Provinsi",
    "finding": "Bukti belum lengkap", "finding_value": 7_250_000, "recommendation": "Melengkapi",
    "recommendation_value": 9_000_000, "deposited": 5_000_000, "status": "belum sesuai",
}  # fmt: skip


async def first_triwulan(scene: Scene) -> None:
    """The example figures, with one letter, to the end."""
    await request(scene, BEFORE)
    irban = scene.who("irban-1")
    irban.sends(irban.chat, LETTER)
    books = {}
    for seat in scene.stage.sop.suppliers:
        first = seat.key == "irban-1"
        await nihil_all(scene, seat.key, ("LHE", "TLHP") if first else ("LHP", "LHE", "TLHP"))
        books[seat.key] = await filled_workbook(scene.stage, seat.key)
    await to_the_recap(scene, books, BEFORE)
    await closed(scene, BEFORE)
    await scene.stage.idle()


async def begin_second(scene: Scene) -> None:
    scene.stage.clock.move_to(JANUARY)
    await request(scene, NOW)
    for seat in scene.stage.sop.suppliers:
        await nihil_all(scene, seat.key)


async def workbook_knows_the_first(scene: Scene) -> None:
    """The targets are carried over; the last values are noted where the new ones are asked."""
    sent = await scene.sees("irban-1", f"Mohon menyampaikan data kinerja {NOW}")
    sheet = opened(sent)["Data Kinerja"]
    assert [sheet[f"H{row}"].value for row in (6, 7, 8)] == [42.68, 5, 4.88]
    assert sheet["I6"].value is None
    assert sheet["I6"].comment.text == f"Realisasi terakhir ({BEFORE}): 41,46 %."
    assert sheet["N6"].comment.text == f"Realisasi terakhir ({BEFORE}): Rp254.200.000."


async def fill_in_chat(scene: Scene) -> Message:
    """Less than was reached before, and far more; what the bot says of it."""
    stage, irban = scene.stage, scene.who("irban-1")
    await stage.tap(irban, "Isi lewat chat", words=NOW)
    question = await asked(stage, irban, "1. Desa berstatus Maju", FIRST)
    assert f"Realisasi terakhir ({BEFORE}): 41,46 %." in question.text
    await says(stage, irban, "40", "1. Desa berstatus Maju", FIRST)
    money = await asked(stage, irban, "1. Desa berstatus Maju", MONEY)
    assert f"Realisasi terakhir ({BEFORE}): Rp254.200.000." in money.text
    await says(stage, irban, "240.000.000", "1. Desa berstatus Maju", MONEY)
    await says(stage, irban, "12", "2. Jumlah desa Mandiri", FIRST)
    await says(stage, irban, "6,1", "3. Desa berstatus Tertinggal", FIRST)
    await taps(stage, irban, "Lihat ringkasan", FACTORS)
    await taps(stage, irban, "Kirim", OVER)
    return await sees_both(scene, "irban-1", NOW, "Yang perlu diperhatikan")


async def irban_1_explains(scene: Scene) -> None:
    """By a reply; the collector is shown it."""
    irban, told = scene.who("irban-1"), await fill_in_chat(scene)
    for words in (
        f"Data Kinerja I6: indikator 1: realisasi 40, lebih rendah daripada {BEFORE} (41,46)",
        f"indikator 1: realisasi Rp240.000.000, lebih rendah daripada {BEFORE} (Rp254.200.000)",
        f"indikator 2: realisasi 12, sedangkan {BEFORE} 5 (naik 140%)",
        f"TLHP A6: LHP 700/12/LHP/2026 pada {BEFORE} belum selesai",
        "Rp8.500.000",  # what was still to be deposited
    ):
        assert words in told.text
    assert "indikator 3" not in told.text
    irban.says(irban.chat, "Satu desa turun status", reply_to=told)
    await sees_both(scene, "kasubbag-umum", NOW, "Penjelasan: Satu desa turun status")


async def irban_4_confirms(scene: Scene) -> None:
    """A register that does not follow from the last one."""
    irban = scene.who("irban-4")
    sent = await scene.sees("irban-4", f"Mohon menyampaikan data kinerja {NOW}")
    assert sent.file is not None
    filled = fill_workbook(sent.file.content, registers=Registers(tlhp=(FOLLOWED_UP,)))
    irban.sends(irban.chat, Upload(sent.file.name, filled))
    told = await sees_both(scene, "irban-4", NOW, "Yang perlu diperhatikan")
    lhp = "LHP 700/05/LHP/2025"
    assert f"TLHP G6: {lhp}: nilai rekomendasi Rp9.000.000, sedangkan {BEFORE} Rp7.250.000" in (
        told.text
    )
    assert f"TLHP I6: {lhp}: disetor Rp5.000.000, lebih rendah daripada {BEFORE} (Rp7.250.000)" in (
        told.text
    )
    await irban.taps(told, "Benar")
    await sees_both(scene, "irban-4", NOW, "Telah dibenarkan oleh pengirim.")


async def finds_the_first_letter(scene: Scene) -> None:
    irban = scene.who("irban-1")
    irban.says(irban.chat, "/berkas TW3 2026 pengelolaan")
    page = await scene.sees("irban-1", "“TW3 2026 pengelolaan”")
    await irban.taps(page, "1. LHP")
    again = await scene.sees("irban-1", f"LHP pengelolaan.pdf, data kinerja {BEFORE}")
    assert again.file is not None
    assert again.file.content == LETTER.content


async def second_recap(scene: Scene) -> Message:
    """The workbooks of the other two as before; nothing stands out in them."""
    others = ("irban-2", "irban-3")
    books = {seat: await filled_workbook(scene.stage, seat) for seat in others}
    await to_the_recap(scene, books, NOW)
    for seat in others:
        assert not scene.who(seat).chat.find("Yang perlu diperhatikan")
    return await closed(scene, NOW)


async def test_the_second_triwulan_is_held_against_the_first(play: Play) -> None:
    async with seated(play) as scene:
        await first_triwulan(scene)
        await begin_second(scene)
        await workbook_knows_the_first(scene)
        await irban_1_explains(scene)
        await irban_4_confirms(scene)
        await finds_the_first_letter(scene)
        recap = opened(await second_recap(scene))
    told, drawn = words_of(recap["Analisis"]), words_of(recap["Grafik"])
    assert f"Maju dan Mandiri | % | {BEFORE} | 41.46 | 40.0 | -1.46 | menurun | Irban I" in told
    assert f"Jumlah desa Mandiri | desa | {BEFORE} | 5 | 12.0 | 7.0 | membaik | Irban I" in told
    assert f"lebih rendah daripada {BEFORE} (41,46) | Satu desa turun status | 11/01/2027" in told
    assert f"sedangkan {BEFORE} Rp7.250.000 | dibenarkan tanpa penjelasan | 11/01/2027" in told
    assert "belum dikonfirmasi" not in told
    assert "TW III 2026 | 84.275" in drawn
    assert "TW IV 2026 | 101.347" in drawn

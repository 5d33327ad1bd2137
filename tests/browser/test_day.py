"""A whole office day in the browser, by clicking and dropping files as five people."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.papers.hostile import cut_off
from bot.papers.samples import fill_workbook
from bot.rehearsal.telegram import Upload
from tests.browser.conftest import opened
from tests.browser.sitting import Album, Desk
from tests.stories.letters import letter

pytestmark = pytest.mark.slow

KASUBBAG, PENYUSUN, EVLAP = "Pegawai Perencanaan", "Pegawai Penyusun", "Pegawai Evlap"
UMUM, IRBAN = "Pegawai Umum", "Pegawai Irban"
SEATS = {
    KASUBBAG: "Perencanaan",
    PENYUSUN: "Penyusun",
    EVLAP: "Evlap",
    UMUM: "Umum",
    IRBAN: "Irban",
}


async def test_five_people_carry_the_day_from_an_empty_group_to_the_recap(
    browser: Browser, tmp_path: Path, small_sop: Path, album: Album
) -> None:
    async with opened(browser, tmp_path / "ruang", small_sop) as desk:
        await album.takes(desk.page, "1-mulai")
        await group_is_set_up(desk)
        await album.takes(desk.page, "2-kursi")
        await run_is_ordered(desk)
        await album.takes(desk.page, "3-permintaan")
        await irban_hands_in(desk)
        await album.takes(desk.page, "4-berkas")
        await evlap_returns_one(desk)
        await album.takes(desk.page, "5-dikembalikan")
        await files_are_collected(desk)
        await recap_is_posted(desk)
        await album.takes(desk.page, "6-rekap")


async def group_is_set_up(desk: Desk) -> None:
    await desk.is_(KASUBBAG)
    await desk.in_group()
    await desk.presses("Tambahkan sistem ke grup")
    await desk.presses("Jadikan sistem administrator")
    await desk.sees("siap mendampingi")
    await desk.writes("/peran")
    for name, seat in SEATS.items():
        await desk.is_(name)
        await desk.in_group()
        await desk.taps("Pilih kursi saya")
        await desk.sees("Mohon pilih kursi yang dijabat")
        await desk.taps(seat)
        await desk.sees("telah diteruskan ke grup")
        await desk.is_(KASUBBAG)
        await desk.in_group()
        await desk.taps("Setujui", f"{name} mengajukan diri")
        await desk.sees(f"Pengajuan {name} sebagai")


async def run_is_ordered(desk: Desk) -> None:
    await desk.is_(KASUBBAG)
    await desk.in_private()
    await desk.writes("/mulai")
    await desk.taps("Triwulan III 2026")
    await desk.sees("Pemeriksaan sebelum perintah")
    await desk.taps("Perintahkan")
    await desk.sees("Perintah permintaan data kinerja Triwulan III 2026")
    for name in (PENYUSUN, EVLAP, UMUM):
        await desk.is_(name)
        await desk.taps("Sampaikan")
        await desk.sees("Telah dilaksanakan")
    await desk.in_group()
    await desk.sees("Permintaan data kinerja Triwulan III 2026")
    await expect(desk.page.locator("#pinned")).to_contain_text("Papan")


async def irban_hands_in(desk: Desk) -> None:
    """A refusal first; then two letters as an album in the group, the rest privately."""
    await desk.is_(IRBAN)
    await desk.in_private()
    filled = fill_workbook(await desk.takes_file("Data Kinerja TW III 2026"))
    await desk.drops(Upload("Data.xlsx", cut_off(filled)))
    await desk.sees("berkas rusak")
    await desk.in_group()
    await desk.replies_to("Permintaan data kinerja Triwulan III 2026")
    await desk.drops(letter("LHP"), letter("LHE"))
    await expect(desk.page.locator("#log .message .reactions")).to_have_count(2)
    await desk.in_private()
    await desk.sees("Diterima: LHP, LHE")  # no edit moves the buttons any more
    await desk.taps("Nihil TLHP")
    await desk.drops(Upload("Data.xlsx", filled))
    await desk.sees("Berkas lengkap")


async def evlap_returns_one(desk: Desk) -> None:
    """The bot's question opens its reply by itself; the mended file answers the notice."""
    await desk.is_(EVLAP)
    await desk.in_private()
    await desk.taps("Kembalikan", "LHE dari Inspektur Pembantu")
    await expect(desk.page.locator("#about")).to_contain_text("Membalas Himpun")
    await desk.writes("Mohon melengkapi halaman pengesahan")
    await desk.is_(IRBAN)
    await desk.replies_to("Mohon mengirim versi perbaikan")
    await desk.drops(letter("LHE", 2))
    await desk.is_(EVLAP)
    await desk.sees("LHE dari Inspektur Pembantu (versi 2)")


async def files_are_collected(desk: Desk) -> None:
    for name, shown in ((EVLAP, "(versi 2)"), (UMUM, "DATA dari")):
        await desk.is_(name)
        await desk.in_private()
        await desk.sees(shown)
        await desk.taps("Terima semua")
        await desk.sees("Semua berkas telah diterima dan disetujui")
        await desk.taps("Sampaikan ke Perencanaan")
        await desk.sees("Telah dilaksanakan")


async def recap_is_posted(desk: Desk) -> None:
    await desk.is_(PENYUSUN)
    await desk.in_private()
    await desk.taps("Setujui rekap")
    await desk.is_(KASUBBAG)
    await desk.taps("Selesai")
    await desk.sees("Rekap akhir data kinerja Triwulan III 2026")
    await desk.in_group()
    await desk.sees("Putaran selesai")
    await desk.page.get_by_role("button", name="Perbesar gambar").click()
    await expect(desk.page.locator("dialog img")).to_be_visible()
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.locator("#steps > li.done")).to_have_count(6)

"""The page itself: a killed bot, a phone, a reader who hears it, keys alone, the day by itself."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.rehearsal.telegram import Upload
from tests.browser.conftest import opened
from tests.browser.sitting import Album, Desk

pytestmark = pytest.mark.slow

KASUBBAG, IRBAN = "Pegawai Perencanaan", "Pegawai Irban II"
PHONE = {"width": 360, "height": 740}
WHOLE_DAY = 600_000  # milliseconds
# 1,440 pixels at 200 %
ENLARGED = {"width": 720, "height": 450}


async def begun(desk: Desk) -> None:
    """The bot is in the group and an Irban has opened his private chat."""
    await desk.is_(KASUBBAG)
    await desk.in_group()
    await desk.presses("Tambahkan sistem ke grup")
    await desk.presses("Jadikan sistem administrator")
    await desk.sees("siap mendampingi")
    await desk.is_(IRBAN)
    await desk.in_private()
    await desk.presses("Mulai")
    await desk.sees("Chat pribadi dengan sistem telah terbuka")


async def test_a_killed_bot_answers_after_its_restart_while_the_page_goes_on(
    browser: Browser, tmp_path: Path, album: Album
) -> None:
    async with opened(browser, tmp_path / "ruang") as desk:
        await begun(desk)
        note = desk.page.locator("#bot-note")
        await desk.presses("Matikan paksa")
        await expect(note).to_contain_text("Berhenti")
        await desk.writes("/bantuan")
        await desk.presses("+5 menit")
        await expect(desk.page.locator("#clock-text")).to_contain_text("07.35")
        await album.takes(desk.page, "7-sistem-berhenti")
        await desk.presses("Jalankan")
        await expect(note).to_contain_text("dijalankan 2 kali")
        await desk.sees("Petunjuk singkat")


async def test_a_name_made_of_markup_is_shown_as_the_text_it_is(
    browser: Browser, tmp_path: Path
) -> None:
    name = "<img src=x onerror=alert(1)>.pdf"
    async with opened(browser, tmp_path / "ruang") as desk:
        await begun(desk)
        await desk.drops(Upload(name, b"%PDF-"))
        await expect(desk.page.locator("#log .file-name")).to_contain_text(name)
        await desk.writes(f"<b>{name}</b>")
        await desk.sees(f"<b>{name}</b>")
        assert await desk.page.locator("#log img, #log b").count() == 0


async def test_on_a_phone_each_part_is_a_tab_and_nothing_is_cut_off(
    browser: Browser, tmp_path: Path, album: Album
) -> None:
    async with opened(browser, tmp_path / "ruang") as desk:
        await begun(desk)
        await desk.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        for tab, seen in {"Pegawai": "#people", "Percakapan": "#chat", "Jalannya": "#run"}.items():
            await desk.page.locator("#tabs").get_by_role("button", name=tab).click()
            await expect(desk.page.locator(seen)).to_be_visible()
            assert not await desk.too_wide()
            await album.takes(desk.page, f"9-ponsel-{tab.lower()}")
        await desk.page.locator("#tabs").get_by_role("button", name="Percakapan").click()
        await desk.writes("/bantuan")
        await desk.sees("Petunjuk singkat")
        assert not await desk.too_wide()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_serious_keeps_people_out(
    browser: Browser, tmp_path: Path, album: Album, axe: str, scheme: str
) -> None:
    """By axe-core: contrast, names, roles and more, in the main states of the page."""
    async with opened(browser, tmp_path / "ruang", color_scheme=scheme) as desk:
        found = await desk.serious_findings(axe)
        await begun(desk)
        found += await desk.serious_findings(axe)
        await desk.writes("/peran")
        await desk.in_group()
        await album.takes(desk.page, f"10-warna-{scheme}")
        await desk.presses("Contoh")
        found += await desk.serious_findings(axe)
        for size in (PHONE, ENLARGED):
            await desk.page.set_viewport_size(size)  # type: ignore[arg-type]
            found += await desk.serious_findings(axe)
            assert not await desk.too_wide()
        assert found == []


async def pressed_until(page: Page, key: str, selector: str, most: int = 60) -> None:
    """The key again and again, until what fits the selector has the focus."""
    for _ in range(most):
        await page.keyboard.press(key)
        if await page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{key} never came to {selector}")


async def test_by_keys_alone_one_opens_the_chat_and_is_answered(
    browser: Browser, tmp_path: Path
) -> None:
    async with opened(browser, tmp_path / "ruang") as desk:
        page = desk.page
        await expect(page.locator("#people-list .entry").first).to_be_visible()
        await pressed_until(page, "Tab", "#chats-list li:last-child .entry")
        await page.keyboard.press("Enter")
        await pressed_until(page, "Tab", "#start")
        await page.keyboard.press("Enter")
        await desk.sees("Chat pribadi dengan sistem telah terbuka")
        await expect(page.locator("#write")).to_be_focused()
        await page.keyboard.type("/bantuan")
        await page.keyboard.press("Escape")
        await page.keyboard.press("Enter")
        await desk.sees("Petunjuk singkat")


async def test_the_day_plays_itself_in_the_page_and_pauses_by_hand(
    browser: Browser, tmp_path: Path, album: Album
) -> None:
    async with opened(browser, tmp_path / "ruang") as desk:
        caption = desk.page.locator("#script-caption")
        await desk.page.locator("#script-pace").select_option("4")
        await desk.presses("Mainkan otomatis")
        await desk.reads_caption("Langkah 2")
        await desk.presses("Jeda")
        await expect(desk.page.locator("#script[data-state=paused]")).to_be_visible()
        paused = await caption.text_content()
        await desk.is_("Pegawai Kepala")
        await desk.in_private()
        await desk.writes("/status")
        await desk.sees("Papan Mekanisme Pengumpulan Data Kinerja")
        await expect(caption).to_have_text(paused or "")
        await desk.presses("Lanjutkan otomatis")
        await desk.reads_caption("Langkah 3")
        await album.takes(desk.page, "11-otomatis")
        done = desk.page.locator("#script[data-state=done]")
        await expect(done).to_be_visible(timeout=WHOLE_DAY)
        await expect(desk.page.locator("#steps > li.done")).to_have_count(6)

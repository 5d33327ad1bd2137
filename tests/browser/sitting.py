"""What somebody does who sits before the page: by what stands on it, as people find it."""

import re
from asyncio import to_thread
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, expect

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Upload

DROP = """files => {
  const carried = new DataTransfer();
  for (const { name, content } of files) {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  return carried;
}"""
CAPTION = """words => document.getElementById("script-caption").textContent.includes(words)"""
A_WHILE = 300_000  # milliseconds: eleven seats are taken before the first step
AXE = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .filter((one) => ["serious", "critical"].includes(one.impact))
  .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`)"""


@dataclass(frozen=True)
class Album:
    """Pictures of the page; nothing is taken where there is no folder."""

    folder: Path | None

    async def takes(self, page: Page, name: str) -> None:
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            await page.screenshot(path=self.folder / f"{name}.png")


@dataclass(frozen=True)
class Desk:
    page: Page
    scene: Scene

    async def is_(self, name: str) -> None:
        """Looks at the page through this person's eyes."""
        person = self.page.locator("#people-list .entry").filter(
            has=self.page.locator(".entry-name", has_text=exactly(name))
        )
        await person.click()
        await expect(person).to_have_attribute("aria-current", "true")

    async def in_group(self) -> None:
        await self.in_chat("G")

    async def in_private(self) -> None:
        await self.in_chat("H")

    async def in_chat(self, sign: str) -> None:
        chat = self.page.locator("#chats-list .entry").filter(
            has=self.page.locator(".avatar", has_text=exactly(sign))
        )
        await chat.click()
        await expect(chat).to_have_attribute("aria-current", "true")

    async def presses(self, label: str) -> None:
        """A button of the page itself."""
        await self.page.get_by_role("button", name=label, exact=True).click()

    async def taps(self, label: str, words: str = "") -> None:
        """The newest inline button with this label, under a message with these words; the bot has
        answered once this ends."""
        message = self.page.locator("#log .message", has_text=words) if words else self.page
        newest = message.locator("#log .inline" if not words else ".inline")
        button = newest.filter(has_text=exactly(label)).last
        await button.click()
        await expect(self.page.locator("#log [aria-busy=true]")).to_have_count(0)

    async def writes(self, text: str) -> None:
        await self.page.locator("#write").fill(text)
        await self.page.keyboard.press("Enter")
        await expect(self.page.locator("#write")).to_have_value("")

    async def drops(self, *files: Upload) -> None:
        """Onto the messages, then sends; several go as one album."""
        given = [{"name": f.name, "content": b64encode(f.content).decode()} for f in files]
        carried = await self.page.evaluate_handle(DROP, given)
        for event in ("dragenter", "dragover", "drop"):
            await self.page.locator("#log").dispatch_event(event, {"dataTransfer": carried})
        await expect(self.page.locator("#tray li")).to_have_count(len(files))
        await self.presses("Kirim")
        await expect(self.page.locator("#tray")).to_be_hidden()

    async def replies_to(self, words: str) -> None:
        message = self.message(words)
        await message.hover()
        await message.get_by_role("button", name=re.compile("^Balas pesan")).click()
        await expect(self.page.locator("#about")).to_contain_text("Membalas")

    async def takes_file(self, name: str) -> bytes:
        async with self.page.expect_download() as coming:
            await self.page.locator("#log a.file", has_text=name).last.click()
        return await to_thread(Path(await (await coming.value).path()).read_bytes)

    def message(self, words: str) -> Locator:
        return self.page.locator("#log .message", has_text=words).last

    async def sees(self, words: str) -> None:
        await expect(self.message(words)).to_be_visible()

    async def reads_caption(self, words: str) -> None:
        """Of the day that plays itself, however short it stands."""
        await self.page.wait_for_function(CAPTION, arg=words, polling="raf", timeout=A_WHILE)

    async def serious_findings(self, axe: str) -> Any:
        """By axe-core, with the parts of the page that they are about."""
        await self.page.evaluate(axe)
        return await self.page.evaluate(AXE)

    async def too_wide(self) -> Any:
        """Whether one must scroll sideways."""
        return await self.page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )


def exactly(words: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(words)}\s*$")

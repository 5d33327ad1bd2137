"""A bot in a child process, killed at a chosen call: what the fault tests build on."""

import asyncio
import signal
import sys
from typing import Any

import pytest

# Sends 1, 2, 3 … to a chat, each as soon as the one before was answered.
CHILD = """
import sys, urllib.parse, urllib.request
root, chat = sys.argv[1:]
for number in range(1, 100):
    form = urllib.parse.urlencode({"chat_id": chat, "text": str(number)}).encode()
    urllib.request.urlopen(f"{root}/sendMessage", form).read()
"""


@pytest.mark.parametrize(("moment", "shown"), [("before", ["1", "2"]), ("after", ["1", "2", "3"])])
async def test_a_bot_can_be_killed_before_or_after_its_third_call(
    office: Any, moment: str, shown: list[str]
) -> None:
    root = f"{office.telegram.url}/bot{office.telegram.bot.token}"
    chat = str(office.group.id)
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, root, chat)

    def kill(_: str, params: dict[str, Any], when: str) -> bool:
        if params["text"] != "3" or when != moment:
            return True
        child.kill()
        return False

    office.telegram.on_call = kill
    assert await asyncio.wait_for(child.wait(), 60) == -signal.SIGKILL
    assert [message.text for message in office.group.from_bot] == shown
    await office.telegram.until(lambda: len(office.telegram.called("sendMessage")) == 3)


async def test_a_download_can_be_watched_and_dropped(office: Any, call: Any, http: Any) -> None:
    office.telegram.state.files.links["documents/x"] = ("", office.watch())
    moments: list[tuple[str, str]] = []
    office.telegram.on_call = lambda name, _, when: moments.append((name, when))
    root = f"{office.telegram.url}/file/bot{office.telegram.bot.token}"
    assert (await http.get(f"{root}/documents/x")).status_code == 404
    assert moments == [("download", "before")]
    assert office.telegram.called("download")[0].code == 404

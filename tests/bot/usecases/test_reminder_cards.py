"""A reminder that stands says no limit that holds no more."""

from bot.rules.run import Task
from bot.usecases.ask_time import ask_time
from bot.usecases.decide_plea import grant_time
from tests.bot.usecases.staffed import Staffed

KASUBBAG, PENYUSUN, EVLAP, IRBAN = "kasubbag-perencanaan", "penyusun", "kasubbag-evlap", "irban-2"


async def test_granted_time_renews_every_reminder_of_the_old_limit(at_work: Staffed) -> None:
    await at_work.pass_to("2026-11-23 14:50")
    before = [text for text in at_work.reads(IRBAN) if "mengingatkan" in text]
    assert len(before) == 3  # half-way, an hour before, at the limit
    at_work.at("2026-11-23 15:00")
    await ask_time(at_work.desk, at_work.call(IRBAN), "Menunggu berita acara")
    args = (str(at_work.run_id), "4", Task.HAND_IN.value, IRBAN)
    await grant_time(at_work.desk, at_work.call(KASUBBAG), *args)
    await at_work.carry()
    shown = at_work.reads(IRBAN)
    assert not [text for text in shown if "mengingatkan" in text]
    renewed = [text for text in shown if text.startswith("Pengingat tugas")]
    assert len(renewed) == len(before)
    assert all("batas berubah menjadi Selasa, 24 November 2026 pukul 08.30" in t for t in renewed)

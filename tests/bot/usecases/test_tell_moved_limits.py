"""What a day closed or opened again at night leaves to be said in the morning."""

import pytest

from bot.usecases.close_days import close_days
from tests.bot.usecases.staffed import Staffed

KASUBBAG, EVLAP, UMUM = "kasubbag-perencanaan", "kasubbag-evlap", "kasubbag-umum"
TOLD = "dihitung kembali"
LATER = "Rabu, 25 November 2026 pukul 08.20"


@pytest.fixture
async def night(at_work: Staffed) -> Staffed:
    """The collectors are due on Tuesday at 08.20."""
    await at_work.pass_to("2026-11-23 20:00")
    return at_work


async def libur(office: Staffed, words: str) -> str:
    """What who typed it is answered."""
    await close_days(office.desk, office.call(KASUBBAG), words)
    await office.carry()
    return office.reads(KASUBBAG)[-1]


def told(office: Staffed, seat: str) -> list[str]:
    return [text for text in office.reads(seat) if TOLD in text]


async def test_a_day_opened_again_before_anybody_was_told_is_told_to_nobody(
    night: Staffed,
) -> None:
    assert "2 pegawai yang bersangkutan diberi tahu" in await libur(night, "24-11-2026 banjir")
    assert "tidak ada pegawai yang perlu diberi tahu" in await libur(night, "batal 24-11-2026")
    await night.pass_to("2026-11-24 07:50")
    assert told(night, EVLAP) == told(night, UMUM) == []


async def test_two_days_closed_before_anybody_was_told_are_told_in_one_message(
    night: Staffed,
) -> None:
    await libur(night, "24-11-2026 banjir")
    await libur(night, "25-11-2026 angin kencang")
    await night.pass_to("2026-11-26 07:50")
    [once] = told(night, EVLAP)
    assert "berubah dari Selasa, 24 November 2026 pukul 08.20" in once
    assert "menjadi Kamis, 26 November 2026 pukul 08.20" in once
    assert "(banjir); kantor libur Rabu, 25 November 2026 (angin kencang)" in once


async def test_what_was_told_before_is_told_to_have_changed_back(night: Staffed) -> None:
    night.at("2026-11-23 15:00")
    await libur(night, "24-11-2026 banjir")
    [first] = told(night, EVLAP)
    assert LATER in first
    await libur(night, "batal 24-11-2026")
    [_, second] = told(night, EVLAP)
    assert f"berubah dari {LATER}" in second

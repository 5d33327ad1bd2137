from dataclasses import replace

import pytest

from bot.rules.periods import Period
from bot.rules.proposals import Proposal, ProposalState
from bot.texts import proposals as texts
from tests.bot.conftest import Course, wita

ASKED = Proposal(3, 1, Period("triwulan", 2026, 3), ProposalState.ASKED)


def test_a_proposal_shows_the_pre_flight_and_both_buttons(course: Course) -> None:
    told = texts.proposed(
        ASKED, "Kasubbag <A>", ["Kursi kosong: Kepala."], course.now, course.calendar, 5
    )
    assert told.text.startswith("Yth. Bapak/Ibu Kasubbag &lt;A&gt;. Triwulan III 2026 telah")
    assert "• Kursi kosong: Kepala." in told.text
    assert [b.data for row in told.buttons for b in row] == ["perintahusul:3", "nanti:3"]


@pytest.mark.parametrize(
    ("again_at", "words"),
    [
        (wita("2026-10-02 07:45"), "ditunda sampai Jumat, 2 Oktober 2026 pukul 07.45 WITA"),
        (None, "tidak diulang lagi oleh sistem"),
    ],
)
def test_what_was_put_off_can_still_be_ordered(course: Course, again_at, words: str) -> None:
    told = texts.put_off(replace(ASKED, again_at=again_at), course.calendar)
    assert words in told.text
    assert [b.label for row in told.buttons for b in row] == ["Perintahkan"]


@pytest.mark.parametrize(("empty", "why"), [(True, "kursinya kosong"), (False, "sedang cuti")])
def test_the_superior_hears_why_nobody_can_order(*, empty: bool, why: str) -> None:
    told = texts.nobody_orders(ASKED, "Kasubbag", "Sekretaris", empty=empty)
    assert why in told.text
    assert not told.buttons

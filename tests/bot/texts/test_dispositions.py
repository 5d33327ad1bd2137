"""An arahan in messages: whole, safe, and within Telegram's bounds."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rehearsal.telegram.html import parse_html, utf16
from bot.rules.dispositions import Disposition, DispositionState, Nature, ScannedLetter
from bot.rules.messages import Message
from bot.rules.periods import Period
from bot.texts import dispositions as texts
from bot.texts.arahan_lines import Giving, on_board, on_preflight

TW3 = Period("triwulan", 2026, 3)
NASTY = "<b>&" * 300
LETTER = ScannedLetter("0" * 64, NASTY, NASTY, NASTY, date(2026, 11, 20), NASTY)
ARAHAN = Disposition(
    10**9, 1, 2026, 12, DispositionState.WAITING, datetime(2026, 11, 23, tzinfo=UTC), 7,
    "sekretaris", "", "kepala", NASTY[:1000], Nature.CONFIDENTIAL, letter=LETTER,
)  # fmt: skip
GIVING = Giving(NASTY, NASTY)


def messages(arahan: Disposition) -> list[Message]:
    return [
        texts.given(arahan, GIVING, [NASTY], TW3),
        texts.received(arahan, NASTY, GIVING, [(TW3, False), (TW3, True)]),
        texts.received_over(arahan, GIVING, TW3),
        texts.passed_on(arahan, NASTY),
        texts.scan(arahan, LETTER),
        texts.withdrawn_from(arahan, GIVING, TW3),
    ]


@pytest.mark.parametrize("state", DispositionState)
def test_whatever_is_written_stands_in_a_message_as_it_is_and_fits(
    state: DispositionState,
) -> None:
    for message in messages(replace(ARAHAN, state=state)):
        text, _ = parse_html(message.text)
        assert utf16(text) <= 4096
        assert "!" not in text


@pytest.mark.parametrize("state", DispositionState)
def test_only_what_may_be_withdrawn_bears_the_button(state: DispositionState) -> None:
    arahan = replace(ARAHAN, state=state)
    shown = texts.given(arahan, GIVING, ["Kasubbag"], TW3)
    assert bool(shown.buttons) == arahan.may_be_withdrawn
    assert ("pindaian" in shown.text) == (state != DispositionState.WITHDRAWN)


def test_a_period_whose_run_is_open_is_told_from_one_to_begin() -> None:
    rows = texts.received(ARAHAN, "Kasubbag", GIVING, [(TW3, False), (TW3, True)]).buttons
    labels = [row[0].label for row in rows]
    assert labels == ["Triwulan III 2026", "Triwulan III 2026 (berjalan)"]


def test_an_arahan_waits_where_every_period_has_its_run() -> None:
    shown = texts.received(ARAHAN, "Kasubbag", GIVING, [])
    assert not shown.buttons
    assert texts.NO_PERIOD in shown.text


def test_many_later_arahan_leave_the_preflight_room() -> None:
    plain = replace(ARAHAN, nature=Nature.URGENT)
    added = [replace(plain, number=n, state=DispositionState.JOINED) for n in range(13, 60)]
    lines = on_preflight(replace(plain, instruction="Himpun."), added, Giving("Kepala"))
    assert lines[0] == "Arahan Kepala, nomor agenda 12/2026: “Himpun.”"
    assert lines[-1].endswith("lainnya")
    assert utf16("\n".join(parse_html(line)[0] for line in lines)) < 1500


def test_what_is_confidential_is_named_by_its_number_alone_where_a_group_may_read() -> None:
    secret = replace(ARAHAN, instruction="Periksa selisih kas.")
    lines = on_preflight(secret, [replace(secret, number=13)], Giving("Kepala"))
    assert lines == [
        "Arahan Kepala, nomor agenda 12/2026: bersifat rahasia.",
        "Arahan susulan, nomor agenda 13/2026: bersifat rahasia.",
    ]


def test_the_board_names_the_agenda_number_only_where_there_is_room_and_a_sheet() -> None:
    board, full = Message("Papan"), Message("x" * 3990)
    assert on_board(board, ARAHAN).text == "Papan\nLembar disposisi: nomor agenda 12/2026."
    assert on_board(board, None) == board
    assert on_board(full, ARAHAN) == full

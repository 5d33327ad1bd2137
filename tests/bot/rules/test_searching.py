"""What the words of a search mean, and what fits them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import periods
from bot.rules.run import Document, DocumentState
from bot.rules.searching import Filed, by_run, fits, fitting, terms_of
from bot.rules.sop import Sop

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
LETTER = Document(
    7,
    "irban-2",
    "LHP",
    DocumentState.RETURNED,
    AT,
    1,
    name="Laporan_Pengelolaan Dana Desa (Oktober).pdf",
    number="700/12/LHP/IX/2026",
)


@pytest.fixture
def filed(jeneponto: Sop) -> Filed:
    return Filed(5, periods.parse("2026-TW3"), jeneponto, LETTER, "St. Aminah Dg. Ngai, S.Sos.")


FITTING = [
    "TW3 2026", "tw 3", "TW III", "TWIII", "triwulan iii 2026", "2026-TW3", "2026-tw3", "2026",
    "Irban II", "irban 2", "IRBAN-2", "irban", "Inspektur Pembantu", "Inspektur Pembantu II",
    "LHP", "lhp", "laporan hasil pemeriksaan",
    "700/12/LHP/IX/2026", "700/12", "12", "pengelolaan", "penge dana", "Oktober", "okt",
    "dikembalikan", "Aminah", "st. aminah", "aminah TW3 LHP",
    "TW3 2026 LHP Irban II pengelolaan 700/12/LHP",
]  # fmt: skip
OTHERS = [
    "TW2 2026", "TW3 2025", "2025", "2026-TW2", "2026-10", "september", "Irban I", "irban 3",
    "LHE", "TLHP", "700/1", "70", "1", "elolaan", "disetujui", "nihil", "TW3 LHE", "xyz",
    "minah", "Aminah LHE",
]  # fmt: skip


@pytest.mark.parametrize("words", FITTING)
def test_what_stands_on_a_document_finds_it(filed: Filed, words: str) -> None:
    assert fits(terms_of(words, filed.sop), filed)


@pytest.mark.parametrize("words", OTHERS)
def test_what_does_not_stand_on_it_finds_others(filed: Filed, words: str) -> None:
    assert not fits(terms_of(words, filed.sop), filed)


@pytest.mark.parametrize(
    ("words", "period", "fit"),
    [
        ("Oktober 2026", "2026-10", True),
        ("okt 2026", "2026-10", True),
        ("Oktober 2026", "2026-11", False),
        ("Oktober 2026", "2025-10", False),
        ("2026-10", "2026-10", True),
    ],
)
def test_a_month_is_a_period_too(filed: Filed, words: str, period: str, fit: bool) -> None:
    monthly = replace(
        filed, period=periods.parse(period), document=replace(LETTER, name="a.pdf", number="")
    )
    assert fits(terms_of(words, filed.sop), monthly) == fit


def test_nothing_this_period_is_found_by_its_word(filed: Filed) -> None:
    none = replace(filed, document=replace(LETTER, nihil=True, name="", number=""))
    assert fits(terms_of("nihil LHP", filed.sop), none)


def test_the_newest_period_stands_first_then_the_order_of_the_sop(filed: Filed) -> None:
    def one(period: str, seat: str, kind: str, number: int) -> Filed:
        document = replace(LETTER, id=number, seat=seat, kind=kind)
        parsed = periods.parse(period)
        return replace(filed, run_id=parsed.number, period=parsed, document=document)

    shuffled = [
        one("2026-TW2", "irban-1", "LHP", 1),
        one("2026-TW3", "irban-2", "LHP", 2),
        one("2026-TW3", "irban-1", "TLHP", 3),
        one("2026-TW3", "irban-1", "LHP", 4),
        one("2026-TW3", "irban-1", "LHP", 5),
    ]
    found = [filed for own in by_run(shuffled) for filed in fitting("LHP", own)]
    assert [filed.document.id for filed in found] == [5, 4, 2, 1]


@given(st.text(max_size=300))
def test_any_words_are_a_search(words: str) -> None:
    from tests.storage.conftest import SOP  # a fixture cannot stand beside a strategy

    filed = Filed(5, periods.parse("2026-TW3"), SOP, LETTER)
    fits(terms_of(words, SOP), filed)

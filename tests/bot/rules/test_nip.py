from datetime import date

import pytest

from bot.rules.errors.own_data import NipFault, NotANip
from bot.rules.nip import masked, nip_of, spaced

TODAY = date(2026, 11, 23)
GOOD = "198002292005011002"  # an example; 1980 was a leap year


@pytest.mark.parametrize(
    "written",
    [
        GOOD,
        "19800229 200501 1 002",
        " 19800229-200501.1-002\n",
        "19800229\u00a0200501 1 002",
        "199001012024211001",  # a contract's employee: code 21 instead of a month
        "200001312026012123",
    ],
)
def test_a_nip_is_taken_however_its_parts_are_set_apart(written: str) -> None:
    nip = nip_of(written, TODAY)
    assert len(nip) == 18
    assert nip == "".join(sign for sign in written if sign.isdigit())


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", NipFault.LENGTH),
        (GOOD[:-1], NipFault.LENGTH),
        (GOOD + "0", NipFault.LENGTH),
        ("19800229200501100x", NipFault.LENGTH),
        ("١" * 18, NipFault.LENGTH),  # digits, but none that a paper's NIP has
        ("198102292005011002", NipFault.BIRTH),  # 1981 had no 29 February
        ("198013012005011002", NipFault.BIRTH),
        ("203001012045011002", NipFault.BIRTH),
        ("198002292005131002", NipFault.START),
        ("198002292005001002", NipFault.START),
        ("198002292027011002", NipFault.START),
        ("198002291985011002", NipFault.START),  # at five years of age
        ("194002292010011002", NipFault.START),  # at seventy
        ("198002292005013002", NipFault.SEX),
        ("198002292005011000", NipFault.NUMBER),
    ],
)
def test_what_can_be_no_nip_is_refused_with_what_is_wrong(written: str, fault: NipFault) -> None:
    with pytest.raises(NotANip) as refused:
        nip_of(written, TODAY)
    assert refused.value.fault == fault
    assert GOOD[8:] not in repr(refused.value)


def test_a_paper_sets_its_parts_apart_and_a_fact_tells_four_digits() -> None:
    assert spaced(GOOD) == "19800229 200501 1 002"
    assert (masked(GOOD), masked("")) == ("…1002", "")

"""What a SOP file may say of those who approve the recap, and what it may not."""

from importlib import resources

import pytest

from bot.rules.sop import ApprovalAct, Approver, Approving, Rung, RungTo, RungWhere
from bot.rules.sop_faults import FaultCode as C
from bot.rules.sop_faults import SopFaults
from bot.rules.sop_file import parse_sop

WHOLE = (resources.files("bot") / "sops" / "dpmd_jeneponto.toml").read_text(encoding="utf-8")
WITHOUT = WHOLE[: WHOLE.index("# Persetujuan atas rekap")]
CHIEF = ('peran = "sekretaris"', 'tindakan = "paraf"')
HEAD = ('peran = "kepala"', 'tindakan = "setujui"')
AFTER = ("setelah = 225", 'kepada = "pemilik"', 'lewat = "pribadi"')


def written(*entries: tuple[str, ...]) -> str:
    """Those with a deed are approvers, the others rungs."""
    tables = [
        "[[persetujuan]]" if "tindakan" in "".join(entry) else "[[tangga_persetujuan]]"
        for entry in entries
    ]
    blocks = ["\n".join((table, *entry)) for table, entry in zip(tables, entries, strict=True)]
    return WITHOUT + "\n\n".join(blocks) + "\n"


def test_the_chain_is_read_in_its_order_with_a_ladder_of_its_own() -> None:
    read = parse_sop(written(CHIEF, HEAD, (*AFTER, "ulang = 450"))).approving
    assert read.chain == (
        Approver("sekretaris", ApprovalAct.INITIAL),
        Approver("kepala", ApprovalAct.APPROVE),
    )
    assert read.ladder == (Rung(225, RungTo.HOLDER, RungWhere.PRIVATE, again=450),)


def test_a_file_that_names_nobody_asks_nobody() -> None:
    assert parse_sop(WITHOUT).approving == Approving()


@pytest.mark.parametrize(
    ("entries", "place", "code"),
    [
        ([('peran = "sekertaris"', CHIEF[1])], "persetujuan[1].peran", C.UNKNOWN_ROLE),
        ([(CHIEF[0], 'tindakan = "tanda tangan"')], "persetujuan[1].tindakan", C.UNKNOWN_WORD),
        ([(CHIEF[1],)], "persetujuan[1].peran", C.MISSING),
        ([CHIEF, HEAD, CHIEF], "persetujuan[3].peran", C.APPROVED_TWICE),
        ([('peran = "irban"', CHIEF[1])], "persetujuan[1].peran", C.APPROVED_BY_MANY),
        ([(*CHIEF, "urutan = 1")], "persetujuan[1].urutan", C.UNKNOWN_KEY),
        ([AFTER], "tangga_persetujuan[1]", C.NOBODY_APPROVES),
        ([CHIEF, ("sebelum = 5", *AFTER[1:])], "tangga_persetujuan[1].sebelum", C.UNKNOWN_KEY),
        ([CHIEF, (*AFTER[:2], 'lewat = "grup"')], "tangga_persetujuan[1].lewat", C.NOT_PRIVATE),
        (
            [CHIEF, (AFTER[0], 'kepada = "penghimpun"', AFTER[2])],
            "tangga_persetujuan[1].kepada",
            C.UNKNOWN_WORD,
        ),
        ([CHIEF, AFTER, AFTER], "tangga_persetujuan[2].setelah", C.NOT_ASCENDING),
        ([HEAD, (AFTER[0], 'kepada = "atasan"', AFTER[2])], "tangga_persetujuan[1].kepada",
         C.NO_SUPERIOR),
        ([CHIEF, (*AFTER, "tingkat = 2")], "tangga_persetujuan[1].tingkat", C.LEVEL_OF_NOBODY),
    ],
)  # fmt: skip
def test_a_fault_of_the_approvals_is_told_at_its_place(
    entries: list[tuple[str, ...]], place: str, code: C
) -> None:
    text = written(*entries)
    with pytest.raises(SopFaults) as refused:
        parse_sop(text)
    told = {(fault.place, fault.code) for fault in refused.value.faults}
    assert (place, code) in told
    heading = text[: text.index("[[persetujuan]]" if "[[pers" in text else "[[tangga_pers")]
    assert all((fault.line or 0) > heading.count("\n") for fault in refused.value.faults)

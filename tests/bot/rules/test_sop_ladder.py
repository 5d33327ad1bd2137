"""What a SOP file may say of its ladders, and what it may not."""

from importlib import resources

import pytest

from bot.rules.sop import Rung, RungTo, RungWhere
from bot.rules.sop_faults import FaultCode as C
from bot.rules.sop_faults import SopFaults
from bot.rules.sop_file import parse_sop

WHOLE = (resources.files("bot") / "sops" / "dpmd_jeneponto.toml").read_text(encoding="utf-8")
WITHOUT = WHOLE[: WHOLE.index("# Pengingat, dalam")]
LIMIT = 'setelah = 0\nkepada = "pemilik"\nlewat = "pribadi"\n'


def with_ladder(*rungs: str) -> str:
    return WITHOUT + "".join(f"[[tangga]]\n{rung}\n" for rung in rungs)


def rung(when: str, to: str = "pemilik", more: str = "", where: str = "pribadi") -> str:
    return f'{when}\nkepada = "{to}"\nlewat = "{where}"\n{more}\n'


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (rung("setelah = 30", where="grup"), Rung(30, RungTo.HOLDER, RungWhere.GROUP)),
        (rung("sebelum = 60"), Rung(-60, RungTo.HOLDER, RungWhere.PRIVATE)),
        (rung("bagian = 0.5"), Rung(0, RungTo.HOLDER, RungWhere.PRIVATE, share=0.5)),
        (rung("setelah = 9", "pengganti"), Rung(9, RungTo.SUBSTITUTE, RungWhere.PRIVATE)),
        (rung("setelah = 9", "penghimpun"), Rung(9, RungTo.COLLECTORS, RungWhere.PRIVATE)),
        (
            rung("setelah = 225", "atasan", "tingkat = 2\nulang = 225\nlangkah = [4, 5]"),
            Rung(225, RungTo.SUPERIOR, RungWhere.PRIVATE, None, 225, 2, (4, 5)),
        ),
        (rung("setelah = 0", more="langkah = 6"), Rung(0, RungTo.HOLDER, RungWhere.PRIVATE,
                                                       steps=(6,))),
    ],
)  # fmt: skip
def test_a_rung_says_when_to_whom_where_how_often_and_for_which_steps(
    written: str, read: Rung
) -> None:
    assert parse_sop(with_ladder(written)).ladder == (read,)


@pytest.mark.parametrize(
    ("rungs", "place", "code"),
    [
        ([rung("")], "tangga[1]", C.WHEN_UNCLEAR),
        ([rung("sebelum = 9\nsetelah = 9")], "tangga[1]", C.WHEN_UNCLEAR),
        ([rung("setela = 9")], "tangga[1].setela", C.UNKNOWN_KEY),
        ([rung("sebelum = 0")], "tangga[1].sebelum", C.OUT_OF_RANGE),
        ([rung("bagian = 1.5")], "tangga[1].bagian", C.NOT_A_SHARE),
        ([rung("bagian = 1.0")], "tangga[1].bagian", C.NOT_BEFORE),
        ([rung("bagian = 0.5", more="ulang = 60")], "tangga[1].ulang", C.REPEATED_BEFORE),
        ([rung("sebelum = 5", more="ulang = 60")], "tangga[1].ulang", C.REPEATED_BEFORE),
        ([rung("setelah = 5", more="langkah = [7]")], "tangga[1].langkah", C.STEP_UNKNOWN),
        ([rung("setelah = 5", more="langkah = [4, 4]")], "tangga[1].langkah", C.LISTED_TWICE),
        ([rung("setelah = 5", more='langkah = ["4"]')], "tangga[1].langkah", C.WRONG_TYPE),
        ([rung("sebelum = 10", more="langkah = 3")], "tangga[1].sebelum", C.TOO_EARLY),
        ([rung("setelah = 5", more="tingkat = 2")], "tangga[1].tingkat", C.LEVEL_OF_NOBODY),
        ([rung("setelah = 5", "atasan", "tingkat = 4")], "tangga[1].kepada", C.NO_SUPERIOR),
        ([rung("setelah = 5", "penghimpun", "langkah = [1, 2]")], "tangga[1].kepada",
         C.NOTHING_COLLECTED),
        ([LIMIT, rung("sebelum = 60")], "tangga[2].sebelum", C.NOT_ASCENDING),
        ([rung("sebelum = 9"), rung("bagian = 0.5")], "tangga[2].bagian", C.NOT_ASCENDING),
        ([rung("sebelum = 9"), rung("sebelum = 60")], "tangga[2].sebelum", C.NOT_ASCENDING),
        ([LIMIT, rung("setelah = 0", more="langkah = 4"), rung("setelah = 0", more="langkah = 4")],
         "tangga[3].setelah", C.NOT_ASCENDING),
    ],
)  # fmt: skip
def test_a_fault_of_the_ladder_is_told_at_its_place(rungs: list[str], place: str, code: C) -> None:
    text = with_ladder(*rungs)
    with pytest.raises(SopFaults) as refused:
        parse_sop(text)
    (fault,) = refused.value.faults
    assert (fault.place, fault.code) == (place, code)
    assert fault.line is not None
    heading = text[: text.index("[[tangga]]")].count("\n") + 1
    assert fault.line >= heading


def test_one_height_may_speak_to_superiors_of_two_levels() -> None:
    rungs = [rung("setelah = 9", "atasan"), rung("setelah = 9", "atasan", "tingkat = 2")]
    assert [each.level for each in parse_sop(with_ladder(*rungs)).ladder] == [1, 2]


def test_a_step_that_a_rung_names_has_that_ladder_alone() -> None:
    sop = parse_sop(with_ladder(LIMIT, rung("setelah = 30", more="langkah = [4, 6]")))
    assert [each.after for each in sop.ladder_of(4)] == [30]
    assert [each.after for each in sop.ladder_of(5)] == [0]


def test_a_file_without_the_new_keys_has_one_ladder_for_every_step() -> None:
    sop = parse_sop(with_ladder(LIMIT, rung("setelah = 30", where="grup")))
    assert {sop.ladder_of(step.number) for step in sop.steps} == {sop.ladder}

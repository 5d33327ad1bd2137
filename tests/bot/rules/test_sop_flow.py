"""Steps of a SOP file: from the order over collecting to the analysis."""

import re

import pytest

from bot.rules.sop_faults import FaultCode
from bot.rules.sop_file import parse_sop
from tests.bot.rules.damaged import SHIPPED, C, changed, entry_of, faults_of


def steps(*order: int) -> str:
    """The shipped SOP with these of its steps, in this order, numbered anew."""
    blocks = [SHIPPED[slice(*entry_of("langkah", n))] for n in range(1, 7)]
    start, end = entry_of("langkah", 1)[0], entry_of("langkah", 6)[1]
    chosen = (
        re.sub(r"^nomor = \d", f"nomor = {n}", blocks[old - 1], flags=re.MULTILINE)
        for n, old in enumerate(order, 1)
    )
    return SHIPPED[:start] + "".join(chosen) + SHIPPED[end:]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ((2, 3, 4, 5, 6), [(C.NO_STEP, "langkah")]),
        ((1, 4, 5, 6), [(C.NO_STEP, "langkah")]),
        ((1, 2, 3, 5, 6), [(C.NO_STEP, "langkah")]),
        ((1, 2, 3, 4, 6), [(C.NO_STEP, "langkah")]),
        ((1, 2, 3, 4, 5), [(C.NO_STEP, "langkah")]),
        ((2, 1, 3, 4, 5, 6), [(C.ORDER_NOT_FIRST, "langkah[2].jenis")]),
        ((1, 1, 2, 3, 4, 5, 6), [(C.SEVERAL_STEPS, "langkah[2].jenis")]),
        ((1, 2, 3, 4, 5, 5, 6), [(C.SEVERAL_STEPS, "langkah[6].jenis")]),
        ((1, 2, 3, 4, 5, 6, 6), [(C.SEVERAL_STEPS, "langkah[7].jenis")]),
        ((1, 2, 3, 5, 4, 6), [(C.COMPILE_BEFORE_COLLECT, "langkah[4].jenis")]),
        ((1, 2, 3, 4, 6, 5), [(C.ANALYSE_NOT_LAST, "langkah[5].jenis")]),
        # the Irban are not asked at all, only after, or something else is conveyed last
        ((1, 2, 4, 5, 6), [(C.NOT_ASKED, "langkah[2].kepada")]),
        ((1, 4, 2, 3, 5, 6), [(C.NOT_ASKED, "langkah[2].jenis")]),
        ((1, 3, 2, 4, 5, 6), [(C.NOT_ASKED, "langkah[3].kepada")]),
        # evlap, umum and the irban
        ((1, 2, 3, 4, 4, 5, 6), [(C.COLLECTED_TWICE, "langkah[5].pelaku")] * 3),
    ],
)
def test_the_steps_lead_from_the_order_to_the_analysis(
    order: tuple[int, ...], told: list[tuple[FaultCode, str]]
) -> None:
    assert [(fault.code, fault.place) for fault in faults_of(steps(*order))] == told


def test_two_levels_may_collect_one_after_the_other() -> None:
    text = changed(
        "berkas[4]", 'dari = "irban"', 'dari = "kasubbag-evlap"', steps(1, 2, 3, 4, 4, 5, 6)
    )
    text = changed("langkah[4]", ', "kasubbag-umum"]', "]", text)
    text = changed("langkah[5]", '"kasubbag-evlap", ', "", text)
    assert [step.actors for step in parse_sop(text).steps[3:5]] == [
        ("kasubbag-evlap",),
        ("kasubbag-umum",),
    ]


def test_a_kind_is_collected_by_an_actor_of_a_collect_step() -> None:
    text = changed("berkas[4]", '"kasubbag-umum"', '"penyusun"')
    assert [(fault.code, fault.place) for fault in faults_of(text)] == [
        (C.COLLECTOR_WITHOUT_STEP, "berkas[4].penghimpun"),
        (C.COLLECTS_NOTHING, "langkah[4].pelaku"),
    ]


def test_one_supplier_fills_one_workbook() -> None:
    text = changed("berkas[3]", "kata", "buku_kerja = true\nkata")
    (fault,) = faults_of(text)
    assert (fault.code, fault.place) == (C.SECOND_WORKBOOK, "berkas[4].buku_kerja")
    assert fault.params == {"role": "irban", "kind": "TLHP"}

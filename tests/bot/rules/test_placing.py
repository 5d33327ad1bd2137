"""Where a file belongs: every sign that tells it, everything that is asked or refused."""

from dataclasses import replace

import pytest

from bot.rules.errors.files import FileRefused, KindNotOwed, WrongMark
from bot.rules.errors.runs import NoRun, RunNotOpen
from bot.rules.errors.seats import NoSeat, NotYours
from bot.rules.forms import FormMark
from bot.rules.placing import AskKind, AskRun, AskSeat, Place, Signs, place

OFFICE = 1
IRBAN_1, BOTH = ("irban-1",), ("irban-1", "irban-2")


@pytest.fixture
def run(course):
    """Number 5, Triwulan III, asked."""
    return course.to_step(4).run


@pytest.fixture
def other(run):
    return replace(run, id=6)


def mark(run: int = 5, seat: str = "irban-1", office: int = OFFICE) -> FormMark:
    return FormMark(office, run, seat, 1)


def placed(found) -> tuple[int, str, str]:
    assert isinstance(found, Place)
    return (found.run.id, found.seat.key, found.kind.code)


def settled(course, seat: str):
    course.hand_in(seat)
    return course.run


# ---- the kind


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        (Signs(caption="Berikut LHP kami"), "LHP"),
        (Signs(name="LHE_2026.pdf"), "LHE"),
        (Signs(page="TINDAK LANJUT HASIL PEMERIKSAAN"), "TLHP"),
        (Signs(album_caption="lhp"), "LHP"),
        (Signs(mark=mark(), is_workbook=True, name="LHP.xlsx"), "DATA"),
        (Signs(is_workbook=True, name="Register LHP.xlsx"), "LHP"),
        (Signs(caption="LHE", name="LHP.pdf"), "LHE"),
        (Signs(name="LHP.pdf", page="Laporan Hasil Evaluasi"), "LHP"),
        (Signs(page="Laporan Hasil Evaluasi", album_caption="LHP"), "LHE"),
        (Signs(caption="LHP dan LHE", name="TLHP.pdf"), "TLHP"),
        (Signs(name="data kinerja.pdf", page="LHP"), "LHP"),
        (Signs(name="LHP.pdf", chosen={"j": "TLHP"}), "TLHP"),
    ],
)
def test_the_nearest_sign_tells_the_kind(run, signs: Signs, kind: str) -> None:
    assert placed(place(OFFICE, [run], IRBAN_1, signs)) == (5, "irban-1", kind)


@pytest.mark.parametrize(
    "signs",
    [Signs(), Signs(name="scan 12.pdf"), Signs(caption="LHP dan LHE"), Signs(is_workbook=True)],
)
def test_a_kind_that_nothing_tells_is_asked_but_never_the_workbook(run, signs: Signs) -> None:
    asked = place(OFFICE, [run], IRBAN_1, signs)
    assert isinstance(asked, AskKind)
    assert [kind.code for kind in asked.kinds] == ["LHP", "LHE", "TLHP"]


@pytest.mark.parametrize("code", ["LPJ", "SPM"])
def test_a_kind_that_the_seat_does_not_owe_is_refused(run, code: str) -> None:
    with pytest.raises(KindNotOwed) as refused:
        place(OFFICE, [run], IRBAN_1, Signs(chosen={"j": code}))
    assert refused.value == KindNotOwed(code, "Irban I", ("LHP", "LHE", "TLHP", "DATA"))


def test_of_two_suppliers_each_owes_only_its_own_kinds(run) -> None:
    kinds = tuple(
        replace(kind, handed_in_by="penyusun") if kind.code == "LHE" else kind
        for kind in run.sop.kinds
    )
    split = replace(run, sop=replace(run.sop, kinds=kinds))
    with pytest.raises(KindNotOwed):
        place(OFFICE, [split], IRBAN_1, Signs(caption="LHE"))
    # the only plain kind needs no question
    assert placed(place(OFFICE, [split], ("penyusun",), Signs())) == (5, "penyusun", "LHE")


@pytest.mark.parametrize(
    "signs",
    [
        Signs(is_workbook=True, name="data kinerja.xlsx"),
        Signs(is_workbook=True, chosen={"j": "DATA"}),
    ],
)
def test_a_workbook_without_a_mark_is_refused_as_the_data(run, signs: Signs) -> None:
    with pytest.raises(FileRefused) as refused:
        place(OFFICE, [run], IRBAN_1, signs)
    assert (refused.value.code, refused.value.name) == ("no_mark", signs.name)


def test_where_only_the_workbook_is_owed_anything_unmarked_is_refused(run) -> None:
    only = replace(run, sop=replace(run.sop, kinds=run.sop.kinds[3:]))
    with pytest.raises(FileRefused) as refused:
        place(OFFICE, [only], IRBAN_1, Signs(name="foto.jpg"))
    assert refused.value == FileRefused("no_mark", "foto.jpg")


# ---- the run


def test_of_two_runs_the_one_that_still_owes_is_meant(course, run, other) -> None:
    done = settled(course, "irban-1")
    assert placed(place(OFFICE, [done, other], IRBAN_1, Signs(caption="LHP")))[0] == 6


@pytest.mark.parametrize(
    ("signs", "meant"),
    [
        (Signs(caption="LHP", about_run=5), 5),
        (Signs(caption="LHP", chosen={"p": "6"}), 6),
        (Signs(caption="LHP", about_run=5, chosen={"p": "6"}), 6),
        (Signs(mark=mark(6), is_workbook=True, about_run=5), 6),
    ],
)
def test_a_mark_a_tap_and_a_reply_tell_the_run(run, other, signs: Signs, meant: int) -> None:
    assert placed(place(OFFICE, [run, other], IRBAN_1, signs))[0] == meant


def test_where_two_runs_may_be_meant_it_is_asked(course, run, other) -> None:
    asked = place(OFFICE, [run, other], IRBAN_1, Signs(caption="LHP"))
    assert asked == AskRun((run, other))
    done = settled(course, "irban-1")
    # one more document for a run that owes none may come as well
    also_done = replace(done, id=6)
    assert isinstance(place(OFFICE, [done, also_done], IRBAN_1, Signs(caption="LHP")), AskRun)


@pytest.mark.parametrize("signs", [Signs(about_run=4), Signs(chosen={"p": "4"})])
def test_an_answer_to_a_run_that_is_over_slips_into_no_other(run, signs: Signs) -> None:
    with pytest.raises(RunNotOpen):
        place(OFFICE, [run], IRBAN_1, replace(signs, caption="LHP"))


def test_without_a_run_there_is_no_place() -> None:
    with pytest.raises(NoRun):
        place(OFFICE, [], IRBAN_1, Signs(caption="LHP"))


# ---- the seat


def test_who_hands_in_for_two_seats_is_asked_which(course, run) -> None:
    asked = place(OFFICE, [run], BOTH, Signs(caption="LHP"))
    assert isinstance(asked, AskSeat)
    assert [seat.key for seat in asked.seats] == ["irban-1", "irban-2"]


@pytest.mark.parametrize(
    ("signs", "seat"),
    [
        (Signs(caption="LHP", about_seat="irban-2"), "irban-2"),
        (Signs(caption="LHP", chosen={"k": "irban-2"}), "irban-2"),
        (Signs(caption="LHP", about_seat="irban-1", chosen={"k": "irban-2"}), "irban-2"),
        (Signs(mark=mark(seat="irban-2"), is_workbook=True), "irban-2"),
    ],
)
def test_a_mark_a_tap_and_a_reply_tell_the_seat(run, signs: Signs, seat: str) -> None:
    assert placed(place(OFFICE, [run], BOTH, signs))[1] == seat


def test_of_two_seats_the_one_that_still_owes_is_meant(course, run) -> None:
    done = settled(course, "irban-1")
    assert placed(place(OFFICE, [done], BOTH, Signs(caption="LHP")))[1] == "irban-2"


def test_an_answer_about_another_s_seat_is_filed_for_one_s_own(run) -> None:
    found = place(OFFICE, [run], IRBAN_1, Signs(caption="LHP", about_seat="irban-3"))
    assert placed(found)[1] == "irban-1"


def test_who_holds_no_seat_hands_nothing_in(run) -> None:
    with pytest.raises(NoSeat):
        place(OFFICE, [run], (), Signs(caption="LHP"))


@pytest.mark.parametrize("several", [False, True])
def test_who_owes_no_documents_is_told_whose_they_are_and_asked_nothing(
    run, other, several: bool
) -> None:
    runs = [run, other] if several else [run]
    with pytest.raises(NotYours) as refused:
        place(OFFICE, runs, ("penyusun",), Signs(caption="LHP"))
    assert refused.value.seats == ("Irban I", "Irban II", "Irban III", "Irban IV")


# ---- a mark that does not fit


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (mark(office=2), WrongMark("office")),
        (mark(run=4), WrongMark("run")),
        (mark(seat=""), WrongMark("master")),
        (mark(seat="irban-2"), WrongMark("seat", found="Irban II")),
        (mark(seat="irban-9"), WrongMark("seat", found="irban-9")),
    ],
)
def test_a_workbook_of_elsewhere_is_refused_with_what_is_wrong(
    run, wrong: FormMark, refusal: WrongMark
) -> None:
    with pytest.raises(WrongMark) as refused:
        place(OFFICE, [run], IRBAN_1, Signs(mark=wrong, is_workbook=True))
    assert refused.value == refusal

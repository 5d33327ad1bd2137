"""The whole table of powers, act by role, for both shipped SOPs (invariant 7)."""

from importlib import resources

import pytest

from bot.rules.acts import BY_STAFF, POWERS, Act, button_data, read_button, roles_that_may
from bot.rules.sop import Sop
from bot.rules.sop_file import parse_sop

# Decided by the group's administrators, by whoever was asked, or over one's own data: no role has
# them.
OF_NO_ROLE = {
    Act.CLAIM_SEAT,
    Act.GRANT_SEAT,
    Act.REFUSE_SEAT,
    Act.PLACE_OFFER,
    Act.CONFIRM_LETTER,
    Act.ANSWER_FILLING,
    Act.SEND_FILLING,
    Act.DROP_FILLING,
    Act.CHOOSE_MEANT,
    Act.CONFIRM_FINDINGS,
    Act.CHOOSE_OFFICE,
    Act.GIVE_NAME,
    Act.GIVE_NIP,
    Act.DROP_NIP,
}

KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM, IRBAN = "kasubbag-evlap", "kasubbag-umum", "irban"
SEKRETARIS, KEPALA = "sekretaris", "kepala"
ALL_OF_JENEPONTO = {KASUBBAG, PENYUSUN, EVLAP, UMUM, IRBAN, SEKRETARIS, KEPALA}

JENEPONTO = {
    Act.START_RUN: {KASUBBAG},
    Act.ORDER: {KASUBBAG},
    Act.CANCEL: {KASUBBAG},
    Act.CONVEY: {PENYUSUN, EVLAP, UMUM},
    Act.REPLACE_FORMAT: {KASUBBAG, PENYUSUN},
    Act.HAND_IN: {IRBAN},
    Act.DECLARE_NIHIL: {IRBAN},
    Act.FILL_IN: {IRBAN},
    Act.ACCEPT: {EVLAP, UMUM},
    Act.RETURN: {EVLAP, UMUM},
    Act.ACCEPT_ALL: {EVLAP, UMUM},
    Act.CONVEY_COLLECTED: {EVLAP, UMUM},
    Act.APPROVE_RECAP: {PENYUSUN},
    Act.EXCLUDE: {PENYUSUN},
    Act.REMARK: {KASUBBAG},
    Act.FINISH: {KASUBBAG},
    Act.GIVE_PARAF: {KASUBBAG, SEKRETARIS},
    Act.APPROVE_FINAL: {KEPALA},
    Act.RETURN_RECAP: {SEKRETARIS, KEPALA},
    Act.ASK_TIME: ALL_OF_JENEPONTO,
    Act.GRANT_TIME: {KASUBBAG, SEKRETARIS, KEPALA},
    Act.REFUSE_TIME: {KASUBBAG, SEKRETARIS, KEPALA},
    Act.READ_STATUS: ALL_OF_JENEPONTO,
    Act.READ_TASKS: ALL_OF_JENEPONTO,
    Act.READ_RECAP: {KASUBBAG, PENYUSUN, SEKRETARIS, KEPALA},
    Act.READ_DOCUMENTS: ALL_OF_JENEPONTO,
    Act.SEND_DOCUMENT: ALL_OF_JENEPONTO,
    Act.READ_DETAIL: {KASUBBAG, SEKRETARIS, KEPALA},
    Act.REMIND_NOW: {KASUBBAG, SEKRETARIS, KEPALA},
    Act.LIST_DOCUMENTS: {KASUBBAG, SEKRETARIS, KEPALA},
    Act.SHOW_RECAP: {KASUBBAG, PENYUSUN, SEKRETARIS, KEPALA},
    Act.READ_TIMELINESS: {KASUBBAG, SEKRETARIS, KEPALA},
    Act.CLOSE_DAY: {KASUBBAG},
    Act.OPEN_DAY: {KASUBBAG},
    Act.SET_LETTERHEAD: {KASUBBAG},
    Act.ORDER_PROPOSED: {KASUBBAG},
    Act.PUT_OFF: {KASUBBAG},
    Act.GIVE_ARAHAN: {SEKRETARIS, KEPALA},
    Act.WITHDRAW_ARAHAN: {SEKRETARIS, KEPALA},
    Act.CARRY_OUT_ARAHAN: {KASUBBAG},
    Act.SEND_PACK: {KASUBBAG},
    Act.PRINT_ALL: {KASUBBAG, PENYUSUN, SEKRETARIS, KEPALA},
    Act.PRINT_PAPER: ALL_OF_JENEPONTO,
    Act.FILE_HARDCOPY: {KASUBBAG},
    Act.KEEP_SCAN: {KASUBBAG},
    Act.SEND_SCAN: {KASUBBAG, PENYUSUN, SEKRETARIS, KEPALA},
}

KADIS, RENKEU, KABID = "kadis", "kasubag-renkeu", "kabid"
ALL_OF_BANTEN = {KADIS, SEKRETARIS, RENKEU, KABID}

BANTEN = {
    Act.START_RUN: {KADIS},
    Act.ORDER: {KADIS},
    Act.CANCEL: {KADIS},
    Act.CONVEY: {SEKRETARIS, RENKEU},
    Act.REPLACE_FORMAT: {KADIS, SEKRETARIS},
    Act.HAND_IN: {KABID},
    Act.DECLARE_NIHIL: {KABID},
    Act.FILL_IN: {KABID},
    Act.ACCEPT: {RENKEU},
    Act.RETURN: {RENKEU},
    Act.ACCEPT_ALL: {RENKEU},
    Act.CONVEY_COLLECTED: {RENKEU},
    Act.APPROVE_RECAP: {SEKRETARIS},
    Act.EXCLUDE: {SEKRETARIS},
    Act.REMARK: {KADIS},
    Act.FINISH: {KADIS},
    Act.GIVE_PARAF: {SEKRETARIS},
    Act.APPROVE_FINAL: {KADIS},
    Act.RETURN_RECAP: {SEKRETARIS},
    Act.ASK_TIME: ALL_OF_BANTEN,
    Act.GRANT_TIME: {KADIS, SEKRETARIS},
    Act.REFUSE_TIME: {KADIS, SEKRETARIS},
    Act.READ_STATUS: ALL_OF_BANTEN,
    Act.READ_TASKS: ALL_OF_BANTEN,
    Act.READ_RECAP: {KADIS, SEKRETARIS},
    Act.READ_DOCUMENTS: ALL_OF_BANTEN,
    Act.SEND_DOCUMENT: ALL_OF_BANTEN,
    Act.READ_DETAIL: {KADIS, SEKRETARIS},
    Act.REMIND_NOW: {KADIS, SEKRETARIS},
    Act.LIST_DOCUMENTS: {KADIS, SEKRETARIS},
    Act.SHOW_RECAP: {KADIS, SEKRETARIS},
    Act.READ_TIMELINESS: {KADIS, SEKRETARIS},
    Act.CLOSE_DAY: {KADIS},
    Act.OPEN_DAY: {KADIS},
    Act.SET_LETTERHEAD: {KADIS},
    Act.ORDER_PROPOSED: {KADIS},
    Act.PUT_OFF: {KADIS},
    Act.GIVE_ARAHAN: {KADIS},
    Act.WITHDRAW_ARAHAN: {KADIS},
    Act.CARRY_OUT_ARAHAN: {KADIS},
    Act.SEND_PACK: {KADIS},
    Act.PRINT_ALL: {KADIS, SEKRETARIS},
    Act.PRINT_PAPER: ALL_OF_BANTEN,
    Act.FILE_HARDCOPY: {KADIS},
    Act.KEEP_SCAN: {KADIS},
    Act.SEND_SCAN: {KADIS, SEKRETARIS},
}


def shipped(name: str) -> Sop:
    text = (resources.files("bot") / "sops" / f"{name}.toml").read_text(encoding="utf-8")
    return parse_sop(text)


SOPS = {"dpmd_jeneponto": (shipped("dpmd_jeneponto"), JENEPONTO)} | {
    "dpmd_banten": (shipped("dpmd_banten"), BANTEN)
}
LARGEST_RUN = 2**31 - 1  # PostgreSQL's integer


@pytest.mark.parametrize(
    ("name", "act", "role"),
    [
        (name, act, role.key)
        for name, (sop, _) in SOPS.items()
        for act in POWERS
        for role in sop.roles
    ],
)
def test_a_role_may_do_what_the_table_says_and_nothing_else(name: str, act: Act, role: str) -> None:
    sop, expected = SOPS[name]
    assert (role in roles_that_may(act, sop)) == (role in expected[act])


@pytest.mark.parametrize("name", SOPS)
def test_powers_are_given_to_roles_of_the_sop_alone(name: str) -> None:
    sop, _ = SOPS[name]
    known = {role.key for role in sop.roles}
    assert all(roles_that_may(act, sop) <= known for act in POWERS)


@pytest.mark.parametrize("table", [JENEPONTO, BANTEN])
def test_every_act_is_in_the_table_or_belongs_to_no_role(table: dict[Act, set[str]]) -> None:
    assert set(table) == set(POWERS)
    assert set(Act) - set(POWERS) == OF_NO_ROLE


READS_OR_HANDS_IN = {
    Act.HAND_IN,
    Act.FILL_IN,
    Act.READ_STATUS,
    Act.READ_TASKS,
    Act.READ_DOCUMENTS,
    Act.SEND_DOCUMENT,
    Act.PRINT_PAPER,  # of its own seat
    # the paper that it holds in its hands, and where it put it
    Act.FILE_HARDCOPY,
    Act.KEEP_SCAN,
}


@pytest.mark.parametrize("act", POWERS)
def test_a_seat_s_staff_hands_in_and_reads_and_decides_nothing(act: Act) -> None:
    assert (act in BY_STAFF) == (act in READS_OR_HANDS_IN)


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("args", [(), (7,), (7, "irban-2"), (7, "irban-2", "TLHP")])
def test_a_button_is_read_as_it_was_written(act: Act, args: tuple[object, ...]) -> None:
    assert read_button(button_data(act, *args)) == (act, tuple(map(str, args)))


@pytest.mark.parametrize("data", ["", ":", "bukan:7", "HIMPUN:7", "himpun :7", " himpun", "None"])
def test_data_that_no_button_carries_is_no_act(data: str) -> None:
    assert read_button(data) is None


@pytest.mark.parametrize("name", SOPS)
def test_every_button_about_a_seat_and_kind_fits_telegram(name: str) -> None:
    sop, _ = SOPS[name]
    for act in Act:
        for seat in sop.seats:
            for kind in sop.kinds:
                data = button_data(act, LARGEST_RUN, 99, seat.key, kind.code)
                assert len(data.encode()) <= 64


@pytest.mark.parametrize(
    ("longest", "fits"), [("x" * 57, True), ("x" * 58, False), ("é" * 28, True), ("é" * 29, False)]
)
def test_a_button_holds_64_bytes_and_no_more(longest: str, fits: bool) -> None:
    if fits:
        assert button_data(Act.CONVEY_COLLECTED, longest) == f"himpun:{longest}"
    else:
        with pytest.raises(ValueError, match="over 64 bytes"):
            button_data(Act.CONVEY_COLLECTED, longest)

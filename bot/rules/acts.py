"""Every act that a person can do by a command, a button or a file, and who may (invariant 7).

The table speaks of powers in the SOP's data, never of a role's name.
"""

from collections.abc import Callable
from enum import StrEnum

from bot.rules.sop import ApprovalAct, Sop, StepKind


class Act(StrEnum):
    """The value is the first word of a button's data."""

    START_RUN = "mulai"
    ORDER = "perintah"
    CONVEY = "sampaikan"
    REPLACE_FORMAT = "format"
    HAND_IN = "serah"
    DECLARE_NIHIL = "nihil"
    FILL_IN = "isi"
    ACCEPT = "terima"
    RETURN = "kembali"
    ACCEPT_ALL = "semua"
    CONVEY_COLLECTED = "himpun"
    APPROVE_RECAP = "rekap"
    EXCLUDE = "keluar"
    REMARK = "catatan"
    FINISH = "selesai"
    GIVE_PARAF = "paraf"
    APPROVE_FINAL = "setujui"
    RETURN_RECAP = "kembalirekap"
    CANCEL = "batal"
    ASK_TIME = "kendala"
    GRANT_TIME = "beri"
    REFUSE_TIME = "tolak"
    READ_STATUS = "status"
    READ_TASKS = "tugas"
    READ_RECAP = "bacarekap"
    READ_DOCUMENTS = "berkas"
    SEND_DOCUMENT = "kirim"
    READ_DETAIL = "rincian"
    REMIND_NOW = "ingatkan"
    LIST_DOCUMENTS = "daftar"
    SHOW_RECAP = "lihatrekap"
    PRINT_ALL = "cetaksemua"
    PRINT_PAPER = "cetak"
    READ_TIMELINESS = "kinerja"
    CLOSE_DAY = "libur"
    SET_LETTERHEAD = "kop"
    OPEN_DAY = "bukalibur"
    ORDER_PROPOSED = "perintahusul"
    PUT_OFF = "nanti"
    GIVE_ARAHAN = "disposisi"
    CARRY_OUT_ARAHAN = "laksana"
    WITHDRAW_ARAHAN = "tarik"
    SEND_PACK = "paket"
    FILE_HARDCOPY = "fisik"
    KEEP_SCAN = "simpanpindai"
    SEND_SCAN = "kirimpindai"
    # Of the group's administrators, not of a role:
    CLAIM_SEAT = "klaim"
    GRANT_SEAT = "setuju"
    REFUSE_SEAT = "tolakklaim"
    # Of whoever was asked:
    PLACE_OFFER = "tempat"
    CONFIRM_LETTER = "surat"
    ANSWER_FILLING = "jawab"
    SEND_FILLING = "kirimisi"
    DROP_FILLING = "urung"
    CONFIRM_FINDINGS = "benar"
    CHOOSE_OFFICE = "kantor"
    CHOOSE_MEANT = "untuk"
    # Of everybody, over his own data:
    GIVE_NAME = "ubahnama"
    GIVE_NIP = "ubahnip"
    DROP_NIP = "hapusnip"


def everyone(sop: Sop) -> tuple[str, ...]:
    return tuple(role.key for role in sop.roles)


def actors(*kinds: StepKind) -> Callable[[Sop], tuple[str, ...]]:
    return lambda sop: tuple(dict.fromkeys(r for kind in kinds for r in sop.actors_of(kind)))


def suppliers(sop: Sop) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind.handed_in_by for kind in sop.kinds))


def collectors(sop: Sop) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind.collector for kind in sop.kinds))


def superiors(sop: Sop) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.superior for role in sop.roles if role.superior))


def format_keepers(sop: Sop) -> tuple[str, ...]:
    """Who orders, and who conveys what was ordered first."""
    return (*actors(StepKind.ORDER)(sop), *sop.steps_of(StepKind.CONVEY)[0].actors)


def supervisors(sop: Sop) -> tuple[str, ...]:
    """Who orders, who is above somebody, and who oversees."""
    above = (*superiors(sop), *(role.key for role in sop.overseers))
    return tuple(dict.fromkeys((*actors(StepKind.ORDER)(sop), *above)))


def directors(sop: Sop) -> tuple[str, ...]:
    """Who is above who orders, and who oversees without being below him; who orders himself where
    nobody is above him."""
    ordering = actors(StepKind.ORDER)(sop)
    above = tuple(role.key for key in ordering for role in sop.superiors(key))
    beside = tuple(
        role.key
        for role in sop.overseers
        if not any(higher.key in ordering for higher in sop.superiors(role.key))
    )
    return tuple(dict.fromkeys((*(above or ordering), *beside)))


def approvers(*acts: ApprovalAct) -> Callable[[Sop], tuple[str, ...]]:
    return lambda sop: tuple(one.role for one in sop.approving.chain if one.act in acts)


def returners(sop: Sop) -> tuple[str, ...]:
    """Who approves, but for those to whom the recap would go back."""
    own = sop.actors_of(StepKind.ANALYSE)
    return tuple(one.role for one in sop.approving.chain if one.role not in own)


def recap_readers(sop: Sop) -> tuple[str, ...]:
    makers = actors(StepKind.ORDER, StepKind.COMPILE, StepKind.ANALYSE)(sop)
    return (*makers, *(role.key for role in sop.overseers))


def paper_readers(sop: Sop) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*recap_readers(sop), *supervisors(sop))))


def paper_holders(sop: Sop) -> tuple[str, ...]:
    """Those, and whose papers they are."""
    return tuple(dict.fromkeys((*paper_readers(sop), *suppliers(sop), *collectors(sop))))


POWERS: dict[Act, Callable[[Sop], tuple[str, ...]]] = {
    Act.START_RUN: actors(StepKind.ORDER),
    Act.ORDER: actors(StepKind.ORDER),
    Act.CANCEL: actors(StepKind.ORDER),
    Act.CONVEY: actors(StepKind.CONVEY),
    Act.REPLACE_FORMAT: format_keepers,
    Act.HAND_IN: suppliers,
    Act.DECLARE_NIHIL: suppliers,
    Act.FILL_IN: suppliers,
    Act.ACCEPT: collectors,
    Act.RETURN: collectors,
    Act.ACCEPT_ALL: collectors,
    Act.CONVEY_COLLECTED: actors(StepKind.COLLECT),
    Act.APPROVE_RECAP: actors(StepKind.COMPILE),
    Act.EXCLUDE: actors(StepKind.COMPILE),
    Act.REMARK: actors(StepKind.ANALYSE),
    Act.FINISH: actors(StepKind.ANALYSE),
    Act.GIVE_PARAF: approvers(ApprovalAct.INITIAL),
    Act.APPROVE_FINAL: approvers(ApprovalAct.APPROVE),
    Act.RETURN_RECAP: returners,
    Act.GRANT_TIME: superiors,
    Act.REFUSE_TIME: superiors,
    Act.ASK_TIME: everyone,
    Act.READ_STATUS: everyone,
    Act.READ_TASKS: everyone,
    Act.READ_RECAP: recap_readers,
    Act.READ_DOCUMENTS: everyone,
    Act.SEND_DOCUMENT: everyone,
    Act.READ_DETAIL: supervisors,
    Act.REMIND_NOW: supervisors,
    Act.LIST_DOCUMENTS: supervisors,
    Act.SHOW_RECAP: recap_readers,
    Act.PRINT_ALL: paper_readers,
    Act.PRINT_PAPER: paper_holders,
    Act.READ_TIMELINESS: supervisors,
    # the group's administrators may too (usecases/close_days.py)
    Act.CLOSE_DAY: actors(StepKind.ORDER),
    Act.OPEN_DAY: actors(StepKind.ORDER),
    Act.SET_LETTERHEAD: actors(StepKind.ORDER),
    Act.ORDER_PROPOSED: actors(StepKind.ORDER),
    Act.PUT_OFF: actors(StepKind.ORDER),
    Act.GIVE_ARAHAN: directors,
    Act.WITHDRAW_ARAHAN: directors,
    Act.CARRY_OUT_ARAHAN: actors(StepKind.ORDER),
    Act.SEND_PACK: actors(StepKind.ORDER),
    Act.FILE_HARDCOPY: actors(StepKind.ORDER),
    Act.KEEP_SCAN: actors(StepKind.ORDER),
    # who files hardcopies may too (usecases/paper_meant.py)
    Act.SEND_SCAN: recap_readers,
}
"""Which roles may do an act at all; whose duty or document it is, is checked besides."""

BY_STAFF = frozenset(
    {
        Act.HAND_IN,
        Act.FILL_IN,
        Act.READ_STATUS,
        Act.READ_TASKS,
        Act.READ_DOCUMENTS,
        Act.SEND_DOCUMENT,
        Act.PRINT_PAPER,
        Act.FILE_HARDCOPY,
        Act.KEEP_SCAN,
    }
)
"""Whose hand: these a seat's staff may do for it too, all others only who holds the seat."""


def roles_that_may(act: Act, sop: Sop) -> frozenset[str]:
    return frozenset(POWERS[act](sop))


def button_data(act: Act, *args: object) -> str:
    """The data of a button, at most 64 bytes (Bot API)."""
    data = ":".join((act.value, *map(str, args)))
    if len(data.encode()) > 64:
        raise ValueError(f"button data over 64 bytes: {data}")
    return data


def read_button(data: str) -> tuple[Act, tuple[str, ...]] | None:
    """The act and its arguments; None for data that no button of ours carries."""
    word, *args = data.split(":")
    return (Act(word), tuple(args)) if word in Act.__members__.values() else None

"""Who stands under the recap and its minutes, with what was recorded of each."""

from datetime import UTC, datetime

from bot.papers.recap_rooms import recap_rooms
from bot.papers.signing_rooms import Room
from bot.rules.signing import Signature, Signing
from bot.rules.sop import ApprovalAct

ZONE = "Asia/Makassar"
AT = datetime(2026, 11, 26, 1, tzinfo=UTC)
PARAF = ApprovalAct.INITIAL
DONE = "Selesainya analisis tercatat Kamis, 26 November 2026 pukul 09.00 WITA"
GIVEN = "Paraf tercatat Kamis, 26 November 2026 pukul 09.00 WITA"


def analyst(also: Signature) -> list[Room]:
    one = Signature("Kasubbag", AT, name="Contoh", nip="1" * 18, also=also)
    return list(recap_rooms(Signing(analysed=(one,)), ZONE))


def test_who_analysed_and_approved_has_one_room_for_both() -> None:
    also = Signature("Kasubbag", AT, PARAF, "Contoh", "1" * 18)
    assert analyst(also) == [
        Room("Dianalisis oleh", "Kasubbag", "Contoh", "1" * 18, f"{DONE}; {GIVEN}")
    ]
    before = Signature("Kasubbag", act=PARAF)
    assert analyst(before) == [Room("Dianalisis oleh", "Kasubbag", "Contoh", "1" * 18, DONE)]


def test_who_analysed_and_signs_at_last_has_one_room_without_a_box() -> None:
    [room] = analyst(Signature("Kasubbag", act=ApprovalAct.APPROVE))
    assert (room.by, room.boxed) == ("Dianalisis dan disetujui oleh", False)


def test_a_substitute_s_paraf_does_not_stand_under_the_name_of_who_analysed() -> None:
    own, other = analyst(Signature("Plh. Kasubbag", AT, PARAF, "Lain", "2" * 18, "Contoh"))
    assert (own.name, own.recorded) == ("Contoh", DONE)
    assert other == Room(
        "Paraf", "Plh. Kasubbag", "Lain", "2" * 18, f"{GIVEN} a.n. Contoh", boxed=True
    )

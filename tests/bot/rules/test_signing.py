from dataclasses import replace

from bot.rules import approving
from bot.rules.approving import Decider
from bot.rules.people import Person
from bot.rules.run import Run
from bot.rules.signing import Signature, Signing, signing
from bot.rules.sop import ApprovalAct, Approver, Approving
from bot.rules.trail import Trail
from tests.bot.conftest import PERSON, Course

NIP = "198001012005012001"
PEOPLE = {PERSON: Person(PERSON, "Contoh", given_name="Contoh Pegawai, S.E.", nip=NIP)}


def found(course: Course, run: Run | None = None) -> Signing:
    return signing(Trail(run or course.run, tuple(course.facts), PEOPLE))


def test_posts_come_from_the_sop_and_no_act_is_recorded_before_it(course: Course) -> None:
    blank = found(course)
    assert blank.compiled == (Signature("Penyusun Bahan Evaluasi, Rencana, Program dan Laporan"),)
    post = "Kasubbag Perencanaan dan Keuangan"
    assert blank.analysed == (Signature(post, also=Signature(post, act=ApprovalAct.INITIAL)),)
    assert blank.approved == (
        Signature("Sekretaris", act=ApprovalAct.INITIAL),
        Signature("Kepala Dinas", act=ApprovalAct.APPROVE),
    )
    assert blank.head == ()


def test_a_sop_that_asks_nobody_to_approve_has_room_for_the_head(course: Course) -> None:
    bare = replace(course.run, sop=replace(course.run.sop, approving=Approving()))
    assert found(course, bare).head == (Signature("Kepala Dinas"),)
    assert found(course, bare).approved == ()


def test_nobody_has_two_rooms_who_made_the_recap_and_approves_it(course: Course) -> None:
    approving_himself = Approving((Approver("penyusun", ApprovalAct.INITIAL),))
    own = replace(course.run, sop=replace(course.run.sop, approving=approving_himself))
    [compiled] = found(course, own).compiled
    assert compiled.also == Signature(compiled.post, act=ApprovalAct.INITIAL)
    assert found(course, own).approved == ()


def test_an_act_that_was_done_bears_its_moment_and_who_did_it(course: Course) -> None:
    course.at("2026-11-23 09:00").to_step(6)
    [compiled], [analysed] = found(course).compiled, found(course).analysed
    assert (compiled.recorded_at, compiled.name) == (course.now, "Contoh Pegawai, S.E.")
    assert compiled.nip == NIP
    assert (analysed.recorded_at, analysed.name, analysed.nip) == (None, "", "")


def test_who_stood_in_for_the_holder_signs_as_such(course: Course) -> None:
    course.to_step(6).finish()
    told = {"sebagai": "Plh.", "oleh": "Contoh", "atas nama": "Lain"}
    course.facts = [replace(f, detail={**f.detail, **told}) for f in course.facts]
    [analysed] = found(course).analysed
    assert analysed.post == "Plh. Kasubbag Perencanaan dan Keuangan"
    assert (analysed.name, analysed.on_behalf) == ("Contoh Pegawai, S.E.", "Lain")


def test_a_returned_recap_is_analysed_by_nobody_until_it_is_done_again(course: Course) -> None:
    course.to_step(6).finish()
    course.do(approving.open_chain(course.run, "a1" * 32, course.calendar, course.now))
    asked, by = approving.awaited(course.run), Decider(PERSON, "Contoh")
    assert asked is not None
    course.do(approving.return_recap(course.run, asked, by, "Keliru", course.calendar, course.now))
    assert [one.recorded_at for one in found(course).analysed] == [None]
    assert [one.nip for one in found(course).compiled] == [NIP]


def test_an_analysing_role_without_superiors_has_no_head(course: Course) -> None:
    roles = tuple(replace(role, superior=None) for role in course.run.sop.roles)
    alone = replace(course.run, sop=replace(course.run.sop, roles=roles, approving=Approving()))
    assert found(course, alone).head == ()

from dataclasses import replace

from bot.rules.run import Task
from bot.rules.signing import Signature, signing
from bot.rules.sop import ApprovalAct, Approving


def test_posts_come_from_the_sop_and_no_act_is_recorded_before_it(course) -> None:
    found = signing(course.run)
    assert found.compiled == (Signature("Penyusun Bahan Evaluasi, Rencana, Program dan Laporan"),)
    post = "Kasubbag Perencanaan dan Keuangan"
    assert found.analysed == (Signature(post, also=Signature(post, act=ApprovalAct.INITIAL)),)
    assert found.approved == (
        Signature("Sekretaris", act=ApprovalAct.INITIAL),
        Signature("Kepala Dinas", act=ApprovalAct.APPROVE),
    )
    assert found.head == ()


def test_a_sop_that_asks_nobody_to_approve_has_room_for_the_head(course) -> None:
    bare = replace(course.run, sop=replace(course.run.sop, approving=Approving()))
    assert signing(bare).head == (Signature("Kepala Dinas"),)
    assert signing(bare).approved == ()


def test_an_act_that_was_done_bears_its_moment(course) -> None:
    duty = course.duty(Task.COMPILE, "penyusun")
    run = course.run.with_duty(replace(duty, done_at=course.now))
    found = signing(run)
    assert found.compiled[0].recorded_at == course.now
    assert found.analysed[0].recorded_at is None


def test_who_stood_in_for_the_holder_signs_as_such(course) -> None:
    duty = course.duty(Task.ANALYSE, "kasubbag-perencanaan")
    run = course.run.with_duty(replace(duty, done_at=course.now, done_as="Plh."))
    assert signing(run).analysed[0].post == "Plh. Kasubbag Perencanaan dan Keuangan"


def test_an_analysing_role_without_superiors_has_no_head(course) -> None:
    roles = tuple(replace(role, superior=None) for role in course.run.sop.roles)
    alone = replace(course.run, sop=replace(course.run.sop, roles=roles, approving=Approving()))
    assert signing(alone).head == ()

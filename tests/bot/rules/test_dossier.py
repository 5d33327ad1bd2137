"""What the papers of a run tell: the request, the receipts, the minutes, the control card."""

from dataclasses import replace

from bot.rules.control_card import control_card
from bot.rules.dispositions import Disposition, DispositionState
from bot.rules.ledger import Share
from bot.rules.minutes_paper import Part, Tally, present, tally
from bot.rules.receipts import receipts_of
from bot.rules.request_letters import request_letter
from bot.rules.run import Fact, Task
from bot.rules.stationery import Stationery
from bot.texts.control_card import event, performer
from bot.texts.request_paper import letter_number
from tests.bot.conftest import EVLAP, KASUBBAG, PERSON, UMUM, Course, wita
from tests.bot.dossiers import PEOPLE, dossier

IRBAN = "irban-1"


def test_nobody_has_a_request_before_his_time_begins(course: Course) -> None:
    irban = course.run.sop.seat(IRBAN)
    course.to_step(3)
    assert request_letter(dossier(course), irban) is None
    course.at("2026-11-23 07:50").to_step(4)
    letter = request_letter(dossier(course), irban)
    assert letter is not None
    assert [seat.key for seat, _ in letter.asked_by] == [EVLAP, UMUM]
    assert [seat.key for seat, _ in letter.orders] == [KASUBBAG]
    assert letter.day == wita("2026-11-23 07:50").date()


def test_the_request_keeps_the_limit_that_it_was_sent_with(course: Course) -> None:
    irban = course.run.sop.seat(IRBAN)
    course.at("2026-11-23 07:50").to_step(4)
    first = request_letter(dossier(course), irban)
    document = course.at("2026-11-23 09:00").file(IRBAN, "LHP")
    course.hand_in(IRBAN)
    course.at("2026-11-23 14:00").give_back(document)
    later = request_letter(dossier(course), irban)
    assert first is not None
    assert first.limit == wita("2026-11-23 14:50")
    assert later == first


def test_a_letter_s_number_leaves_to_the_pen_what_nobody_knows(course: Course) -> None:
    letter = request_letter(dossier(course.to_step(4)), course.run.sop.seat(IRBAN))
    assert letter is not None
    at, waits = course.now, DispositionState.ORDERED
    agenda = Disposition(1, 1, 2026, 12, waits, at, PERSON, KASUBBAG)
    office, nobody = Stationery(abbreviation="DPMD", classification="000.7"), Stationery()
    assert letter_number(agenda, office, letter) == "000.7/12/DPMD/XI/2026"
    assert letter_number(None, nobody, letter) == "000.8.3.4/....../....../XI/2026"


def test_each_collector_has_a_receipt_of_what_came_to_it(course: Course) -> None:
    irban = course.run.sop.seat(IRBAN)
    course.to_step(4)
    assert list(receipts_of(course.run, irban)) == []
    course.file(IRBAN, "LHE")
    course.file(IRBAN, "LHP")
    [evlap] = receipts_of(course.run, irban)
    assert [d.kind for d in evlap.documents] == ["LHP", "LHE"]
    assert [kind.code for kind in evlap.owed] == ["TLHP"]
    course.nihil(IRBAN, "TLHP")
    course.file(IRBAN, "DATA")
    subjects = {each.subject: each.owed for each in receipts_of(course.run, irban)}
    assert subjects == {f"{IRBAN}/{EVLAP}": (), f"{IRBAN}/{UMUM}": ()}


def test_who_took_part_stands_by_post_each_person_once(course: Course) -> None:
    course.to_step(4)
    course.file(IRBAN, "LHP")
    course.nihil(IRBAN, "LHE")
    course.facts = [
        replace(f, person=8, detail={**f.detail, "sebagai": "Plh.", "oleh": "B"})
        if f.seat == UMUM
        else f
        for f in course.facts
    ]
    found = {one.seat.key: one for one in present(dossier(course))}
    assert list(found) == [KASUBBAG, "penyusun", EVLAP, UMUM, IRBAN]
    assert found[IRBAN].parts == ((Part.HANDED_IN, 2),)
    assert (found[UMUM].hand.acting, found[UMUM].hand.name) == ("Plh.", "B")
    assert found[EVLAP].nip == PEOPLE[PERSON].nip


def test_versions_and_nihil_are_tallied_apart(course: Course) -> None:
    course.to_step(4)
    document = course.file(IRBAN, "LHP")
    course.accept(course.file(IRBAN, "LHE"))
    course.nihil(IRBAN, "TLHP")
    course.give_back(document)
    course.file(IRBAN, "LHP", content="baru")
    assert tally(course.run) == Tally(3, 1, 1, 0, 1, 0, 1)


def test_the_control_card_gives_every_minute_of_every_duty_to_one_share(course: Course) -> None:
    course.at("2026-11-23 07:40").order()
    course.at("2026-11-23 08:00").convey(2, "penyusun")
    course.at("2026-11-23 08:05").to_step(4)
    document = course.at("2026-11-23 09:00").file(IRBAN, "LHP")
    course.at("2026-11-23 10:00").give_back(document, "Tanpa pengesahan")
    card = control_card(dossier(course))
    accounts = [line.account for _, lines in card.steps for line in lines]
    assert len(accounts) == len(course.run.duties)
    assert {sum(own.minutes.values()) for own in accounts} == {card.minutes} == {150}
    ordered = next(own for own in accounts if own.duty.task == Task.ORDER)
    assert (ordered.minutes[Share.OWN], ordered.late) == (10, 5)
    assert [fact.detail["alasan"] for fact in card.events] == ["Tanpa pengesahan"]
    assert [hand.name for line in card.steps[0][1] for hand in line.hands] == ["Contoh"]


def test_the_control_card_names_all_who_handed_in_for_a_seat_each_once(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    course.hand_in(IRBAN)
    last = course.facts.pop()
    told = {"sebagai": "staf", "oleh": "Contoh Staf", "atas nama": "Contoh"}
    course.facts[-1] = replace(course.facts[-1], person=9, detail=told)
    course.facts.append(last)
    lines = [line for _, lines in control_card(dossier(course)).steps for line in lines]
    [own] = [line for line in lines if line.account.duty.seat == IRBAN]
    assert [(hand.acting, hand.name) for hand in own.hands] == [
        ("", "Contoh"),
        ("staf", "Contoh Staf"),
    ]
    assert performer(course.run, own) == (
        "Irban I: menyerahkan berkas\nContoh\nstaf Contoh Staf, a.n. Contoh"
    )


def test_the_control_card_reaches_to_the_last_event_in_it(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    at = wita("2026-11-23 09:00")
    course.facts.append(Fact("waktu dimohon", at, PERSON, EVLAP, {"alasan": "Rapat"}))
    assert control_card(dossier(course)).until == at


def test_an_approval_that_lapsed_is_told_as_nobody_s_act(course: Course) -> None:
    fact = Fact("persetujuan gugur", course.now, None, "kepala", {"tindakan": "setujui"})
    told = event(course.run, fact, dossier(course).hand(fact), "Asia/Makassar")
    assert told[1:] == ["Persetujuan gugur", "–", "Persetujuan Kepala Dinas"]


def test_a_paper_printed_again_dates_from_the_last_thing_in_it(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    before = dossier(course).as_of
    course.at("2026-11-23 11:00")
    assert dossier(course).as_of == before == wita("2026-11-23 07:50")
    course.file(IRBAN, "LHP")
    assert dossier(course).as_of == wita("2026-11-23 11:00")

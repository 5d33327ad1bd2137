"""What is said of substitutes, staff, hand-over and leave: courteous, and short however long the
names are."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.rules.absences import Absence
from bot.rules.ladder import Reminder
from bot.rules.messages import Attachment, Message
from bot.rules.people import Claim, Leave, Office, Person, Substitution, Title
from bot.rules.recounting import LimitMoved
from bot.rules.sop import RungTo, RungWhere
from bot.texts import (
    board,
    duties,
    moved_limits,
    reminders,
    requests,
    runs,
    substitutes,
    supervising,
    words,
)

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 27)
SARI, BUDI = Person(7, "Sari <S.Sos.>", reachable=True), Person(8, "Budi")
OFFICE = Office(1, -100, "Kinerja & DPMD", "x")
STANDS_IN = Substitution(1, 1, "irban-2", SARI, Title.PLH, FIRST, LAST)
AT = datetime(2026, 11, 23, tzinfo=UTC)


def test_a_substitute_is_named_with_whom_he_stands_in_for_and_when(course, read) -> None:
    seat = course.run.sop.seat("irban-2")
    assert read(substitutes.named(STANDS_IN, seat, BUDI, BUDI)) == (
        "Sari <S.Sos.> ditetapkan sebagai Plh. Irban II (Budi), Senin, 23 November 2026 s.d. "
        "Jumat, 27 November 2026, oleh Budi."
    )
    told = read(substitutes.begun_for(STANDS_IN, seat, OFFICE))
    assert "/plh irban-2 selesai" in told


def test_a_card_that_was_passed_on_keeps_its_file_and_loses_its_buttons(course, read) -> None:
    card = Message("lama", attachment=Attachment("LHP.pdf", "a" * 64))
    seat = course.run.sop.seat("irban-2")
    gone = substitutes.passed_on(card, course.run, seat, replace(SARI, acting="Plh."))
    assert read(gone).endswith("tugas ini kini dilaksanakan oleh Plh. Sari <S.Sos.>.")
    assert gone.attachment == card.attachment
    assert gone.buttons == ()


def test_who_stands_in_is_greeted_and_named_as_such_everywhere(course, holders, read) -> None:
    """Requests, reminders, returns, moved limits, pleas, board and [Rincian]."""
    course.at("2026-11-23 07:50").to_step(4)
    run, calendar, now = course.run, course.calendar, course.now
    duty = course.hand_in_duty("irban-1")
    acting = {**holders, "irban-1": replace(SARI, acting="Plh.")}
    plea = runs.plea(run, duty, words.post_of(run.sop.seat("irban-1"), acting), (120,), calendar)
    reminder = Reminder(duty, RungTo.HOLDER, RungWhere.PRIVATE, 0, 10)
    returned = replace(course.file("irban-1", "LHP"), reason="Tanpa cap")
    moved = LimitMoved(duty, now)
    greeted = [
        duties.hand_in_duty(run, duty, None, calendar, acting),
        reminders.to_holder(run, reminder, calendar, "", acting),
        reminders.limit_moved(run, moved, calendar, acting),
        moved_limits.moved_limits([(run, moved)], calendar, "", acting),
        moved_limits.for_waiting(run, "irban-1", [moved], calendar, acting),
        requests.returned(run, returned, "", acting),
        supervising.reminder(run, [duty], "Sekretaris", calendar, now, {}, acting),
        plea,
    ]
    for message in greeted:
        assert read(message).startswith("Yth. Bapak/Ibu Plh. Irban I. "), message.text
    named = [
        requests.request(run, [run.sop.seat("kasubbag-umum")], acting, calendar, "https://t.me/x"),
        reminders.in_group(run, [reminder], acting, calendar),
        reminders.to_superior(run, "Sekretaris", [reminder], acting, calendar),
        board.board(run, acting, calendar, now),
        supervising.detail(run, run.sop.seat("irban-1"), [], acting, calendar, now),
    ]
    for message in named:
        assert "Plh. Irban I (Sari <S.Sos.>)" in read(message)
        assert "Plh. Sari" not in read(message)


def test_staff_is_asked_as_the_seat_s_and_decides_nothing(course, read) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    duty, paper = course.hand_in_duty("irban-2"), Attachment("Data Irban II.xlsx", "a" * 64)
    helper = {"irban-2": replace(SARI, acting="staf")}
    message = duties.hand_in_duty(course.run, duty, paper, course.calendar, helper, decides=False)
    assert read(message).startswith("Yth. Bapak/Ibu staf Irban II. Mohon menyampaikan")
    assert message.attachment == paper
    own = duties.hand_in_duty(course.run, duty, paper, course.calendar)
    assert any(b.label == "Nihil LHP" for row in own.buttons for b in row)
    assert not [b for row in message.buttons for b in row if b.label.startswith("Nihil")]


def test_a_document_sent_for_the_holder_bears_both_names(course) -> None:
    course.to_step(4)
    document = replace(course.file("irban-2", "LHP"), sent_as="Plh.", on_behalf="Budi")
    assert words.sender("Sari", document) == "Sari (Plh., a.n. Budi)"
    assert words.sender("Sari", replace(document, sent_as="staf", on_behalf="")) == "Sari (staf)"
    assert words.sender("Budi", replace(document, sent_as="")) == "Budi"


def test_a_receipt_says_what_others_sent_and_offers_nihil_only_to_who_decides(course, read) -> None:
    course.to_step(4)
    document = course.file("irban-2", "LHP")
    course.run = course.run.with_document(replace(document, sent_as="staf", on_behalf="Budi"))
    seat = course.run.sop.seat("irban-2")
    receipt = requests.receipt(course.run, seat)
    assert "Dikirim staf a.n. pemegang kursi: LHP." in read(receipt)
    assert receipt.buttons
    assert requests.receipt(course.run, seat, decides=False).buttons == ()


def test_leave_names_the_seats_that_are_left_alone(course, read) -> None:
    leave, seat = Leave(1, 1, BUDI, FIRST, LAST), course.run.sop.seat("irban-2")
    told = read(substitutes.leave_kept(leave, [Absence(seat, FIRST, LAST)]))
    assert "Cuti tanpa pengganti: Irban II (Senin, 23 November 2026 s.d. Jumat" in told
    assert "/plh irban-2" in told
    assert "tanpa pengganti" not in read(substitutes.leave_kept(leave, []))


def test_what_a_large_office_reads_of_its_people_fits(large, crowd, read) -> None:
    sop, office = large.run.sop, replace(OFFICE, title="Kantor & " * 30)
    person, seat = crowd["kepala"], sop.seats[0]
    long = replace(STANDS_IN, person=person)
    for message in (
        substitutes.named(long, seat, person, person),
        substitutes.begun(long, seat, office),
        substitutes.begun_for(long, seat, office),
        substitutes.ended(long, seat, office),
        substitutes.ended_for(long, seat, office),
        substitutes.withdrawn(long, seat, person),
        substitutes.staff_named(person, seat),
        substitutes.staff_removed(person, seat),
        substitutes.hand_over_asked(Claim(1, 1, seat.key, person, AT), seat, person),
        substitutes.leave_kept(
            Leave(1, 1, person, FIRST, LAST), [Absence(s, FIRST, LAST) for s in sop.seats]
        ),
        substitutes.leave_cancelled(person, [Leave(1, 1, person, FIRST, LAST)] * 30),
    ):
        read(message)

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.rules.people import Claim, Office, Person, Rights, Seating
from bot.texts import seats

LINK = "https://t.me/himpun_bot?start=kursi_x"
ANI, BUDI = Person(7, "Ani <S.E.>", reachable=True), Person(8, "Budi", reachable=True)
OFFICE = Office(1, -100, "Kinerja & DPMD", "x")
CLAIM = Claim(3, 1, "irban-1", ANI, datetime(2026, 11, 23, tzinfo=UTC))


@pytest.fixture
def seat(course):
    return course.run.sop.seat("irban-1")


def test_a_greeting_says_what_is_lacking_and_what_to_do(course, read) -> None:
    lacking = seats.lacks(Rights(), course.run.sop.seats[:2])
    words = read(seats.greeting(course.run.sop, lacking))
    assert "Mohon menjadikan sistem administrator." in words
    assert "Kursi kosong: Kasubbag Perencanaan dan Keuangan dan Penyusun" in words


@pytest.mark.parametrize(
    ("rights", "said"),
    [
        (Rights(reads_all=True), "menyematkan"),
        (Rights(administrator=True), "menyematkan"),
        (Rights(administrator=True, can_pin=True), None),
    ],
)
def test_only_a_right_that_is_missing_is_asked_for(rights, said) -> None:
    lacking = seats.lacks(rights)
    assert (said in lacking[0]) if said else lacking == []


def test_every_seat_is_listed_with_its_key_and_holder(course, holders, read) -> None:
    holders["irban-3"] = replace(holders["irban-3"], reachable=False)
    words = read(seats.seats(course.run.sop, Seating(holders), LINK))
    assert "• Irban I (irban-1): Nama 5\n" in words
    assert "• Irban II (irban-2): kosong\n" in words
    assert "• Irban III (irban-3): Nama 6 — belum membuka chat pribadi\n" in words


def test_a_button_of_the_seat_list_tells_seat_and_holder_whatever_the_title(
    course, holders, read
) -> None:
    message = seats.choose_seat(OFFICE, course.run.sop, holders)
    labels = [button.label for row in message.buttons for button in row]
    assert labels[:2] == ["Perencanaan (Nama 1)", "Penyusun (Nama 2)"]
    assert labels[4:6] == ["Irban I (Nama 5)", "Irban II"]
    assert "• Penyusun: Penyusun Bahan Evaluasi, Rencana, Program dan Laporan\n" in read(message)
    assert "• Irban" not in read(message)


def test_a_claim_is_put_to_the_administrators_and_decided(seat, read) -> None:
    asked = seats.claim_asked(CLAIM, seat, BUDI)
    words = read(asked)
    assert words.startswith("Ani <S.E.> mengajukan diri sebagai Irban I. ")
    assert "sekarang dipegang Budi" in words
    assert [b.label for row in asked.buttons for b in row] == ["Setujui", "Tolak"]
    assert "sekarang" not in read(seats.claim_asked(CLAIM, seat, None))
    assert read(seats.claim_decided(CLAIM, seat, BUDI, granted=True)).endswith(
        "disetujui oleh Budi."
    )
    assert "belum disetujui" in read(seats.claim_decided(CLAIM, seat, BUDI, granted=False))


def test_who_seats_himself_is_announced_as_such(seat, read) -> None:
    assert read(seats.seated(ANI, seat, BUDI)).endswith("sebagai Irban I oleh Budi.")
    assert read(seats.seated(ANI, seat, ANI)).endswith("satu-satunya administrator grup.")


def test_a_private_chat_is_welcomed_with_its_seats_or_how_to_get_one(read) -> None:
    assert "Kursi: Irban I dan Irban II." in read(seats.welcome(["Irban I", "Irban II"]))
    assert "/peran" in read(seats.welcome([]))


def test_what_a_large_office_reads_of_its_seats_fits(large, crowd, read) -> None:
    sop, office = large.run.sop, replace(OFFICE, title="Kantor & " * 30)
    every = sop.seats
    lacking = seats.lacks(Rights(administrator=True, reads_all=True), every)
    read(seats.greeting(sop, lacking))
    read(seats.seats(sop, Seating(crowd), LINK))
    read(seats.choose_seat(office, sop, crowd))
    read(seats.welcome([seat.title for seat in every]))
    person = crowd["kepala"]
    claim = replace(CLAIM, person=person)
    for message in (
        seats.claim_asked(claim, every[0], person),
        seats.claim_decided(claim, every[0], person, granted=True),
        seats.claim_waits(every[0]),
        seats.seated(person, every[0], person),
        seats.seat_given(every[0], office),
        seats.seat_passed(every[0], office, person),
        seats.nudge(person, LINK),
    ):
        read(message)

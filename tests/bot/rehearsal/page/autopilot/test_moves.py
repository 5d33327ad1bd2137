"""What would be done next, by what the product's own messages say in the chats; no bot runs."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.page.autopilot.pilot import moves
from bot.rehearsal.page.autopilot.seating import holder
from bot.rehearsal.stage import Stage, set_stage
from bot.rehearsal.telegram import Chat, Telegram
from bot.rehearsal.telegram.html import parse_html
from bot.rehearsal.telegram.messages import Content, Message
from bot.rules.messages import Message as Words
from bot.rules.people import Claim, Person
from bot.rules.sop import Sop
from bot.texts.board import board
from bot.texts.duties import collect_duty, convey_duty, hand_in_duty
from bot.texts.requests import request, returned
from bot.texts.reviews import review
from bot.texts.runs import choose_period
from bot.texts.seats import claim_asked, claim_decided
from bot.texts.tasks import tasks

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"


@dataclass
class Shown:
    """A stage on which a test lets the bot say what it says in the product."""

    stage: Stage

    def says(self, chat: Chat, words: Words) -> Message:
        text, entities = parse_html(words.text)
        rows = [
            [{"text": b.label, "callback_data": b.data or "x"} for b in row]
            for row in words.buttons
        ]
        markup = {"inline_keyboard": rows} if rows else {"force_reply": True} if words.ask else None
        content = Content(text, tuple(entities), None, markup)
        bot, now = self.stage.telegram.bot, self.stage.clock.now()
        return self.stage.telegram.state.post(Message(chat, bot, now, content))

    def chat(self, seat: str) -> Chat:
        return self.stage.cast[seat].chat

    def board(self, course) -> None:
        self.says(self.stage.group, board(course.run, {}, course.calendar, None))

    @property
    def next(self) -> str:
        """The caption of the next move; empty where there is none."""
        return next((move.caption for move in moves(self.stage)), "")


@pytest.fixture
async def empty(jeneponto: Sop, course) -> AsyncIterator[Shown]:
    clock = RehearsalClock(course.now)
    async with Telegram(clock.now) as telegram:
        yield Shown(set_stage(telegram, clock, jeneponto, course.calendar))


@pytest.fixture
def shown(empty: Shown) -> Shown:
    """Everybody is seated and can be written to."""
    stage = empty.stage
    stage.group.bot_status = "administrator"
    owner = Person(stage.orderer.id, stage.orderer.name)
    for key, person in stage.cast.items():
        person.started = True
        claim = Claim(1, 1, key, Person(person.id, person.name), NOW)
        empty.says(stage.group, claim_decided(claim, stage.seat_of(key), owner, granted=True))
    return empty


def test_the_bot_is_added_then_promoted_then_asked_for_the_seats(empty: Shown) -> None:
    group = empty.stage.group
    assert empty.next == "Persiapan: Pegawai Perencanaan menambahkan sistem ke grup"
    group.bot_status = "member"
    assert empty.next == "Persiapan: sistem dijadikan administrator grup"
    group.bot_status = "administrator"
    assert empty.next == "Persiapan: daftar kursi diminta dengan /peran"


def test_what_is_claimed_is_granted_and_counts_only_then(empty: Shown) -> None:
    stage = empty.stage
    stage.group.bot_status = "administrator"
    seat, person = stage.seat_of("irban-2"), stage.cast["irban-2"]
    claim = Claim(1, 1, seat.key, Person(person.id, person.name), NOW)
    asked = empty.says(stage.group, claim_asked(claim, seat, None))
    assert empty.next == "Persiapan: administrator grup menyetujui Irban II"
    assert holder(stage, seat) is None
    decided = claim_decided(claim, seat, Person(1, "Pegawai Perencanaan"), granted=True)
    asked.change(Content(decided.text), stage.clock.now())
    assert holder(stage, seat) is person


def test_with_no_run_one_is_begun_and_its_period_chosen(shown: Shown, course) -> None:
    orderer = "kasubbag-perencanaan"
    assert shown.next == (
        "Langkah 1: Kasubbag Perencanaan dan Keuangan memulai putaran dengan /mulai"
    )
    shown.says(shown.chat(orderer), choose_period(1, [course.run.period]))
    assert shown.next.endswith("memilih periode Triwulan III 2026")


def test_a_button_in_a_list_of_tasks_is_left_alone(shown: Shown, course) -> None:
    course.to_step(3)
    shown.board(course)
    duty = course.run.duties_where(lambda d: d.seat == EVLAP and d.step == 3)[0]
    shown.says(shown.chat(EVLAP), tasks([(course.run, duty)], course.calendar, {}))
    assert shown.next == ""
    shown.says(shown.chat(EVLAP), convey_duty(course.run, duty, None, course.calendar))
    assert shown.next == "Langkah 3: Ka.Subbag Evaluasi dan Pelaporan menyampaikan format"


def asked(shown: Shown, course) -> None:
    shown.board(course)
    asked_by = [shown.stage.seat_of(EVLAP), shown.stage.seat_of(UMUM)]
    shown.says(shown.stage.group, request(course.run, asked_by, {}, course.calendar, "t.me/x"))


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ([], "Irban I membalas permintaan di grup dengan empat berkas dalam satu album"),
        (["irban-1"], "Irban II mengirim dua LHP di chat pribadi"),
        (["irban-1", "irban-2"], "Irban III mengirim empat berkas dalam satu album"),
    ],
)
def test_the_next_seat_that_owes_hands_in(shown: Shown, course, done, expected) -> None:
    course.to_step(4)
    for seat in done:
        course.hand_in(seat)
    asked(shown, course)
    assert expected in shown.next


def test_only_what_is_still_owed_is_sent(shown: Shown, course) -> None:
    course.to_step(4).file("irban-1", "LHE")
    asked(shown, course)
    assert "tiga berkas dalam satu album (LHP, TLHP dan DATA)" in shown.next


def test_the_last_seat_is_late_until_the_clock_has_passed_its_limit(shown: Shown, course) -> None:
    course.to_step(4)
    for seat in ("irban-1", "irban-2", "irban-3"):
        course.hand_in(seat)
    asked(shown, course)
    duty = course.hand_in_duty("irban-4")
    shown.says(shown.chat("irban-4"), hand_in_duty(course.run, duty, None, course.calendar))
    seen = []
    for _ in range(3):
        move = next(move for move in moves(shown.stage))
        seen.append(move.caption.removeprefix("Langkah 4: Irban IV "))
        if "late" in move.key:
            move.do()
    assert seen == [
        "belum menyerahkan berkas ketika batasnya terlewati",
        "diingatkan secara pribadi, lalu di grup",
        "menyatakan TLHP nihil pada periode ini",
    ]


def test_one_document_is_returned_with_its_reason_and_sent_again(shown: Shown, course) -> None:
    course.to_step(4)
    for seat in ("irban-1", "irban-2", "irban-3"):
        course.hand_in(seat)
    asked(shown, course)
    document = next(d for d in course.run.documents if d.kind == "LHE")
    waiting = shown.says(shown.chat(EVLAP), review(course.run, document))
    assert shown.next.endswith("mengembalikan satu berkas untuk perbaikan")
    back = course.give_back(document)
    waiting.change(Content(review(course.run, back).text), shown.stage.clock.now())
    shown.stage.group.posted = [m for m in shown.stage.group.posted if "Papan" not in m.text]
    shown.board(course)
    shown.says(shown.chat("irban-1"), returned(course.run, back, ""))
    assert shown.next == "Langkah 4: Irban I mengirim versi perbaikan LHE"


def test_a_collector_accepts_only_when_nothing_is_missing(shown: Shown, course) -> None:
    course.to_step(4)
    course.hand_in_all()
    duty = course.run.duties_where(lambda d: d.seat == EVLAP and d.step == 4)[0]
    shown.board(course)
    card = shown.says(shown.chat(EVLAP), collect_duty(course.run, duty, course.calendar))
    assert shown.next == (
        "Langkah 4: Ka.Subbag Evaluasi dan Pelaporan menyetujui semua berkas yang dihimpunnya"
    )
    card.change(
        Content(f"{card.text}\nBelum diterima: Irban I: LHP.", markup=card.markup), course.now
    )
    assert shown.next == ""

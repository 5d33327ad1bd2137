"""Questions, records and the look-over of a workbook filled in chat."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.rules import filling as rules
from bot.rules.achievement import Direction, Method, RolledUp
from bot.rules.carrying import Earlier
from bot.rules.filling import Filling
from bot.rules.filling_questions import Answer, Ask, Topic, asks_of
from bot.rules.forms import Indicator, OfficeFormat
from bot.rules.json_form import to_json
from bot.rules.periods import Period
from bot.rules.run import DocumentState
from bot.texts import filling as texts
from bot.texts import filling_ends

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LONG = "Persentase <desa> & kelurahan 🙂 yang panjang sekali namanya, " * 4
SEAT = "irban-1"
BUDGET = Decimal(310_000_000)
ONE = Indicator(
    1, "Sasaran", "Desa maju", "%", Direction.UP, Method.SUM, Decimal("45.12"), Decimal("42.68"),
    "Penataan Desa", BUDGET, SEAT,
)  # fmt: skip
TWO = replace(ONE, number=2, name="Desa tertinggal", direction=Direction.DOWN, programme=None)
BEFORE = Period("triwulan", 2026, 2)


def question(
    run, ask: Ask, row: Indicator, last: Earlier | None = None, *given: Answer, among=(ONE, TWO)
):
    asks = asks_of(among)
    filling = Filling(9, run.id, SEAT, 7, NOW, question=ask.key, answers=given)
    return texts.question(run, filling, asks, ask, row, last)


def labels(message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def test_a_question_shows_the_target_and_the_last_value(course, read) -> None:
    last = Earlier(BEFORE, Decimal("71.5"), None, RolledUp(Decimal(63), 2, 3))
    message = question(course.run, Ask(Topic.ACTUAL, 1), ONE, last)
    assert read(message) == (
        "Irban I, data kinerja Triwulan III 2026 (1 dari 7)\n"
        "1. Desa maju\n"
        "Target Triwulan III 2026: 42,68 %.\n"
        "Realisasi terakhir (Triwulan II 2026): 71,5 %.\n"
        "Dari bulanan (jumlah, 2 dari 3 bulan): 63.\n"
        "Realisasi? Mohon dijawab dengan angka."
    )
    assert labels(message) == ["Belum ada", "Lewati", "Lihat ringkasan"]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (None, "Belum ada realisasi periode sebelumnya."),
        (
            Earlier(BEFORE, None, None, None),
            "Realisasi terakhir (Triwulan II 2026): belum ada data.",
        ),
    ],
)
def test_what_is_not_known_of_before_is_said(course, read, last, told: str) -> None:
    assert told in read(question(course.run, Ask(Topic.ACTUAL, 2), TWO, last))


def test_rupiah_are_asked_with_the_pagu_and_what_was_spent_before(course, read) -> None:
    last = Earlier(BEFORE, None, Decimal(120_000_000), None)
    message = question(course.run, Ask(Topic.SPENT, 1), ONE, last)
    words = read(message)
    assert "Program/kegiatan: Penataan Desa. Pagu Rp310.000.000." in words
    assert "Realisasi terakhir (Triwulan II 2026): Rp120.000.000." in words
    assert labels(message) == ["Belum ada", "Lewati", "Kembali", "Lihat ringkasan"]


def test_words_are_asked_without_a_button_for_no_data(course, read) -> None:
    message = question(course.run, Ask(Topic.FACTORS, 2), TWO)
    assert "Baris pertama untuk faktor pendorong" in read(message)
    assert labels(message) == ["Lewati", "Kembali", "Lihat ringkasan"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (Answer(Ask(Topic.ACTUAL, 1), Decimal("1234.56789")), "Realisasi: 1.234,56789 %."),
        (Answer(Ask(Topic.ACTUAL, 1)), "Realisasi: belum ada data."),
        (Answer(Ask(Topic.SPENT, 1), BUDGET), "Realisasi Rp: Rp310.000.000."),
        (
            Answer(Ask(Topic.FACTORS, 1), words="Rapat <rutin>.", obstacles="Cuaca"),
            "Faktor: pendorong: Rapat <rutin>; penghambat: Cuaca.",
        ),
        (Answer(Ask(Topic.FACTORS, 1)), "Faktor: tidak ada."),
        (Answer(Ask(Topic.FOLLOW_UP, 1), words="Klinik."), "Rencana tindak lanjut: Klinik."),
        (Answer(Ask(Topic.FOLLOW_UP, 1)), "Rencana tindak lanjut: tidak ada."),
    ],
)
def test_an_answer_is_told_as_it_was_understood(course, read, given: Answer, told: str) -> None:
    assert read(texts.recorded(ONE, given)) == f"1. Desa maju\n{told} Tercatat."
    again = read(question(course.run, given.ask, ONE, None, given))
    assert f"Tercatat: {told.partition(': ')[2]}" in again


def looked_over(run, rows: tuple[Indicator, ...], *given: Answer):
    filling = Filling(9, run.id, SEAT, 7, NOW, answers=given)
    return filling_ends.look_over(run, filling, asks_of(rows), rows)


def test_the_look_over_names_what_was_skipped_and_sends_only_what_is_whole(course, read) -> None:
    part = (Answer(Ask(Topic.ACTUAL, 1), Decimal(40)), Answer(Ask(Topic.FACTORS, 2), words="Rapat"))
    message = looked_over(course.run, (ONE, TWO), *part)
    words = read(message)
    assert "1. Desa maju: 40 %\n2. Desa tertinggal: dilewati\n   Faktor: pendorong: Rapat" in words
    assert (
        "Dilewati: Realisasi indikator 2; Realisasi Rp indikator 1; Faktor indikator 1; "
        "Rencana tindak lanjut indikator 1 dan 2.\n"
        "Realisasi mohon diisi angka atau dinyatakan belum ada sebelum dikirim." in words
    )
    assert labels(message) == [
        "Ubah 1. Desa maju",
        "Ubah 2. Desa tertinggal",
        "Isi yang dilewati",
        "Urungkan",
    ]
    whole = (*part, Answer(Ask(Topic.ACTUAL, 2)), Answer(Ask(Topic.SPENT, 1)))
    assert labels(looked_over(course.run, (ONE, TWO), *whole))[-2:] == ["Kirim", "Urungkan"]


def test_what_is_sent_is_what_was_looked_over(course) -> None:
    given = Answer(Ask(Topic.ACTUAL, 2), Decimal(4))
    one, same, other = (
        looked_over(course.run, (TWO,), answer).buttons[-1][0].data
        for answer in (given, given, replace(given, figure=Decimal(5)))
    )
    assert one == same
    assert one != other


@pytest.mark.parametrize("count", [0, 1, 9, 12, 60, 300])
def test_however_many_indicators_and_long_answers_it_fits_a_message(
    course, read, count: int
) -> None:
    rows = tuple(replace(ONE, number=n, name=f"{n} {LONG}", unit=LONG) for n in range(1, count + 1))
    figure = Decimal("-123456789012.345")
    given = [
        Answer(ask, figure, LONG * 9, LONG * 9)
        for ask in asks_of(rows)
        if ask.topic != Topic.SPENT or ask.number % 2
    ]
    read(looked_over(course.run, rows, *given))
    for ask, answer in list(zip(asks_of(rows), given, strict=False))[:4]:
        row = rows[ask.number - 1]
        last = Earlier(BEFORE, figure, figure, RolledUp(figure, 1, 3))
        read(question(course.run, ask, row, last, answer, among=rows))
        read(texts.recorded(row, answer))


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (None, "Isi lewat chat"),
        (DocumentState.RECEIVED, "Perbaiki lewat chat"),
        (DocumentState.RETURNED, "Isi lewat chat"),
    ],
)
def test_the_button_stands_for_a_seat_with_indicators(course, state, label: str) -> None:
    course.to_step(4)
    seat = course.run.sop.seat(SEAT)
    assert filling_ends.fill_buttons(course.run, seat) == ()
    course.run = replace(course.run, form=to_json(OfficeFormat((ONE,))))
    if state is not None:
        document = course.file(SEAT, "DATA")
        course.run = course.run.with_document(replace(document, state=state))
    assert [b.label for (b,) in filling_ends.fill_buttons(course.run, seat)] == [label]
    assert filling_ends.fill_buttons(course.run, course.run.sop.seat("irban-2")) == ()


def test_how_it_ends_is_said(course, read) -> None:
    run, filling = course.run, Filling(9, course.run.id, SEAT, 7, NOW)
    assert "diurungkan" in read(filling_ends.dropped())
    sent = filling_ends.sent(run, filling, run.sop.seat(SEAT), "Data Kinerja.xlsx")
    assert "Irban I, data kinerja Triwulan III 2026, telah dikirim sebagai berkas" in read(sent)
    reasons = (
        filling_ends.RUN_CLOSED,
        filling_ends.RUN_CANCELLED,
        filling_ends.RECAP_APPROVED,
        filling_ends.SEAT_PASSED,
    )
    for why in reasons:
        assert why in read(filling_ends.ended(run, why))
    assert rules.FillingState.ENDED == "berakhir"

"""An arahan from /disposisi to the order: who may, what stands where, and what becomes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.acts import Act, button_data
from bot.rules.dispositions import Disposition, DispositionState, Nature, ScannedLetter
from bot.rules.errands import Card
from bot.rules.messages import Message
from bot.rules.people import Person, Substitution, Title
from bot.rules.periods import Period
from bot.rules.run import Fact, Run, RunState
from bot.usecases.answer_question import answer_question
from bot.usecases.arahan_cards import show_letter
from bot.usecases.at_office import at_office
from bot.usecases.cancel_run import cancel_run
from bot.usecases.carry_out_arahan import carry_out_arahan
from bot.usecases.desk import Call
from bot.usecases.give_arahan import give_arahan
from bot.usecases.give_seat import give_seat
from bot.usecases.order import order
from bot.usecases.show_tasks import show_tasks
from bot.usecases.tell_digests import tell_digests
from bot.usecases.withdraw_arahan import withdraw_arahan
from tests.bot.usecases.town import BUDI, KASUBBAG, SARI, Town

WORDS = "segera Himpun data kinerja Triwulan III"
TW3, TW4 = Period("triwulan", 2026, 3), Period("triwulan", 2026, 4)


@pytest.fixture
async def town(town: Town) -> Town:
    """Budi orders, Sari is the Sekretaris of the first office."""
    await town.seat(0, "irban-1", None)
    await town.seat(0, "sekretaris", SARI)
    await town.seat(1, KASUBBAG, None)
    return town


async def arahan(town: Town, number: int = 1) -> Disposition:
    async with town.desk.store.look() as uow:
        found = await uow.dispositions.get(number)
    assert found is not None
    return found


async def given(town: Town, words: str = WORDS) -> Disposition:
    await town.do(give_arahan, words, by=SARI)
    async with town.desk.store.look() as uow:
        return (await uow.dispositions.waiting_in(town.offices[0].id))[-1]


async def carry_out(town: Town, number: int = 1, period: Period = TW3) -> str:
    reply = await town.do(carry_out_arahan, str(number), period.key, tapped=True)
    return reply.text


async def run_of(town: Town, period: Period = TW3) -> Run:
    async with town.desk.store.look() as uow:
        run = await uow.runs.of_period(town.offices[0].id, period)
    assert run is not None
    return run


async def first_run(town: Town) -> Run:
    async with town.desk.store.look() as uow:
        run = await uow.runs.get(1)
    assert run is not None
    return run


async def chain(town: Town, run: Run | None = None) -> list[Fact]:
    async with town.desk.store.look() as uow:
        facts = uow.facts
        of = await (facts.of_run(run.id) if run else facts.of_office(town.offices[0].id))
    return [fact for fact, _ in of]


async def cards_stand(town: Town) -> None:
    """The messages of an arahan have arrived where they were sent."""
    async with town.desk.store.work() as uow:
        await uow.cards.put(Card("disposisi:1:1", SARI.id, 70))
        await uow.cards.put(Card("arahan:1:1", BUDI.id, 71))


def with_words(messages: list[Message], words: str) -> Message:
    [found] = [message for message in messages if words in message.text]
    return found


async def test_an_arahan_is_numbered_and_comes_to_who_orders_with_the_periods(town: Town) -> None:
    kept = await given(town)
    assert (kept.agenda, kept.nature, kept.on_behalf) == ("1/2026", Nature.URGENT, "kepala")
    told = await town.said()
    mine = with_words(told, "tercatat pada lembar disposisi")
    assert "a.n. Kepala" in mine.text
    assert mine.buttons[0][0].label == "Tarik arahan"
    his = with_words(told, "Mohon berkenan memilih periode")
    assert "Sekretaris a.n. Kepala Dinas, nomor agenda 1/2026" in his.text
    assert "Sifat: segera." in his.text
    assert "“Himpun data kinerja Triwulan III”" in his.text
    assert [row[0].label for row in his.buttons][:2] == ["Triwulan III 2026", "Oktober 2026"]
    assert [fact.verb for fact in await chain(town)] == ["arahan disampaikan"]


async def test_the_period_opens_the_run_whose_preflight_shows_the_arahan_and_the_order_is_its(
    town: Town,
) -> None:
    await given(town)
    await town.said()
    await carry_out(town)
    assert (await arahan(town)).state == DispositionState.PREPARED
    preflight = with_words(await town.said(), "Pemeriksaan sebelum perintah")
    assert "nomor agenda 1/2026: “Himpun data kinerja Triwulan III”" in preflight.text
    run = await run_of(town)
    await town.do(order, str(run.id), tapped=True)
    kept = await arahan(town)
    assert (kept.state, kept.run_id) == (DispositionState.ORDERED, run.id)
    facts = await chain(town, run)
    verbs = [fact.verb for fact in facts]
    assert verbs[:3] == ["arahan disertakan", "langkah dibuka", "lembar disposisi dibuka"]
    assert facts[2].detail == {"agenda": "1/2026", "arahan": True}
    assert "diperintahkan pada putaran" in with_words(await town.said(), "tercatat").text


async def test_an_order_that_stands_alone_takes_the_next_number(town: Town) -> None:
    await given(town)
    number = await town.run_in(0)
    reply = await town.do(order, str(number), tapped=True)
    assert not reply.alert
    sheet = await arahan(town, 2)
    assert (sheet.number, sheet.instruction, sheet.run_id) == (2, "", number)
    assert (await town.do(order, str(number), tapped=True)).alert
    async with town.desk.store.look() as uow:
        assert len(await uow.dispositions.of_run(number)) == 1


async def test_an_arahan_for_a_period_under_way_is_added_to_its_sheet(town: Town) -> None:
    number = await town.run_in(0)
    await town.do(order, str(number), tapped=True)
    await given(town)
    his = with_words(await town.said(), "Mohon berkenan memilih periode")
    assert his.buttons[-1][0].label == "Triwulan III 2026 (berjalan)"
    await carry_out(town, 2)
    async with town.desk.store.look() as uow:
        kept = await uow.dispositions.of_run(number)
    assert [d.state for d in kept] == [DispositionState.ORDERED, DispositionState.JOINED]
    assert (await chain(town, await run_of(town)))[-1].verb == "arahan susulan dicatat"


async def test_of_two_arahan_for_one_period_the_first_carries_the_order(town: Town) -> None:
    await given(town)
    await given(town, "Lengkapi dengan data serapan")
    await carry_out(town, 1)
    await town.said()
    async with town.desk.store.work() as uow:
        await uow.cards.put(Card(f"tugas:1:1:perintah:{KASUBBAG}", BUDI.id, 72))
    await carry_out(town, 2)
    states = [(await arahan(town, n)).state for n in (1, 2)]
    assert states == [DispositionState.PREPARED, DispositionState.JOINED]
    preflight = with_words(await town.said(), "Pemeriksaan sebelum perintah")
    assert "Arahan susulan, nomor agenda 2/2026: “Lengkapi dengan data serapan”" in preflight.text


async def test_a_waiting_arahan_is_withdrawn_and_its_number_stays_taken(town: Town) -> None:
    await given(town)
    await town.said()
    await cards_stand(town)
    assert not (await town.do(withdraw_arahan, "1", by=SARI, tapped=True)).alert
    told = await town.said()
    assert all(not message.buttons for message in told)
    assert len([m for m in told if "ditarik kembali" in m.text]) == 2
    assert "telah ditarik kembali" in await carry_out(town)
    assert (await given(town)).agenda == "2/2026"


async def test_a_prepared_arahan_is_withdrawn_and_the_run_takes_a_number_of_its_own(
    town: Town,
) -> None:
    await given(town)
    await carry_out(town)
    await town.said()
    await town.do(withdraw_arahan, "1", by=SARI, tapped=True)
    told = await town.said()
    assert "mohon mengetik /batal" in with_words(told, "masih menunggu perintah").text
    run = await run_of(town)
    await town.do(order, str(run.id), tapped=True)
    assert (await arahan(town, 2)).agenda == "2/2026"
    late = await town.do(withdraw_arahan, "1", by=SARI, tapped=True)
    assert late.alert


async def test_what_was_ordered_is_not_withdrawn(town: Town) -> None:
    await given(town)
    await carry_out(town)
    await town.do(order, str((await run_of(town)).id), tapped=True)
    reply = await town.do(withdraw_arahan, "1", by=SARI, tapped=True)
    assert "telah diperintahkan" in reply.text


async def test_a_run_cancelled_before_its_order_lets_the_arahan_wait_again(town: Town) -> None:
    await given(town)
    await carry_out(town)
    await town.do(cancel_run, "Salah periode")
    again = await arahan(town)
    assert (again.state, again.run_id) == (DispositionState.WAITING, None)
    await carry_out(town, period=TW4)
    assert (await run_of(town, TW4)).id == (await arahan(town)).run_id


async def two_on_one_run(town: Town) -> None:
    """Neither is ordered yet."""
    for number, words in enumerate((WORDS, "Lengkapi dengan data serapan"), 1):
        await given(town, words)
        await carry_out(town, number)


async def test_a_run_cancelled_before_its_order_lets_every_arahan_of_it_wait_again(
    town: Town,
) -> None:
    await two_on_one_run(town)
    await town.do(cancel_run, "Salah periode")
    kept = [await arahan(town, n) for n in (1, 2)]
    assert [(one.state, one.run_id) for one in kept] == [(DispositionState.WAITING, None)] * 2
    told = [fact.verb for fact in await chain(town, await first_run(town))]
    assert told.count("arahan menunggu kembali") == 2


async def test_what_came_to_a_run_after_its_order_stays_with_it_when_it_is_cancelled(
    town: Town,
) -> None:
    number = await town.run_in(0)
    await town.do(order, str(number), tapped=True)
    await given(town)
    await carry_out(town, 2)
    await town.do(cancel_run, "Ditunda")
    assert (await arahan(town, 2)).state == DispositionState.JOINED


async def test_where_the_first_arahan_is_withdrawn_the_order_stands_on_the_next(
    town: Town,
) -> None:
    await two_on_one_run(town)
    await town.do(withdraw_arahan, "1", by=SARI, tapped=True)
    assert (await arahan(town, 2)).state == DispositionState.PREPARED
    run = await run_of(town)
    await town.do(order, str(run.id), tapped=True)
    assert (await arahan(town, 2)).state == DispositionState.ORDERED
    async with town.desk.store.look() as uow:
        assert await uow.dispositions.get(3) is None


async def test_a_period_whose_run_is_closed_meanwhile_is_refused_and_the_arahan_waits(
    town: Town,
) -> None:
    await given(town)
    number = await town.run_in(0)
    async with town.desk.store.work() as uow:
        run = await uow.runs.get(number)
        assert run is not None
        await uow.runs.save(replace(run, state=RunState.CLOSED, closed_at=town.now))
    assert "Triwulan III 2026 sudah ada" in await carry_out(town)
    assert (await arahan(town)).state == DispositionState.WAITING


@pytest.mark.parametrize(
    ("words", "why"),
    [("segera", "Arahan belum terbaca"), ("x" * 1001, "melebihi 1.000 huruf")],
)
async def test_words_that_are_no_arahan_are_refused_and_take_no_number(
    town: Town, words: str, why: str
) -> None:
    reply = await town.do(give_arahan, words, by=SARI)
    assert why in reply.text
    assert (await given(town)).number == 1


async def test_who_is_not_above_who_orders_gives_none(town: Town) -> None:
    reply = await town.do(give_arahan, WORDS)
    assert "Tindakan ini milik" in reply.text
    assert "Kepala" in reply.text


async def test_an_arahan_without_words_is_asked_for_and_the_answer_gives_it(town: Town) -> None:
    await town.do(give_arahan, "", by=SARI)
    [asked] = await town.said()
    assert asked.ask == "Arahan"
    await town.do(answer_question, "x", by=SARI)
    assert "Arahan belum terbaca" in (await town.said())[0].text
    await town.do(answer_question, WORDS, by=SARI)
    assert (await arahan(town)).instruction == "Himpun data kinerja Triwulan III"
    again = await town.do(answer_question, WORDS, by=SARI)
    assert "tidak menjawab pertanyaan" in again.text


async def test_who_stands_in_for_the_head_gives_it_as_such(town: Town) -> None:
    office, head = town.offices[0], Person(3, "Kepala", reachable=True)
    day = datetime(2026, 11, 23, tzinfo=UTC).date()
    async with town.desk.store.work() as uow:
        await uow.people.seen(head)
        await uow.seats.put(office.id, "kepala", head.id)
        stands_in = Substitution(0, office.id, "kepala", SARI, Title.PLH, day, day, town.now)
        await uow.substitutions.add(stands_in)
    kept = await given(town)
    assert (kept.seat, kept.acting, kept.on_behalf) == ("kepala", "Plh.", "")
    assert "Arahan Plh. Kepala Dinas" in with_words(await town.said(), "Mohon berkenan").text


async def test_an_arahan_for_an_empty_seat_waits_for_its_holder(town: Town) -> None:
    await town.seat(0, KASUBBAG, None)
    await given(town)
    assert len(await town.said()) == 1
    async with town.desk.store.work() as uow:
        await uow.errands.give(town.offices[0].id, KASUBBAG, BUDI.id)
    assert "nomor agenda 1/2026" in with_words(await town.said(), "Mohon berkenan memilih").text


async def test_the_tasks_of_who_orders_show_what_waits_and_a_tap_there_carries_it_out(
    town: Town,
) -> None:
    await given(town)
    await town.said()
    await cards_stand(town)
    await town.do(show_tasks)
    [shown] = await town.said()
    assert shown.buttons[0][0].data == "laksana:1:2026-TW3"
    await town.do(carry_out_arahan, "1", TW3.key, tapped=True, reply_to=99)
    over = [m for m in await town.said() if "menunggu perintah" in m.text and not m.buttons]
    assert len(over) == 1  # the card that the arahan came in
    await town.do(show_tasks, by=SARI)
    assert "Tidak ada tugas" in (await town.said())[0].text


async def test_the_digest_of_the_next_mornings_names_what_waits_for_who_orders(town: Town) -> None:
    await given(town)
    await town.said()

    async def digests() -> list[str]:
        await tell_digests(town.desk, town.now)
        return [message.text for message in await town.said() if "Rangkuman" in message.text]

    town.now += timedelta(hours=1)
    assert await digests() == []  # it came today
    town.now += timedelta(days=1)
    [told] = await digests()
    assert told.startswith("Yth. Bapak/Ibu Kasubbag Perencanaan dan Keuangan. Rangkuman Selasa")
    assert "• nomor agenda 1/2026 (segera), sejak Senin, 23 November 2026 pukul 08.30" in told
    assert await digests() == []
    town.now += timedelta(days=1)
    assert len(await digests()) == 1
    await carry_out(town)
    town.now += timedelta(days=1)
    assert not any("nomor agenda" in text for text in await digests())


async def test_an_arahan_goes_along_when_the_seat_that_orders_comes_into_other_hands(
    town: Town,
) -> None:
    heir = Person(4, "Dewi", reachable=True)
    await given(town)
    await town.said()
    await cards_stand(town)
    async with town.desk.store.work() as uow:
        await uow.people.seen(heir)
        await uow.people.reach(heir.id, reachable=True)
        call = Call(-900, town.now, SARI, town.offices[0].chat_id, False, 9)
        work = await at_office(uow, town.desk, town.offices[0], town.now, call)
        await give_seat(work, work.sop.seat(KASUBBAG), heir)
    told = await town.said()
    assert not with_words(told, "kini diteruskan kepada Kasubbag").buttons
    assert with_words(told, "Mohon berkenan memilih periode").buttons
    await town.do(carry_out_arahan, "1", TW3.key, by=heir, tapped=True)
    assert (await arahan(town)).state == DispositionState.PREPARED


async def test_what_has_not_reached_who_held_the_seat_goes_to_his_heir_alone(town: Town) -> None:
    """Given when nobody may be told; the seat passes on before the morning."""
    heir = Person(4, "Dewi", reachable=True)
    await given(town)
    kept = await arahan(town)
    letter = ScannedLetter("0" * 64, "surat.pdf")
    async with town.desk.store.work() as uow:
        await uow.people.seen(heir)
        await uow.people.reach(heir.id, reachable=True)
        call = Call(-900, town.now, SARI, town.offices[0].chat_id, False, 9)
        work = await at_office(uow, town.desk, town.offices[0], town.now, call)
        await uow.dispositions.save(replace(kept, letter=letter))
        await show_letter(work, replace(kept, letter=letter))
        await give_seat(work, work.sop.seat(KASUBBAG), heir)
    told: dict[int, list[str]] = {BUDI.id: [], heir.id: []}
    async with town.desk.store.work() as uow:
        while due := await uow.errands.due(datetime(2030, 1, 1, tzinfo=UTC), ()):
            for errand in due:
                told.setdefault(errand.to.chat_id or 0, []).append(errand.card.partition(":")[0])
                await uow.errands.done(errand.id, town.now, errand.id)
    assert not {"arahan", "suratarahan"} & set(told[BUDI.id])
    assert {"arahan", "suratarahan"} <= set(told[heir.id])


async def test_a_number_belongs_to_the_year_of_the_office_s_clock(town: Town) -> None:
    town.now = datetime(2026, 12, 31, 15, 59, tzinfo=UTC)
    assert (await given(town)).agenda == "1/2026"
    town.now += timedelta(minutes=1)  # midnight in Makassar
    assert (await given(town)).agenda == "1/2027"


def test_the_button_of_a_period_fits_telegram() -> None:
    assert button_data(Act.CARRY_OUT_ARAHAN, 10**18, TW3.key)

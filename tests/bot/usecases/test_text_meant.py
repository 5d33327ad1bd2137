"""What is typed privately goes to the office that is meant, or it is asked which one is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.acts import Act
from bot.rules.errands import Card
from bot.rules.messages import Message
from bot.rules.periods import Period
from bot.rules.procedures import Procedures
from bot.rules.run import RunState, Task
from bot.usecases.answer_question import COMPLETE, answer_question
from bot.usecases.cancel_run import choose_cancelled
from bot.usecases.desk import Call
from bot.usecases.fill_in_chat import fill_in
from bot.usecases.finish_run import finish_run
from bot.usecases.given_reason import given_reason, keep_reason
from bot.usecases.on_run import run_work
from bot.usecases.remind_now import remind_now
from tests.bot.usecases.town import BUDI, KASUBBAG, SARI, Town

ANALYSIS = (Task.ANALYSE, KASUBBAG)
REMARK = "Capaian dibahas pada rapat evaluasi."
WHICH = "untuk putaran yang mana"


async def remarks(town: Town, *runs: int) -> list[str]:
    async with town.desk.store.look() as uow:
        found = [await uow.runs.get(run) for run in runs]
    return [run.remarks for run in found if run is not None]


async def card(town: Town, name: str, message_id: int = 77) -> int:
    """A message of this name stands in Budi's chat."""
    async with town.desk.store.work() as uow:
        await uow.cards.put(Card(name, BUDI.id, message_id))
    return message_id


async def which(town: Town) -> Message:
    [message] = await town.said()
    assert WHICH in message.text
    return message


async def test_a_remark_on_one_of_two_recaps_is_asked_about_and_the_tap_keeps_it_there(
    town: Town,
) -> None:
    here, there = await town.run_in(0, ANALYSIS), await town.run_in(1, ANALYSIS)
    await town.do(answer_question, REMARK)
    asked = await which(town)
    assert [row[0].label for row in asked.buttons] == [
        "DPMD — Triwulan III 2026",
        "Bappeda — Triwulan III 2026",
    ]
    assert await remarks(town, here, there) == ["", ""]
    await town.tap(asked, 1)
    assert await remarks(town, here, there) == ["", REMARK]
    said = [message.text for message in await town.said()]
    assert sum("Catatan analisis telah dicatat" in text for text in said) == 1
    assert "Untuk Bappeda, data kinerja Triwulan III 2026." in said
    assert (await town.tap(asked, 0)).alert
    assert await remarks(town, here, there) == ["", REMARK]


async def test_a_remark_that_replies_to_a_draft_is_kept_with_its_run(town: Town) -> None:
    here, there = await town.run_in(0, ANALYSIS), await town.run_in(1, ANALYSIS)
    draft = await card(town, f"tugas:{there}:6:{Task.ANALYSE.value}:{KASUBBAG}")
    await town.do(answer_question, REMARK, reply_to=draft)
    assert await remarks(town, here, there) == ["", REMARK]


async def test_of_two_recaps_in_one_office_the_one_replied_to_takes_the_remark(
    town: Town,
) -> None:
    first, second = (
        await town.run_in(0, ANALYSIS),
        await another_run(town, Period("bulan", 2026, 9)),
    )
    for word, text in (("tugas", REMARK), ("ingat", "Sama.")):
        draft = await card(town, f"{word}:{second}:6:{Task.ANALYSE.value}:{KASUBBAG}")
        await town.do(answer_question, text, reply_to=draft)
    assert await remarks(town, first, second) == ["", f"{REMARK}\nSama."]
    await town.said()
    await town.do(answer_question, REMARK)
    assert len((await which(town)).buttons) == 2


async def another_run(town: Town, period: Period) -> int:
    """As the office's first, of another period."""
    async with town.desk.store.work() as uow:
        [run] = await uow.runs.open_in(town.offices[0].id)
        return (await uow.runs.add(replace(run, id=0, period=period))).id


async def test_a_remark_where_only_one_recap_is_analysed_is_not_asked_about(town: Town) -> None:
    here, there = await town.run_in(0), await town.run_in(1, ANALYSIS)
    await town.do(answer_question, REMARK)
    assert await remarks(town, here, there) == ["", REMARK]


@pytest.mark.parametrize(
    "name", ["papan:{run}", "kendala:{run}:1:perintah:x:1", "format:{office}:5"]
)
async def test_what_replies_to_a_message_of_one_office_is_no_remark_in_another(
    town: Town, name: str
) -> None:
    here, there = await town.run_in(0), await town.run_in(1, ANALYSIS)
    answered = await card(town, name.format(run=here, office=town.offices[0].id))
    await town.do(answer_question, REMARK, reply_to=answered)
    [said] = await town.said()
    assert "tidak menjawab pertanyaan" in said.text
    assert await remarks(town, here, there) == ["", ""]


async def test_a_reply_to_what_tells_no_office_is_asked_about(town: Town) -> None:
    there = await town.run_in(1, ANALYSIS)
    await town.do(answer_question, REMARK, reply_to=4711)
    asked = await which(town)
    assert await remarks(town, there) == [""]
    await town.tap(asked, 0)
    assert await remarks(town, there) == [REMARK]


async def test_nobody_chooses_for_another_or_another_run_than_his_own(town: Town) -> None:
    here, there = await town.run_in(0, ANALYSIS), await town.run_in(1, ANALYSIS)
    await town.do(answer_question, REMARK)
    asked = await which(town)
    assert (await town.tap(asked, 0, by=SARI)).alert
    async with town.desk.store.work() as uow:
        await uow.seats.put(town.offices[1].id, KASUBBAG, None)
    assert (await town.tap(asked, 1)).alert
    assert await remarks(town, here, there) == ["", ""]
    await town.tap(asked, 0)
    assert await remarks(town, here, there) == [REMARK, ""]


@pytest.mark.parametrize("purpose", sorted(COMPLETE))
async def test_an_answer_to_what_two_offices_ask_is_asked_about(town: Town, purpose: Act) -> None:
    runs = [await town.run_in(place) for place in (0, 1)]
    async with town.desk.store.work() as uow:
        for run in runs:
            await uow.questions.ask(BUDI.id, purpose, (str(run), "1"), town.now)
    await town.do(answer_question, "700/12/LHP/2026, 3 November 2026")
    assert len((await which(town)).buttons) == 2
    async with town.desk.store.look() as uow:
        waiting = [q.purpose for q in await uow.questions.open_for(BUDI.id)]
    assert sorted(waiting) == sorted([purpose, purpose, Act.CHOOSE_MEANT])


async def states(town: Town, *runs: int) -> list[RunState]:
    async with town.desk.store.look() as uow:
        found = [await uow.runs.get(run) for run in runs]
    return [run.state for run in found if run is not None]


async def test_the_reason_goes_where_the_tap_says_and_the_other_question_stays(town: Town) -> None:
    runs = [await town.run_in(place) for place in (0, 1)]
    for run in runs:
        await town.do(choose_cancelled, str(run), tapped=True)
    await town.said()
    await town.do(answer_question, "Salah periode")
    newest_first = await which(town)
    assert "Bappeda" in newest_first.buttons[0][0].label
    await town.tap(newest_first, 1)
    assert await states(town, *runs) == [RunState.CANCELLED, RunState.OPEN]
    await town.said()
    await town.do(answer_question, "Juga salah periode")
    assert await states(town, *runs) == [RunState.CANCELLED, RunState.CANCELLED]


async def test_a_text_below_a_message_of_one_office_answers_no_question_of_another(
    town: Town,
) -> None:
    here, there = await town.run_in(0), await town.run_in(1)
    await town.do(choose_cancelled, str(here), tapped=True)
    await town.said()
    await town.do(answer_question, "Baik", reply_to=await card(town, f"papan:{there}"))
    [said] = await town.said()
    assert "tidak menjawab pertanyaan" in said.text
    assert await states(town, here, there) == [RunState.OPEN, RunState.OPEN]


async def test_a_reason_given_with_a_command_is_for_the_office_of_that_command(town: Town) -> None:
    runs = [await town.run_in(place) for place in (0, 1)]
    async with run_work(town.desk, typed(town), str(runs[0])) as (work, _):
        await keep_reason(work, Act.CANCEL, "Salah periode")
    for place, reason in ((1, ""), (0, "Salah periode"), (0, "")):
        async with run_work(town.desk, typed(town), str(runs[place])) as (work, _):
            assert await given_reason(work, Act.CANCEL) == reason


def typed(town: Town) -> Call:
    town.update += 1
    return Call(-town.update, town.now, BUDI, BUDI.id, True, town.update)


JAKARTA = "Asia/Jakarta"  # of the second office; the shared zone is Asia/Makassar


def by_its_own_clock(town: Town) -> None:
    shared = town.desk.procedures.shared
    there = replace(shared, calendar=replace(shared.calendar, zone=JAKARTA))
    works_by = Procedures(shared, {town.offices[1].id: there})
    town.desk = replace(town.desk, procedures=works_by)


async def test_a_refusal_tells_its_time_by_the_clock_of_the_office_tapped_in(town: Town) -> None:
    by_its_own_clock(town)
    runs = [await town.run_in(place) for place in (0, 1)]
    town.now = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
    closed = [await town.do(remind_now, str(run), tapped=True) for run in runs]
    assert ["WITA" in said.text for said in closed] == [True, False]
    assert "WIB" in closed[1].text
    for run in runs:
        await town.do(choose_cancelled, str(run), tapped=True)
        await town.do(answer_question, "Salah periode")
    over = [await town.do(finish_run, str(run), tapped=True) for run in runs]
    assert ["21.00 WITA" in over[0].text, "20.00 WIB" in over[1].text] == [True, True]


async def test_chat_filling_takes_an_answer_for_the_question_asked_last_or_replied_to(
    town: Town,
) -> None:
    runs = []
    for place in (0, 1):
        await town.seat(place, "irban-1")
        runs.append(await town.run_in(place, (Task.HAND_IN, "irban-1")))
    for run in runs:
        await town.do(fill_in, str(run), "irban-1", tapped=True)
        town.now += timedelta(minutes=1)
    first, second = await fillings(town)
    await town.do(answer_question, "12")
    assert await given(town) == [0, 1]
    question = await card(town, f"isi:{first}:1")
    await town.do(answer_question, "7", reply_to=question)
    assert await given(town) == [1, 1]
    board = await card(town, f"papan:{runs[1]}", 78)
    await town.do(answer_question, "9", reply_to=board)
    assert await given(town) == [1, 2]
    assert second != first


async def test_a_text_long_after_chat_filling_asked_is_asked_about_where_a_recap_waits_too(
    town: Town,
) -> None:
    await town.seat(0, "irban-1")
    here = await town.run_in(0, (Task.HAND_IN, "irban-1"))
    there = await town.run_in(1, ANALYSIS)
    await town.do(fill_in, str(here), "irban-1", tapped=True)
    await town.do(answer_question, "12")
    assert await given(town) == [1]
    town.now += timedelta(minutes=61)
    await town.said()
    await town.do(answer_question, "7")
    asked = await which(town)
    assert [row[0].label.partition(" ")[0] for row in asked.buttons] == ["DPMD", "Bappeda"]
    assert (await given(town), await remarks(town, there)) == ([1], [""])
    await town.tap(asked, 0)
    assert (await given(town), await remarks(town, there)) == ([2], [""])
    await town.do(answer_question, "9")
    assert await given(town) == [3]
    town.now += timedelta(minutes=61)
    await town.said()
    await town.do(answer_question, REMARK)
    await town.tap(await which(town), 1)
    assert (await given(town), await remarks(town, there)) == ([3], [REMARK])


async def test_of_two_old_fillings_in_two_offices_it_is_asked_which_one_is_meant(
    town: Town,
) -> None:
    for place in (0, 1):
        await town.seat(place, "irban-1")
        run = await town.run_in(place, (Task.HAND_IN, "irban-1"))
        await town.do(fill_in, str(run), "irban-1", tapped=True)
        town.now += timedelta(minutes=61)
    await town.said()
    await town.do(answer_question, "7")
    await town.tap(await which(town), 1)
    assert await given(town) == [1, 0]


async def fillings(town: Town) -> list[int]:
    async with town.desk.store.look() as uow:
        return sorted(f.id for f in await uow.fillings.open_for(BUDI.id))


async def given(town: Town) -> list[int]:
    """How many answers each filling has."""
    async with town.desk.store.look() as uow:
        found = [await uow.fillings.get(number) for number in await fillings(town)]
    return [len(filling.answers) for filling in found if filling is not None]

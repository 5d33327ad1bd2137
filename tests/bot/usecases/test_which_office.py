"""Which office a private command is for: told by what makes sense, else asked once by a row."""

from dataclasses import replace
from datetime import timedelta

from bot.rules.acts import Act, read_button
from bot.rules.errands import Card
from bot.rules.messages import Message
from bot.usecases import private_commands
from bot.usecases.buttons import BUTTONS
from bot.usecases.cancel_run import cancel_run
from bot.usecases.desk import Call
from bot.usecases.name_staff import name_staff
from bot.usecases.offer_periods import offer_periods
from bot.usecases.perform import perform
from bot.usecases.post import Post
from bot.usecases.show_status import show_status
from bot.usecases.show_tasks import show_tasks
from bot.usecases.take_leave import take_leave
from handlers.commands import COMMANDS
from tests.bot.usecases.town import BUDI, KASUBBAG, SARI, Town


async def test_an_unclear_command_is_asked_about_and_the_tap_does_it_there(town: Town) -> None:
    await town.run_in(0)
    await town.run_in(1)
    await town.do(show_status)
    asked = await town.asked()
    assert [row[0].label for row in asked.buttons] == ["DPMD", "Bappeda"]
    assert "/status" in asked.text
    assert (await town.tap(asked, 1)).text == "Kantor: Bappeda"
    [_picture, board] = await town.said()
    assert "Triwulan III 2026" in board.text


async def test_the_words_after_the_command_go_with_the_tap(town: Town) -> None:
    await town.run_in(0)
    await town.run_in(1)
    await town.do(cancel_run, "Salah periode")
    await town.tap(await town.asked(), 1)
    async with town.desk.store.look() as uow:
        assert [len(await uow.runs.open_in(o.id)) for o in town.offices] == [1, 0]
        assert (await uow.runs.of_office(town.offices[1].id))[0].reason == "Salah periode"


async def test_both_offices_may_be_picked_within_the_hour_and_none_after_it(town: Town) -> None:
    await town.do(offer_periods)
    asked = await town.asked()
    for place in (0, 1):
        await town.tap(asked, place)
        [periods] = await town.said()
        assert read_button(periods.buttons[0][0].data) == (
            Act.START_RUN,
            (str(town.offices[place].id), "2026-TW3"),
        )
    town.now += timedelta(minutes=61)
    late = await town.tap(asked, 0)
    assert late.alert
    assert "/mulai" in late.text
    assert await town.said() == []


async def test_only_where_a_run_is_open_the_board_is_meant(town: Town) -> None:
    await town.run_in(1)
    await town.do(show_status)
    [_picture, board] = await town.said()
    assert "Triwulan III 2026" in board.text


async def test_only_where_he_owes_something_his_tasks_are_meant(town: Town) -> None:
    await town.run_in(0)
    await town.run_in(1)
    await town.seat(0, KASUBBAG, None)
    await town.seat(0, "irban-2")
    await town.do(show_tasks)
    [tasks] = await town.said()
    assert "untuk kantor yang mana" not in tasks.text


async def test_only_where_he_has_the_power_a_command_is_meant(town: Town) -> None:
    await town.seat(0, KASUBBAG, None)
    await town.seat(0, "irban-2")
    await town.do(offer_periods)
    [periods] = await town.said()
    assert read_button(periods.buttons[0][0].data) == (
        Act.START_RUN,
        (str(town.offices[1].id), "2026-TW3"),
    )


async def test_a_command_that_replies_to_a_message_of_one_office_is_for_it(town: Town) -> None:
    await town.run_in(0)
    await town.run_in(1)
    async with town.desk.store.work() as uow:
        run = (await uow.runs.open_in(town.offices[1].id))[0]
        await uow.cards.put(Card(f"tugas:{run.id}:1:perintah:{KASUBBAG}", BUDI.id, 77))
    call = Call(-900, town.now, BUDI, BUDI.id, True, 900, reply_to=77)
    await perform(town.desk, call, cancel_run, "Salah periode")
    async with town.desk.store.look() as uow:
        assert [len(await uow.runs.open_in(o.id)) for o in town.offices] == [1, 0]


async def test_who_belongs_to_one_office_is_never_asked(town: Town) -> None:
    await town.run_in(0)
    await town.do(show_status, by=SARI)
    [_picture, board] = await town.said()
    assert "Triwulan III 2026" in board.text


async def test_a_leave_is_asked_about_and_kept_in_the_office_picked(town: Town) -> None:
    await town.do(take_leave, "24/11/2026", None)
    await town.tap(await town.asked(), 1)
    async with town.desk.store.look() as uow:
        leaves = [await uow.leaves.open_in(o.id, town.now.date()) for o in town.offices]
    assert [len(found) for found in leaves] == [0, 1]


async def test_nobody_picks_with_another_s_button_or_an_office_that_is_not_his(town: Town) -> None:
    await town.do(offer_periods)
    asked = await town.asked()
    assert (await town.tap(asked, 0, by=SARI)).alert
    read = read_button(asked.buttons[0][0].data)
    assert read is not None
    assert (await town.do(BUTTONS[read[0]], read[1][0], "999", tapped=True)).alert
    async with town.desk.store.work() as uow:
        await uow.offices.save(replace(town.offices[1], active=False))
    assert (await town.tap(asked, 1)).alert
    assert await town.said() == []


async def test_an_office_that_removed_the_bot_is_not_asked_about(town: Town) -> None:
    async with town.desk.store.work() as uow:
        await uow.offices.save(replace(town.offices[0], active=False))
    await town.do(offer_periods)
    [periods] = await town.said()
    assert "kantor yang mana" not in periods.text


async def test_a_command_for_groups_says_so_before_any_office_is_asked_for(town: Town) -> None:
    await town.do(name_staff, "irban-1", SARI)
    [said] = await town.said()
    assert "di grup" in said.text


def test_every_command_is_for_one_office_or_for_groups_or_for_none() -> None:
    for_groups = {"staf", "plh", "plt", "serah"}
    for_none = {"start", "bantuan", "datadiri", "fisik"}  # a code names its office itself
    assert set(COMMANDS) == set(private_commands.PRIVATE) | for_groups | for_none


async def test_who_serves_in_two_offices_reads_which_one_speaks_and_others_do_not(
    town: Town,
) -> None:
    async with town.desk.store.work() as uow:
        for office in town.offices:
            post = Post(uow, town.desk, town.now, office)
            await post.say(f"kabar:{office.id}:1", BUDI, Message("Mohon perhatian."))
        post = Post(uow, town.desk, town.now, town.offices[0])
        await post.say("kabar:sari", SARI, Message("Mohon perhatian."))
    assert sorted(message.text for message in await town.said()) == [
        "<b>Bappeda</b>\nMohon perhatian.",
        "<b>DPMD</b>\nMohon perhatian.",
        "Mohon perhatian.",
    ]

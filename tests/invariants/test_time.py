"""5 The truth of time is a column. 6 Working minutes only."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

import bot
from bot.calendars.file import load_calendar
from bot.papers.format_file import SHIPPED, parse_format
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Chat, Message
from bot.rehearsal.theatre import Play, bot_on
from bot.rules.json_form import to_json
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Duty, DutyState, Run, Task
from bot.rules.sop_file import parse_sop
from bot.usecases.check_limits import check_limits, next_look
from bot.usecases.desk import Desk
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.invariants.staging import (
    answered,
    drained,
    past_hand_in,
    rows,
    sent,
    stopped_at_request,
    time_passing,
)
from tests.stories.letters import letter

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SOPS = Path(bot.__file__).parent / "sops"


async def test_invariant_5_a_restart_loses_no_reminder(play: Play) -> None:
    async with stopped_at_request(play) as stage:
        past_hand_in(stage)
        async with bot_on(stage, play):
            for seat in stage.sop.suppliers:
                await stage.sees(stage.cast[seat.key].chat, "mengingatkan")
            await answered(stage, stage.orderer)
        async with bot_on(stage, play):
            await answered(stage, stage.orderer)
            stage.work_on(31)
            await stage.sees(stage.group, "Pengingat")
        for seat in stage.sop.suppliers:
            said = [m.text for m in stage.cast[seat.key].chat.from_bot]
            assert sum("mengingatkan" in text for text in said) == 1


async def test_invariant_5_who_delivered_while_the_bot_was_down_is_not_reminded(
    play: Play,
) -> None:
    async with stopped_at_request(play) as stage:
        irban, other = stage.cast["irban-1"], stage.cast["irban-2"]
        for kind in ("LHP", "LHE", "TLHP"):
            sent(irban, letter(kind))
        sent(irban, await filled_workbook(stage, "irban-1"))
        past_hand_in(stage)
        stage.telegram.faults.add("getFile", "502", times=2)
        async with bot_on(stage, play), time_passing(stage):
            await stage.sees(other.chat, "mengingatkan")
            await stage.sees(irban.chat, "Berkas lengkap")
        assert irban.chat.find("mengingatkan") is None
        [done, due] = rows(
            play, "SELECT done_at, due_at FROM duties WHERE seat = 'irban-1' AND task = 'serah'"
        )[0]
        assert done < due


async def test_invariant_5_a_reminder_whose_duty_was_settled_meanwhile_is_not_sent(
    play: Play,
) -> None:
    async with stopped_at_request(play) as stage:
        irban = stage.cast["irban-1"]
        before = len(irban.chat.from_bot)
        hold = stage.clock.now() + timedelta(days=3)
        past_hand_in(stage)
        async with bot_on(stage, play) as product:
            async with product.desk.store.work() as uow:
                await uow.errands.hold(irban.id, hold)
            await stage.sees(stage.cast["irban-2"].chat, "mengingatkan")
            unsent = "SELECT chat_id FROM errands WHERE state = 'due' AND card LIKE 'ingat:%'"
            assert (irban.id,) in rows(play, unsent)
            for kind in ("LHP", "LHE", "TLHP"):
                sent(irban, letter(kind))
            sent(irban, await filled_workbook(stage, "irban-1"))
            done = "SELECT 1 FROM duties WHERE seat = 'irban-1' AND done_at IS NOT NULL"
            await stage.telegram.until(lambda: rows(play, done), seconds=stage.patience)
            stage.clock.move_to(hold + timedelta(hours=1))
            await stage.sees(irban.chat, "Berkas lengkap")
            await answered(stage, stage.orderer)
            await drained(stage, play)
        new = [m.text for m in irban.chat.from_bot[before:]]
        assert not any("mengingatkan" in text for text in new)


async def test_invariant_5_a_word_to_others_names_only_who_is_still_late_when_it_goes(
    play: Play,
) -> None:
    async with stopped_at_request(play) as stage:
        irban, boss = stage.cast["irban-1"], stage.cast["kasubbag-perencanaan"]
        hold = stage.clock.now() + timedelta(days=3)
        past_hand_in(stage)
        async with bot_on(stage, play) as product:
            async with product.desk.store.work() as uow:
                for chat in (stage.group.id, boss.id):
                    await uow.errands.hold(chat, hold)
            for seat in stage.sop.suppliers:
                await stage.sees(stage.cast[seat.key].chat, "mengingatkan")
            for chat, minutes in ((stage.group.id, 31), (boss.id, 200)):
                stage.work_on(minutes)
                await stage.telegram.until(partial(written, play, chat), stage.patience)
            for kind in ("LHP", "LHE", "TLHP"):
                sent(irban, letter(kind))
            sent(irban, await filled_workbook(stage, "irban-1"))
            await stage.sees(irban.chat, "Berkas lengkap")
            stage.clock.move_to(hold + timedelta(hours=1))
            in_group = await stage.sees(stage.group, "data dari 3 dari 4 unit")
            to_boss = await stage.telegram.until(partial(report_of_units, boss.chat))
        for told in (in_group, to_boss):
            assert "Irban II" in told.text
            assert "Irban I (" not in told.text


def report_of_units(chat: Chat) -> Message | None:
    """The one on the units; the collectors' own lateness is reported meanwhile."""
    reports = [m for m in chat.from_bot if "Sebagai laporan" in m.text]
    return next((m for m in reports if "Irban" in m.text), None)


def written(play: Play, chat: int) -> list[Any]:
    """The reminders that the outbox holds or held for this chat."""
    return rows(play, f"SELECT 1 FROM errands WHERE about <> 'null' AND chat_id = {chat}")  # noqa: S608


@pytest.mark.parametrize("due", [0, 1])
async def test_invariant_5_a_tick_costs_what_is_due_not_what_is_open(
    tmp_path: Path, due: int
) -> None:
    few = await statements_of_a_tick(tmp_path / "few", 10, due)
    many = await statements_of_a_tick(tmp_path / "many", 2000, due)
    assert few == many > 0


async def statements_of_a_tick(folder: Path, open_duties: int, due: int) -> int:
    sop = parse_sop((SOPS / "dpmd_jeneponto.toml").read_text("utf-8"))
    form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    later = MORNING + timedelta(days=30)
    async with SqlStore(f"sqlite:///{folder / 'himpun.db'}") as store:
        works_by = Procedures(Procedure(sop, load_calendar()))
        desk = Desk(store, FileCabinet(folder), works_by, form, "himpun_bot")
        async with store.work() as uow:
            office = await uow.offices.add(-100, "DPMD", "token", "kalender")
            everyone = tuple(open_duty(f"irban-{n}", later) for n in range(open_duties))
            asked = to_json(form.spread([seat.key for seat in sop.suppliers]))
            run = Run(0, office.id, Period("bulan", 2026, 1), sop, MORNING, step=4, form=asked)
            await uow.runs.add(replace(run, duties=everyone))
            one = (open_duty("irban-1", MORNING - timedelta(minutes=5)),) * due
            await uow.runs.add(replace(run, period=Period("bulan", 2026, 2), duties=one))
        count = 0

        def counted(*_: Any) -> None:
            nonlocal count
            count += 1

        for engine in (store._reader, store._writer):
            sa.event.listen(engine.sync_engine, "before_cursor_execute", counted)
        await check_limits(desk, MORNING)
        await next_look(desk)
        return count


def open_duty(seat: str, due_at: datetime) -> Duty:
    return Duty(4, Task.HAND_IN, seat, 360, DutyState.OPEN, MORNING, MORNING, 360, due_at, due_at)


async def test_invariant_6_a_changed_calendar_moves_open_limits_and_says_so(
    play: Play, tmp_path: Path
) -> None:
    shipped = (SOPS / "kalender_jeneponto.toml").read_text("utf-8")
    calendar = tmp_path / "kalender.toml"
    calendar.write_text(shipped, "utf-8")
    play = replace(play, calendar_file=calendar)
    async with stopped_at_request(play) as stage:
        due = "SELECT due_at FROM duties WHERE task = 'serah' ORDER BY seat"
        before = rows(play, due)
        assert len(before) == len(stage.sop.suppliers)
        shorter = 'senin = ["07.30-12.00", "13.00-16.00"]', 'senin = ["07.30-12.00"]'
        calendar.write_text(shipped.replace(*shorter, 1), "utf-8")
        async with bot_on(stage, play):
            for seat in stage.sop.suppliers:
                told = await stage.sees(stage.cast[seat.key].chat, "berubah dari")
                assert "Selasa, 24 November 2026" in told.text
                assert "kalender kerja kantor berubah" in told.text
            await answered(stage, stage.orderer)
        after = rows(play, due)
        assert all(new > old for new, old in zip(after, before, strict=True))
        request = next(m for m in stage.group.from_bot if "Permintaan" in m.text)
        assert "Selasa, 24 November 2026" in request.text
        async with bot_on(stage, play):
            await answered(stage, stage.orderer)
        said = [m.text for m in stage.cast["irban-1"].chat.from_bot]
        assert sum("berubah dari" in text for text in said) == 1


async def test_invariant_6_the_bot_by_itself_says_nothing_during_the_apel(play: Play) -> None:
    """Handing in is due at 15.31 by the calendar: the group's rung comes at 07.32 the next day."""
    play = replace(play, start=play.start + timedelta(minutes=61))
    async with stopped_at_request(play) as stage:
        past_hand_in(stage)
        limits = rows(play, "SELECT due_at FROM duties ORDER BY step, task, seat")
        opening = play.start - timedelta(minutes=61) + timedelta(days=1)
        async with bot_on(stage, play):
            await stage.sees(stage.cast["irban-1"].chat, "mengingatkan")
            for minutes in (3, 14):
                stage.clock.move_to(opening + timedelta(minutes=minutes))
                await answered(stage, stage.orderer)  # who acts is answered in these minutes too
                await drained(stage, play)
                assert stage.group.find("Pengingat") is None
            stage.clock.move_to(opening + timedelta(minutes=15))
            await stage.sees(stage.group, "Pengingat")
        assert rows(play, "SELECT due_at FROM duties ORDER BY step, task, seat") == limits

"""Who approves the recap of a closed run, as the use-cases see it: no Telegram, one store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules import approving
from bot.rules.acts import Act
from bot.rules.approvals import Approval, ApprovalState
from bot.rules.errands import Card
from bot.rules.people import Substitution, Title
from bot.rules.run import DutyState, Run, RunState, Task
from bot.rules.special_days import Closure
from bot.usecases import card_names
from bot.usecases.answer_question import answer_question
from bot.usecases.at_office import at_office
from bot.usecases.buttons import BUTTONS
from bot.usecases.check_approvals import check_approvals
from bot.usecases.check_limits import next_look
from bot.usecases.desk import Call, Reply
from bot.usecases.follow_calendar import follow_calendar
from bot.usecases.follow_substitutions import follow_substitutions
from bot.usecases.give_seat import give_seat
from bot.usecases.perform import perform
from bot.usecases.settle import settle
from bot.usecases.show_status import show_status
from bot.usecases.show_tasks import show_tasks
from bot.usecases.tell_digests import tell_digests
from storage.cabinet import FileCabinet
from tests.bot.usecases.staffed import Staffed, wita

KASUBBAG, SEKRETARIS, KEPALA = "kasubbag-perencanaan", "sekretaris", "kepala"
EVLAP, IRBAN = "kasubbag-evlap", "irban-2"
PARAF, SETUJUI, KEMBALIKAN = Act.GIVE_PARAF, Act.APPROVE_FINAL, Act.RETURN_RECAP


def ended(run: Run) -> Run:
    """As if the last step had just been done."""
    duties = tuple(
        replace(d, state=DutyState.DONE, done_at=run.opened_at, look_again_at=None)
        for d in run.duties
    )
    return replace(run, state=RunState.CLOSED, step=6, duties=duties, closed_at=run.opened_at)


@pytest.fixture
async def closed(at_work: Staffed, cabinet: FileCabinet) -> Staffed:
    """Monday 08.00: the recap is bound, and the Kasubbag is asked."""
    at_work.at("2026-11-23 08:00")
    digest = await cabinet.keep(b"rekap")
    async with at_work.desk.store.work() as uow:
        work = await at_office(uow, at_work.desk, at_work.office, at_work.now)
        run = await uow.runs.get(at_work.run_id)
        assert run is not None
        await settle(work, approving.open_chain(ended(run), digest, work.calendar, work.now))
    await at_work.carry()
    return at_work


async def asked(office: Staffed) -> Approval:
    found = approving.awaited(await office.run())
    assert found is not None
    return found


async def tap(office: Staffed, seat: str, act: Act, place: int, head: str = "") -> Reply:
    """As who holds the seat, on the recap that stands or another one."""
    recap = (await office.run()).approvals[-1].recap
    call = replace(office.call(seat), tapped=True)
    args = (str(office.run_id), str(place), head or recap[:12])
    reply = await perform(office.desk, call, BUTTONS[act], *args)
    await office.carry()
    return reply


async def states(office: Staffed) -> list[ApprovalState]:
    return [approval.state for approval in (await office.run()).approvals]


async def verbs(office: Staffed) -> list[str]:
    async with office.desk.store.look() as seen:
        return [fact.verb for fact, _ in await seen.facts.of_run(office.run_id)]


async def test_a_paraf_is_recorded_once_and_the_next_is_asked(closed: Staffed) -> None:
    assert any("untuk diparaf" in text for text in closed.reads(KASUBBAG))
    assert not any("rekap akhir" in text for text in closed.reads(SEKRETARIS))
    assert (await tap(closed, KASUBBAG, PARAF, 1)).text == "Paraf tercatat. Terima kasih."
    given = (await closed.run()).approvals[0]
    assert (given.state, given.name) == (ApprovalState.GIVEN, f"Pemegang {KASUBBAG}")
    assert (given.decided_by, given.decided_at) == (closed.holder(KASUBBAG).id, closed.now)
    assert any("Paraf tercatat Senin" in text for text in closed.reads(KASUBBAG))
    [card] = [text for text in closed.reads(SEKRETARIS) if "untuk diparaf" in text]
    assert "Kasubbag Perencanaan dan Keuangan: paraf tercatat Senin" in card
    before = await verbs(closed)
    again = await tap(closed, KASUBBAG, PARAF, 1)
    assert again.alert
    assert "telah diputuskan" in again.text
    assert await verbs(closed) == before


async def test_a_tap_in_vain_says_whose_it_is_or_what_became_of_it(closed: Staffed) -> None:
    before = (await states(closed), await verbs(closed))
    for seat, act, place, head, words in (
        (SEKRETARIS, PARAF, 1, "", "Tindakan ini milik Kasubbag Perencanaan"),
        (IRBAN, PARAF, 1, "", "Tindakan ini milik"),
        (KEPALA, PARAF, 1, "", "Tindakan ini milik"),
        (KASUBBAG, SETUJUI, 3, "", "Tindakan ini milik Kepala Dinas"),
        (KASUBBAG, KEMBALIKAN, 1, "", "Tindakan ini milik Sekretaris"),
        (SEKRETARIS, PARAF, 2, "", "masih menunggu Kasubbag Perencanaan"),
        (SEKRETARIS, KEMBALIKAN, 2, "", "masih menunggu Kasubbag Perencanaan"),
        (KASUBBAG, PARAF, 1, "0" * 12, "gugur"),
        (KASUBBAG, PARAF, 9, "", "gugur"),
    ):
        reply = await tap(closed, seat, act, place, head)
        assert reply.alert, (seat, act)
        assert words in reply.text, (seat, act, reply.text)
    assert (await states(closed), await verbs(closed)) == before


async def test_staff_may_not_approve_for_their_seat(closed: Staffed) -> None:
    async with closed.desk.store.work() as uow:
        await uow.staff.add(closed.office.id, KASUBBAG, closed.holder(IRBAN).id)
    reply = await tap(closed, IRBAN, PARAF, 1)
    assert reply.alert
    assert (await states(closed))[0] == ApprovalState.ASKED


async def test_a_substitute_is_asked_and_both_names_are_recorded(closed: Staffed) -> None:
    day = closed.desk.calendar.on(closed.now)
    async with closed.desk.store.work() as uow:
        new = await uow.substitutions.add(
            Substitution(0, closed.office.id, KASUBBAG, closed.holder(EVLAP), Title.PLH, day, day)
        )
    await follow_substitutions(closed.desk, closed.now)
    await closed.carry()
    assert new.id
    assert any("kini dilaksanakan" in text for text in closed.reads(KASUBBAG))
    assert any("untuk diparaf" in text for text in closed.reads(EVLAP))
    refused = await tap(closed, KASUBBAG, PARAF, 1)
    assert "Plh." in refused.text
    await tap(closed, EVLAP, PARAF, 1)
    given = (await closed.run()).approvals[0]
    names = (given.name, given.done_as, given.on_behalf)
    assert names == (f"Pemegang {EVLAP}", "Plh.", f"Pemegang {KASUBBAG}")


async def test_an_empty_seat_s_approval_waits_for_its_holder(closed: Staffed) -> None:
    async with closed.desk.store.work() as uow:
        await uow.seats.put(closed.office.id, SEKRETARIS, None)
    await tap(closed, KASUBBAG, PARAF, 1)
    assert not any("untuk diparaf" in text for text in closed.reads(EVLAP))
    async with closed.desk.store.work() as uow:
        call = closed.call(KASUBBAG)
        work = await at_office(uow, closed.desk, closed.office, closed.now, call)
        await give_seat(work, closed.sop.seat(SEKRETARIS), closed.holder(EVLAP))
    await closed.carry()
    assert any("untuk diparaf" in text for text in closed.reads(EVLAP))
    async with closed.desk.store.look() as seen:
        assert await seen.approvals.asked_in(closed.office.id) == (closed.run_id,)


async def test_reminders_come_by_its_own_ladder_and_stop_with_the_act(closed: Staffed) -> None:
    due = (await asked(closed)).look_again_at
    assert due is not None
    assert await next_look(closed.desk) == due
    closed.now = due
    for _ in range(2):
        await check_approvals(closed.desk, closed.now)
        await closed.carry()
    assert len(closed.came(KASUBBAG, "Mohon izin mengingatkan")) == 1
    await tap(closed, KASUBBAG, PARAF, 1)
    assert any(text.startswith("Pengingat paraf") for text in closed.reads(KASUBBAG))
    assert (await closed.run()).approvals[0].look_again_at is None


async def test_the_next_reminder_moves_with_the_days_that_close_and_open_again(
    closed: Staffed,
) -> None:
    flood = Closure(wita("2026-11-23 00:00").date(), "Banjir")
    moved = [await asked(closed)]
    for closures in ((flood,), ()):
        async with closed.desk.store.work() as uow:
            office = replace(closed.office, closures=closures)
            await follow_calendar(uow, closed.desk, office, closed.now)
        moved.append(await asked(closed))
    looks = [wita("2026-11-23 11:45"), wita("2026-11-24 11:30"), wita("2026-11-23 11:45")]
    assert [approval.look_again_at for approval in moved] == looks


@pytest.mark.parametrize("acted", [True, False])
async def test_a_reminder_that_did_not_go_before_the_act_stays_unsaid(
    closed: Staffed, *, acted: bool
) -> None:
    due = (await asked(closed)).look_again_at
    assert due is not None
    closed.now = due + timedelta(days=3)  # the superior's rung has come too
    await check_approvals(closed.desk, closed.now)
    async with closed.desk.store.work() as uow:
        work = await at_office(uow, closed.desk, closed.office, closed.now)
        run = await uow.runs.get(closed.run_id)
        assert run is not None
        by = approving.Decider(1, "Sari")
        given = approving.give(run, run.approvals[0], by, work.calendar, work.now)
        await uow.runs.save(given.run if acted else run)
    await closed.carry()
    assert len(closed.came(SEKRETARIS, "Sebagai laporan")) == (0 if acted else 1)


async def test_tasks_status_and_digest_name_what_is_asked(closed: Staffed) -> None:
    async def answer(seat: str, what: object) -> str:
        call = closed.call(seat)
        await what(closed.desk, call)  # type: ignore[operator]
        await closed.carry()
        return closed.reads(seat)[-1]

    assert "paraf rekap akhir data kinerja" in await answer(KASUBBAG, show_tasks)
    assert "Tidak ada tugas" in await answer(SEKRETARIS, show_tasks)
    board = await answer(IRBAN, show_status)
    assert "menunggu paraf sejak Senin, 23 November 2026" in board
    assert "Kepala Dinas: persetujuan menyusul" in board
    closed.at("2026-11-24 08:05")
    await tell_digests(closed.desk, closed.now)
    await closed.carry()
    [digest] = [text for text in closed.reads(KASUBBAG) if "Rangkuman tugas" in text]
    assert "paraf rekap akhir" in digest
    assert not [text for text in closed.reads(SEKRETARIS) if "Rangkuman" in text]


async def test_a_return_with_its_reason_reopens_the_last_step_for_who_analysed(
    closed: Staffed,
) -> None:
    await tap(closed, KASUBBAG, PARAF, 1)
    assert (await tap(closed, SEKRETARIS, KEMBALIKAN, 2)).text == "Mohon menuliskan alasannya."

    async def said(call: Call) -> Reply:
        return await perform(closed.desk, call, answer_question, "Capaian desa mandiri keliru")

    answer = closed.call(SEKRETARIS)
    assert not (await said(answer)).alert
    await said(answer)  # the same update once more
    await closed.carry()
    run = await closed.run()
    assert (run.state, run.recap) == (RunState.OPEN, "")
    wanted = [ApprovalState.VOID, ApprovalState.RETURNED, ApprovalState.VOID]
    assert await states(closed) == wanted
    duty = await closed.duty(Task.ANALYSE, KASUBBAG)
    assert duty.is_open
    assert any(
        "Rekap dikembalikan Sekretaris. Alasan: Capaian desa mandiri keliru." in text
        for text in closed.reads(KASUBBAG)
    )
    assert any("gugur" in text for text in closed.reads(KASUBBAG))
    old = await tap(closed, KASUBBAG, PARAF, 1)
    assert "gugur" in old.text
    assert not any("mandiri keliru" in text for text in closed.group())
    told = await verbs(closed)
    assert told.count("rekap dikembalikan") == told.count("langkah dibuka kembali") == 1


async def send_back(office: Staffed, reason: str = "Belum lengkap") -> None:
    """The Sekretaris, whose turn it is."""
    await tap(office, SEKRETARIS, KEMBALIKAN, 2)
    await perform(office.desk, office.call(SEKRETARIS), answer_question, reason)
    await office.carry()


async def test_a_substitute_whose_days_are_over_sees_on_his_card_that_his_act_is_void(
    closed: Staffed,
) -> None:
    day = closed.desk.calendar.on(closed.now)
    async with closed.desk.store.work() as uow:
        await uow.substitutions.add(
            Substitution(0, closed.office.id, KASUBBAG, closed.holder(EVLAP), Title.PLH, day, day)
        )
    await follow_substitutions(closed.desk, closed.now)
    await closed.carry()
    await tap(closed, EVLAP, PARAF, 1)
    closed.at("2026-11-24 08:00")
    await follow_substitutions(closed.desk, closed.now)
    await send_back(closed)
    [his] = [text for text in closed.reads(EVLAP) if "Rekap akhir" in text]
    assert "sehingga paraf tercatat Senin, 23 November 2026 pukul 08.00 WITA gugur" in his


async def test_under_the_files_of_a_recap_that_came_back_stands_that_they_hold_no_more(
    closed: Staffed,
) -> None:
    kasubbag, run = closed.holder(KASUBBAG).id, await closed.run()
    names = (card_names.final(run), card_names.final_print(run))
    async with closed.desk.store.work() as uow:
        for number, name in enumerate(names, 900):
            await uow.cards.put(Card(name, kasubbag, number))
    await tap(closed, KASUBBAG, PARAF, 1)
    await send_back(closed)
    under = [closed.chats.shown[kasubbag][number] for number in (900, 901)]
    assert all("dikembalikan Sekretaris untuk perbaikan dan tidak berlaku lagi" in t for t in under)


async def test_nobody_approves_at_the_same_time_what_another_has_returned(closed: Staffed) -> None:
    await tap(closed, KASUBBAG, PARAF, 1)
    await tap(closed, SEKRETARIS, KEMBALIKAN, 2)  # the reason is not written yet
    assert "Paraf tercatat" in (await tap(closed, SEKRETARIS, PARAF, 2)).text
    await perform(closed.desk, closed.call(SEKRETARIS), answer_question, "Terlambat berubah")
    await closed.carry()
    assert any("telah diputuskan" in text for text in closed.reads(SEKRETARIS))
    assert (await closed.run()).state == RunState.CLOSED
    assert wita("2026-11-23 08:00") == closed.now

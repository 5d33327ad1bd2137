from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.run import Fact
from bot.usecases.answer_question import answer_question
from bot.usecases.correct_own_data import ask_name, ask_nip, drop_nip
from bot.usecases.desk import Call
from bot.usecases.perform import perform
from bot.usecases.show_own_data import show_own_data
from tests.bot.usecases.town import BUDI, SARI, Town

NIP = "198002292005011002"  # an example


async def facts(town: Town) -> list[list[Fact]]:
    """Of each office, those that tell of a correction."""
    async with town.desk.store.look() as uow:
        return [await corrections(uow, office.id) for office in town.offices]


async def corrections(uow: UnitOfWork, office_id: int) -> list[Fact]:
    every = await uow.facts.of_office(office_id)
    return [fact for fact, _ in every if fact.verb == "data pegawai diubah"]


async def test_a_name_given_for_papers_enters_the_record_of_each_office_of_the_person(
    town: Town,
) -> None:
    await town.do(ask_name, tapped=True)
    await town.do(answer_question, "Budi Contoh, S.E.")
    of_budi = {"pegawai": BUDI.id, "hal": "nama", "dari": "Budi", "menjadi": "Budi Contoh, S.E."}
    assert [[fact.detail for fact in each] for each in await facts(town)] == [[of_budi]] * 2
    async with town.desk.store.look() as uow:
        budi = await uow.people.get(BUDI.id)
    assert budi is not None
    assert (budi.name, budi.formal_name) == ("Budi", "Budi Contoh, S.E.")


async def test_a_nip_is_asked_until_it_is_one_and_no_fact_holds_more_than_its_end(
    town: Town,
) -> None:
    await town.do(ask_nip, by=SARI, tapped=True)
    await town.said()
    await town.do(answer_question, NIP[:-1], by=SARI)
    assert "yang terbaca 17 angka" in (await town.said())[0].text
    await town.do(answer_question, f"{NIP[:8]} {NIP[8:]}", by=SARI)
    assert "berakhir 1002" in (await town.said())[0].text
    await town.do(drop_nip, by=SARI, tapped=True)
    here, there = await facts(town)
    assert [fact.detail["menjadi"] for fact in here] == ["…1002", ""]
    assert there == []
    async with town.desk.store.look() as uow:
        sari = await uow.people.get(SARI.id)
        kept = str(await uow.facts.of_office(town.offices[0].id))
    assert sari is not None
    assert sari.nip == ""
    assert NIP not in kept


async def test_who_has_left_every_seat_drops_his_nip_and_the_office_records_it(town: Town) -> None:
    await town.do(ask_nip, by=SARI, tapped=True)
    await town.do(answer_question, NIP, by=SARI)
    async with town.desk.store.work() as uow:
        own = await uow.people.data_of(SARI)
        for office in own.belongs:
            for seat in office.seats:
                await uow.seats.put(office.office_id, seat, None)
        assert await uow.seats.offices_of(SARI.id) == ()
    assert not (await town.do(drop_nip, by=SARI, tapped=True)).alert
    here, there = await facts(town)
    assert ([fact.detail["menjadi"] for fact in here], there) == (["…1002", ""], [])
    async with town.desk.store.look() as uow:
        sari = await uow.people.get(SARI.id)
    assert sari is not None
    assert sari.nip == ""


async def test_what_stands_already_is_no_correction(town: Town) -> None:
    assert (await town.do(drop_nip, tapped=True)).alert
    assert await facts(town) == [[], []]


async def test_a_person_reads_what_is_kept_of_him_in_every_office_and_of_nobody_else(
    town: Town,
) -> None:
    await town.do(ask_nip, tapped=True)
    await town.do(answer_question, NIP)
    await town.said()
    await town.do(show_own_data)
    [shown] = await town.said()
    assert "NIP: 19800229 200501 1 002" in shown.text
    assert f"Nomor Telegram: {BUDI.id}" in shown.text
    assert all(office.title in shown.text for office in town.offices)
    labels = [button.label for row in shown.buttons for button in row]
    assert labels == ["Ubah nama", "Ubah NIP", "Hapus NIP"]
    await town.do(show_own_data, by=SARI)
    [of_sari] = await town.said()
    assert town.offices[1].title not in of_sari.text
    assert "NIP: belum dicatat" in of_sari.text
    assert "Hapus NIP" not in str(of_sari.buttons)


async def test_in_a_group_nothing_is_shown_and_nothing_asked(town: Town) -> None:
    for usecase in (show_own_data, ask_name, ask_nip, drop_nip):
        town.update += 1
        group = town.offices[0].chat_id
        call = Call(-town.update, town.now, BUDI, group, False, town.update, tapped=True)
        assert "chat pribadi" in (await perform(town.desk, call, usecase)).text
    assert await town.said() == []


async def test_the_same_answer_handled_twice_is_one_fact(town: Town) -> None:
    await town.do(ask_name, tapped=True)
    for _ in range(2):
        call = Call(-900, town.now, BUDI, BUDI.id, True, 900)
        await perform(town.desk, call, answer_question, "Budi Contoh, S.E.")
    assert [len(each) for each in await facts(town)] == [1, 1]


async def test_a_reason_asked_after_the_name_is_what_a_text_answers(town: Town) -> None:
    await town.do(ask_name, tapped=True)
    async with town.desk.store.work() as uow:
        await uow.questions.ask(BUDI.id, Act.CANCEL, ("1",), town.now)
    await town.do(answer_question, "Salah memilih periode")
    assert await facts(town) == [[], []]

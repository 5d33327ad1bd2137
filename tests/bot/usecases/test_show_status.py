"""What /status answers with, where a picture can be set and where it cannot."""

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.papers.typeset import TypesetFault
from bot.rules.calendar import WorkCalendar
from bot.rules.errands import Errand
from bot.rules.people import Office, Person
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.usecases import recap_papers
from bot.usecases.desk import Call, Desk
from bot.usecases.show_status import show_status
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import NOW, SOPS, Opened

OWNER = 99
SARI = Person(7, "Sari", reachable=True)
PERIODS = (Period("triwulan", 2026, 3), Period("bulan", 2026, 10))


@pytest.fixture
def desk(store: SqlStore, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar) -> Desk:
    form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    procedures = Procedures(Procedure(sop, calendar))
    return Desk(store, cabinet, procedures, form, "himpun_bot", owner=OWNER)


async def asked(desk: Desk, office: Office, *, private: bool = False) -> list[Errand]:
    """What the outbox holds after /status, in its order."""
    call = Call(1, NOW, SARI, SARI.id if private else office.chat_id, private, 5)
    async with desk.store.work() as uow:
        await uow.people.seen(SARI)
        await uow.seats.put(office.id, "sekretaris", SARI.id)
        await uow.inbox.keep([{"update_id": 1, "message": {"chat": {"id": call.chat_id}}}], NOW)
    await show_status(desk, call)
    kept = []
    async with desk.store.work() as uow:
        while due := await uow.errands.due(NOW, set()):
            for errand in due:
                await uow.errands.done(errand.id, NOW, 1)
                kept.append(errand)
    return sorted(kept, key=lambda errand: errand.id)


def kinds(errands: list[Errand]) -> list[str]:
    return [
        "gambar" if errand.message and errand.message.attachment else "teks" for errand in errands
    ]


async def test_one_run_is_shown_as_a_picture_before_its_board(
    desk: Desk, office: Office, opened: Opened
) -> None:
    await opened(PERIODS[0], ())
    errands = await asked(desk, office)
    assert kinds(errands) == ["gambar", "teks"]
    picture = errands[0].message and errands[0].message.attachment
    assert picture
    assert (picture.name, picture.media) == ("Papan TW III 2026.png", "photo")
    assert (await desk.cabinet.open(picture.digest)).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("private", "shown"), [(False, ["teks"] * 2), (True, ["gambar", "teks"] * 2)]
)
async def test_of_several_runs_a_group_gets_no_more_than_two_messages(
    desk: Desk, office: Office, opened: Opened, private: bool, shown: list[str]
) -> None:
    for period in PERIODS:
        await opened(period, ())
    assert kinds(await asked(desk, office, private=private)) == shown


async def test_a_picture_that_cannot_be_set_leaves_the_text_and_tells_the_owner(
    desk: Desk, office: Office, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> bytes:
        raise TypesetFault("no face")

    monkeypatch.setattr(recap_papers, "board_picture", broken)
    await opened(PERIODS[0], ())
    errands = await asked(desk, office)
    texts = {errand.to.chat_id: errand.message.text for errand in errands if errand.message}
    assert kinds(errands) == ["teks", "teks"]
    assert texts[office.chat_id].startswith("<b>Papan")
    assert "berkas tidak dapat disusun" in texts[OWNER]

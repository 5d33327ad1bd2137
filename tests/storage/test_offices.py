from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bot.rules.people import Office, Rights
from storage.unit_of_work import SqlStore


async def test_an_office_is_found_by_id_chat_and_token(store: SqlStore, office: Office) -> None:
    async with store.look() as unit:
        assert await unit.offices.get(office.id) == office
        assert await unit.offices.at(-100) == office
        assert await unit.offices.by_token("token") == office
        assert await unit.offices.at(-101) is None
        assert await unit.offices.all() == (office,)


async def test_an_office_is_saved_whole(store: SqlStore, office: Office) -> None:
    changed = replace(
        office,
        title="Dinas PMD",
        active=False,
        calendar="baru",
        form={"kolom": [1]},
        rights=Rights(administrator=True),
        letterhead=("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"),
        logo="sidik",
    )
    async with store.work() as unit:
        await unit.offices.save(changed)
    async with store.look() as unit:
        assert await unit.offices.get(office.id) == changed


async def test_a_chat_has_one_office(store: SqlStore, office: Office) -> None:
    with pytest.raises(IntegrityError):
        async with store.work() as unit:
            await unit.offices.add(office.chat_id, "Lain", "lain", "")

"""8 Nothing is overwritten: versions, reasons, and a chain that shows any meddling."""

import hashlib
from pathlib import Path

import pytest

from bot.rehearsal.theatre import Play
from bot.usecases.verify_facts import verify_facts
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.invariants.staging import answered, change, rows, sent
from tests.stories.acting import Scene, request, seated
from tests.stories.letters import letter

REASON = "Halaman pengesahan belum ada"
MEDDLING = [
    "UPDATE facts SET detail = '{}' WHERE verb = 'berkas diterima'",
    "UPDATE facts SET at = '2026-11-01 00:00:00.000000' WHERE place = 2 AND run_id = 1",
    "UPDATE facts SET person = 7 WHERE place = 2 AND run_id = 1",
    "DELETE FROM facts WHERE place = 3 AND run_id = 1",
    "DELETE FROM facts WHERE run_id = 1 AND place = (SELECT max(place) FROM facts f "
    "WHERE f.run_id = 1)",
    "UPDATE documents SET digest = 'ab' WHERE version = 2",
    "UPDATE runs SET facts = facts - 1",
]


async def returned_and_mended(scene: Scene) -> None:
    stage = scene.stage
    irban, evlap = scene.who("irban-1"), scene.who("kasubbag-evlap")
    sent(irban, letter("LHP"))
    await stage.tap(evlap, "Kembalikan", words="LHP dari")
    await stage.sees(evlap.chat, "Mohon menuliskan alasan")
    evlap.says(evlap.chat, REASON)
    notice = await stage.sees(irban.chat, REASON)
    irban.sends(irban.chat, letter("LHP", 2), reply_to=notice)
    await stage.sees(evlap.chat, "(versi 2)")
    await answered(stage, irban)


async def test_invariant_8_a_new_version_leaves_the_old_one_and_its_reason(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await returned_and_mended(scene)
        old, new = rows(
            play, "SELECT version, state, reason, digest, replaces, id FROM documents ORDER BY id"
        )
        assert (old.version, old.reason) == (1, REASON)
        assert (new.version, new.replaces) == (2, old.id)
        for document in (old, new):
            assert await scene.desk.cabinet.open(document.digest)
        verbs = [row[0] for row in rows(play, "SELECT verb FROM facts WHERE run_id = 1")]
        assert [v for v in verbs if v.startswith("berkas")] == [
            "berkas diterima",
            "berkas dikembalikan",
            "berkas diterima",
        ]


async def test_invariant_8_every_meddling_with_the_record_is_found(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await returned_and_mended(scene)
    database = play.data_dir / "himpun.db"
    sound = database.read_bytes()
    cabinet = FileCabinet(play.data_dir)
    for meddling in ["", *MEDDLING]:
        database.write_bytes(sound)
        for beside in ("himpun.db-wal", "himpun.db-shm"):
            (play.data_dir / beside).unlink(missing_ok=True)
        if meddling:
            assert change(play, meddling) >= 1
        async with SqlStore(f"sqlite:///{database}", alone=False) as store:
            proof = await verify_facts(store, cabinet)
        assert bool(proof.broken) == bool(meddling), meddling


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("damage", ["changed", "removed"])
async def test_invariant_8_a_file_changed_on_the_disk_is_found(play: Play, damage: str) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        sent(irban, letter("LHP"))
        await scene.sees("irban-1", "Diterima: LHP")
        [kept] = rows(play, "SELECT digest FROM documents")
    files = [path for path in (play.data_dir / "berkas").rglob("*") if path.is_file()]
    [file] = [path for path in files if digest_of(path) == kept[0]]
    file.chmod(0o600)
    file.unlink() if damage == "removed" else file.write_bytes(b"lain")
    async with SqlStore(f"sqlite:///{play.data_dir / 'himpun.db'}", alone=False) as store:
        proof = await verify_facts(store, FileCabinet(play.data_dir))
    assert proof.broken

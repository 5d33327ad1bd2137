import asyncio
import hashlib
import os
from pathlib import Path

import pytest

from storage.cabinet import FileCabinet
from storage.faults import DamagedInCabinet, NotInCabinet

BYTES = b"laporan hasil pemeriksaan"
DIGEST = hashlib.sha256(BYTES).hexdigest()


def place(home: Path) -> Path:
    return home / "berkas" / DIGEST[:2] / DIGEST[2:]


def files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


async def test_bytes_are_kept_once_under_their_digest(tmp_path: Path) -> None:
    cabinet = FileCabinet(tmp_path / "data")
    kept = await asyncio.gather(*(cabinet.keep(BYTES) for _ in range(5)))
    assert set(kept) == {DIGEST}
    assert files(tmp_path) == [place(tmp_path / "data")]
    assert await cabinet.open(DIGEST) == BYTES


async def test_an_empty_file_is_a_file(tmp_path: Path) -> None:
    cabinet = FileCabinet(tmp_path)
    assert await cabinet.open(await cabinet.keep(b"")) == b""


async def test_other_bytes_than_were_kept_are_refused_and_can_be_mended(tmp_path: Path) -> None:
    cabinet = FileCabinet(tmp_path)
    await cabinet.keep(BYTES)
    place(tmp_path).write_bytes(b"lain")
    with pytest.raises(DamagedInCabinet):
        await cabinet.open(DIGEST)
    await cabinet.keep(BYTES)
    assert await cabinet.open(DIGEST) == BYTES


@pytest.mark.parametrize("digest", ["0" * 64, "", "../../etc/passwd", DIGEST.upper(), DIGEST[:63]])
async def test_what_was_never_kept_is_not_there(tmp_path: Path, digest: str) -> None:
    cabinet = FileCabinet(tmp_path)
    await cabinet.keep(BYTES)
    with pytest.raises(NotInCabinet):
        await cabinet.open(digest)


async def test_a_write_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        await FileCabinet(tmp_path).keep(BYTES)
    assert files(tmp_path) == []


async def test_a_draft_is_kept_by_its_hash_or_leaves_nothing(tmp_path: Path) -> None:
    cabinet = FileCabinet(tmp_path)
    async with cabinet.draft() as thrown_away:
        thrown_away.write_bytes(b"setengah")
    async with cabinet.draft() as path, cabinet.draft() as beside:
        beside.write_bytes(b"lain")
        path.write_bytes(BYTES)
        assert await cabinet.keep_draft(path) == DIGEST
    assert files(tmp_path) == [place(tmp_path)]
    assert await cabinet.open(DIGEST) == BYTES


async def test_a_draft_that_a_kill_left_behind_goes_with_one_of_a_later_hour(
    tmp_path: Path,
) -> None:
    cabinet = FileCabinet(tmp_path)
    await cabinet.keep(BYTES)
    old, new = (tmp_path / "berkas" / f".draf-{name}" for name in ("lama", "baru"))
    old.write_bytes(b"x")
    new.write_bytes(b"x")
    os.utime(old, (1, 1))
    async with cabinet.draft():
        pass
    assert sorted(files(tmp_path)) == sorted([place(tmp_path), new])

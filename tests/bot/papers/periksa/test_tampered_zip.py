"""The ZIP itself: names, links, bombs, and what hides beside its files."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.papers import periksa
from tests.bot.papers.periksa.packs import DOCUMENT, LETTER, Files, faults, laid, rewrite, zipped


@pytest.mark.parametrize(
    "name",
    ["../di luar.txt", "/etc/passwd", "a/../../b", "C:\\x.txt", "a\\b", "a//b", "./a", "folder/"],
)
@pytest.mark.parametrize("told", [False, True], ids=["in the ZIP", "also in the manifest"])
def test_a_name_that_leaves_the_folder_is_refused(
    files: Files, tmp_path: Path, name: str, told: bool
) -> None:
    files[name] = b"x"
    if told:
        rewrite(files)
        del files[name]
    (fault,) = faults(zipped(files, tmp_path / "p.zip"))
    assert fault.startswith(periksa.BAD_NAME.split("{")[0])


def test_a_name_that_stands_twice_is_refused(files: Files, tmp_path: Path) -> None:
    path = zipped(files, tmp_path / "p.zip")
    with zipfile.ZipFile(path, "a") as bundle, pytest.warns(UserWarning, match="Duplicate"):
        bundle.writestr(DOCUMENT, b"lain")
    assert faults(path) == [periksa.tell(periksa.TWICE, DOCUMENT)]


def commented(pack: bytes) -> bytes:
    return pack[:-2] + struct.pack("<H", 6) + b"lebih."


def unlisted(pack: bytes) -> bytes:
    """A file that only who reads the ZIP from its start would find."""
    made = io.BytesIO(pack)
    with zipfile.ZipFile(made, "a") as bundle:
        bundle.writestr("rahasia.txt", b"x")
        bundle.filelist.pop()
    return made.getvalue()


def described(pack: bytes) -> bytes:
    """Packed once more, with a field of its own at each file."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack)) as read, zipfile.ZipFile(made, "w") as bundle:
        for entry in read.infolist():
            again = zipfile.ZipInfo(entry.filename)
            again.extra = b"\x01\x00\x3c\x00" + b"x" * 60
            bundle.writestr(again, read.read(entry))
    return made.getvalue()


class NoSeek(io.BytesIO):
    """A pipe: what is packed into it tells each file's size behind it."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    tell = seek


def streamed(pack: bytes) -> bytes:
    made = NoSeek()
    with zipfile.ZipFile(io.BytesIO(pack)) as read, zipfile.ZipFile(made, "w") as bundle:
        for entry in read.infolist():
            bundle.writestr(entry.filename, read.read(entry))
    return made.getvalue()


BESIDE: dict[str, Callable[[bytes], bytes]] = {
    "before": lambda pack: b"lebih." + pack,
    "behind": lambda pack: pack + b"lebih.",
    "as a comment": commented,
    "between its files": unlisted,
    "beside a name": described,
    "packed anew by another": streamed,
}


@pytest.mark.parametrize("change", BESIDE.values(), ids=BESIDE.keys())
def test_what_hides_outside_the_files_of_the_zip_is_found(
    files: Files, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    path = zipped(files, tmp_path / "p.zip")
    path.write_bytes(change(path.read_bytes()))
    with zipfile.ZipFile(path) as bundle:
        assert bundle.testzip() is None
    assert faults(path) == [periksa.HIDDEN]


def test_a_file_of_more_than_two_gigabytes_stands_with_its_sizes_alone() -> None:
    large = struct.pack("<HHQQ", 1, 16, 3 * 2**30, 3 * 2**30)
    assert periksa.sizes_alone(large)
    assert not periksa.sizes_alone(large + b"\x99\x99\x02\x00xx")


@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_a_link_is_no_file_of_a_pack(files: Files, tmp_path: Path, kind: str) -> None:
    path = laid(files, tmp_path, kind)
    if kind == "folder":
        (path / DOCUMENT).unlink()
        (path / DOCUMENT).symlink_to(os.devnull)
    else:
        content = files.pop(DOCUMENT)
        entry = zipfile.ZipInfo(DOCUMENT)
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        with zipfile.ZipFile(zipped(files, path), "a") as bundle:
            bundle.writestr(entry, content)
    assert faults(path) == [periksa.tell(periksa.LINKED, DOCUMENT)]


def test_a_bomb_is_refused_by_its_declared_sizes(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zipped({**files, DOCUMENT: bytes(2**20)}, tmp_path / "p.zip")
    opened = []
    real = periksa.Bundle.open
    monkeypatch.setattr(
        periksa.Bundle, "open", lambda self, name: (opened.append(name), real(self, name))[1]
    )
    assert faults(bomb)[0].startswith(f"ukuran berubah: {DOCUMENT}")
    assert DOCUMENT not in opened
    monkeypatch.setattr(periksa, "MOST_BYTES", 2**20)
    assert faults(bomb)[0].startswith("isi paket melebihi batas")
    monkeypatch.setattr(periksa, "MOST_READ", 99)
    opened.clear()
    assert faults(bomb)[0].startswith("manifest.json terlalu besar")
    assert opened == []


def test_an_entry_that_lies_about_its_size_is_not_read_beyond_it(
    files: Files, tmp_path: Path
) -> None:
    path = zipped({**files, DOCUMENT: LETTER + bytes(2**20)}, tmp_path / "p.zip")
    large = (len(LETTER) + 2**20).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(large, len(LETTER).to_bytes(4, "little")))
    assert periksa.tell(periksa.CHANGED, DOCUMENT) in faults(path)


@pytest.mark.parametrize("name", ["facts.jsonl", "berkas.csv", "manifest.json", DOCUMENT])
def test_a_torn_file_in_the_zip_is_told_by_its_name(
    files: Files, tmp_path: Path, name: str
) -> None:
    path = zipped(files, tmp_path / "p.zip")
    with zipfile.ZipFile(path) as bundle:
        entry = bundle.getinfo(name)
    torn = bytearray(path.read_bytes())
    torn[entry.header_offset + 30 + len(name)] ^= 0xFF
    path.write_bytes(torn)
    assert faults(path) == [periksa.tell(periksa.CHANGED, name)]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"bukan ZIP" * 99])
def test_what_is_no_zip_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(content)
    assert faults(path) == [periksa.tell(periksa.NO_ZIP, path)]
    assert faults(tmp_path / "tiada.zip") == [periksa.tell(periksa.NO_PACK, tmp_path / "tiada.zip")]


@pytest.mark.parametrize("left", [0.2, 0.9, 0.999])
def test_a_zip_that_came_in_part_is_told(files: Files, tmp_path: Path, left: float) -> None:
    path = zipped(files, tmp_path / "p.zip")
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * left)])
    assert faults(path) == [periksa.tell(periksa.NO_ZIP, path)]

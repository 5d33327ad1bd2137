"""One run's evidence pack written to disk: nobody waits for it, and one file at a time is in
memory."""

import asyncio
import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

from bot.papers.evidence_manifest import manifest
from bot.ports import Cabinet
from bot.rules.packing import PackTooLarge
from bot.usecases.pack_parts import parts
from bot.usecases.pack_taken import Part, Taken

ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the same run gives the same bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """How many files a ZIP holds, and the SHA-256 (hex) of its manifest."""

    files: int
    seal: str


async def write_pack(cabinet: Cabinet, taken: Taken, path: Path, most: int | None = None) -> Packed:
    """Refused with PackTooLarge as soon as the ZIP has more than `most` bytes; where a file's bytes
    are lost, as the cabinet does; TypesetFault where a paper cannot be set."""
    listed: list[dict[str, object]] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for part in parts(taken):
            content = await bytes_of(cabinet, part)
            listed.append(await asyncio.to_thread(add, bundle, part.name, content))
            check_size(bundle, most)
        told = manifest(
            taken.dossier.office,
            taken.run,
            taken.recorded,
            taken.names,
            taken.calendar.zone,
            listed,
        )
        seal = add(bundle, "manifest.json", told)["sha256"]
        check_size(bundle, most)
    return Packed(len(listed) + 1, str(seal))


async def bytes_of(cabinet: Cabinet, part: Part) -> bytes:
    if part.digest:
        return await cabinet.open(part.digest)
    return await asyncio.to_thread(part.make)


def add(bundle: zipfile.ZipFile, name: str, content: bytes) -> dict[str, object]:
    """The file's line in the manifest."""
    entry = zipfile.ZipInfo(name, ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    bundle.writestr(entry, content)
    digest = hashlib.sha256(content).hexdigest()
    return {"name": name, "size": len(content), "sha256": digest}


def check_size(bundle: zipfile.ZipFile, most: int | None) -> None:
    """With what each file has in the list at the ZIP's end."""
    of_entry = 46 + 30  # bytes beside the name, which stands twice (APPNOTE 4.3.7, 4.3.12)
    size = sum(
        each.compress_size + of_entry + 2 * len(each.filename.encode())
        for each in bundle.infolist()
    )
    if most is not None and size > most:
        raise PackTooLarge(most)

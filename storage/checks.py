"""What must be true of the database before anything is confirmed to Telegram."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.address import DatabaseAddress
from storage.faults import NetworkFileSystem, WrongPragma

MOUNTS = Path("/proc/self/mountinfo")
NETWORK = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "virtiofs",
    "vboxsf",
    "prl_fs",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "fuse.sshfs",
    "fuse.grpcfuse",
    "fuse.osxfs",
    "fuse.glusterfs",
    "fuse.s3fs",
    "fuse.gcsfuse",
    "fuse.rclone",
)


async def check_pragmas(engine: AsyncEngine, wanted: Mapping[str, int | str]) -> None:
    """Asks SQLite itself: a PRAGMA that it does not like is ignored without a word."""
    async with engine.connect() as connection:
        for name, value in wanted.items():
            found = (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
            if str(found) != str(value):
                raise WrongPragma(name, str(value), str(found))


def check_file_system(address: DatabaseAddress, mounts: Path = MOUNTS) -> None:
    """Refuses NetworkFileSystem; where the system does not list its mounts nothing is refused."""
    if address.file is None or not mounts.exists():
        return
    folder = address.file.parent.resolve()
    kind = _file_system_of(folder, mounts.read_text())
    if kind.startswith(NETWORK):
        raise NetworkFileSystem(folder, kind)


def _file_system_of(folder: Path, mountinfo: str) -> str:
    """The type of the innermost mount above the folder (proc(5), mountinfo)."""
    found, depth = "", -1
    for line in mountinfo.splitlines():
        mount, _, origin = line.partition(" - ")
        point = Path(mount.split()[4].replace(r"\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = origin.split()[0], len(point.parts)
    return found

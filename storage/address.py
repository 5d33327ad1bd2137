"""Where the database is, out of DATABASE_URL."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.faults import UnknownDatabase

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """`file` is the SQLite file, None for PostgreSQL."""

    url: URL
    file: Path | None

    @classmethod
    def of(cls, url: str) -> "DatabaseAddress":
        """An sqlite:// URL with a file, or a postgresql:// one; else UnknownDatabase."""
        try:
            asked = make_url(url)
        except ArgumentError:
            raise UnknownDatabase("") from None
        family = asked.drivername.partition("+")[0]
        in_memory = family == "sqlite" and asked.database in (None, "", ":memory:")
        if family not in DRIVERS or in_memory:
            raise UnknownDatabase(asked.drivername)
        file = Path(asked.database or "").absolute() if family == "sqlite" else None
        return cls(asked.set(drivername=DRIVERS[family]), file)

    def make_folder(self) -> None:
        if self.file is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)

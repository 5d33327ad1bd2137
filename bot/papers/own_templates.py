"""Templates that an office changed: what lies in DATA_DIR/templat takes the shipped one's place."""

import re
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

FOLDER = "templat"
NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.typ", re.ASCII)
LARGEST = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Templates:
    """`changed` are by the name of the file; `unread` are names that mean nothing there."""

    changed: Mapping[str, bytes] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Tells papers apart that were set by other templates; empty for the shipped ones."""
        if not self.changed:
            return ""
        told = sha256()
        for name, content in sorted(self.changed.items()):
            told.update(f"{name} {len(content)} ".encode() + content)
        return told.hexdigest()


SHIPPED = Templates()
_in_use: ContextVar[Templates] = ContextVar("templates", default=SHIPPED)


def read_templates(data_dir: Path) -> Templates:
    """As they stand now: a later change holds from the next start. Raises OSError."""
    folder = data_dir / FOLDER
    if not folder.is_dir():
        return SHIPPED
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    good = [name for name in names if readable(folder / name)]
    changed = {name: (folder / name).read_bytes() for name in good}
    return Templates(changed, tuple(name for name in names if name not in good))


def readable(path: Path) -> bool:
    """A plain file of a template's name, none of it outside of the folder."""
    plain = bool(NAME.fullmatch(path.name)) and path.is_file() and not path.is_symlink()
    return plain and path.stat().st_size <= LARGEST


def use(templates: Templates) -> None:
    """For what is made from here on, in this task and those that it begins."""
    _in_use.set(templates)


def in_use() -> Templates:
    return _in_use.get()

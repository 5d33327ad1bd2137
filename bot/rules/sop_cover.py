"""What a SOP file tells its readers alone: the cover's fields and the notes. No rule reads them."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bot.rules.sop import Sop
from bot.rules.sop_keys import DESCRIPTIONS, NOTE

NAMES = {"peran": "kunci", "berkas": "kode", "langkah": "nomor", "persetujuan": "peran"}
"""What an entry is called by."""
Told = tuple[str | date, ...]


def cover(sop: Sop) -> dict[str, Told]:
    """The described fields that are filled in, by their keys, but the agency's name."""
    head = tomllib.loads(sop.source)["sop"]
    filled = {key: head.get(key) for key in DESCRIPTIONS if key != "instansi"}
    return {key: as_many(value) for key, value in filled.items() if value}


def notes(sop: Sop) -> list[tuple[str, str, str]]:
    """Each entry's `keterangan`: of which table, of which entry, and its words."""
    written = tomllib.loads(sop.source)
    return [
        (table, str(entry.get(NAMES.get(table, ""), place)), str(entry[key]))
        for table in (*NAMES, "tangga", "tangga_persetujuan")
        for place, entry in entries(written, table)
        for key in NOTE
        if entry.get(key)
    ]


def entries(written: Mapping[str, Any], table: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    return enumerate(written.get(table, ()), start=1)


def as_many(value: Any) -> Told:
    return tuple(value) if isinstance(value, list) else (value,)

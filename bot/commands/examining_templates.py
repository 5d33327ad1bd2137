"""The part of himpun doctor about DATA_DIR/templat: each changed template is set once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from importlib.resources import files

from bot.papers.format_file import SHIPPED, parse_format
from bot.papers.own_templates import FOLDER, in_use
from bot.papers.typeset import TypesetFault
from bot.texts import examined_templates as says
from bot.texts.examination import Line
from bot.usecases.examine_offices import WorksBy
from bot.usecases.sample_papers import Sample, sample_papers

IMPORT = re.compile(rb'#?import\s+"([a-z0-9-]+\.typ)"')


def examine_templates(works: WorksBy, now: datetime) -> Iterator[Line]:
    """Nothing where none is changed; what a sample cannot be set by is named with its fault."""
    changed = in_use().changed
    if in_use().unread:
        yield says.unread(FOLDER, in_use().unread)
    if not changed or works.sop is None or works.calendar is None:
        return
    form = parse_format((files("bot.sops") / SHIPPED).read_text("utf-8"))
    bears = works.settings.stationery
    samples = list(sample_papers(works.sop, works.calendar, form, bears, now))
    reached: set[str] = set()
    faulty: set[str] = set()
    for sample in samples:
        parts = parts_of(sample.template, changed)
        touched = sorted(parts & set(changed))
        reached |= parts
        if touched and (fault := why_not(sample)) and fault not in faulty:
            faulty.add(fault)
            yield says.bad(touched, fault)
    if unseen := sorted(set(changed) - reached):
        yield says.unseen(unseen)
    if not faulty:
        yield says.good(sorted(set(changed) & reached))


def why_not(sample: Sample) -> str:
    try:
        sample.make()
    except TypesetFault as fault:
        return str(fault)
    return ""


def parts_of(template: str, changed: Mapping[str, bytes]) -> set[str]:
    """The template and all that it takes in, as they are now."""
    found: set[str] = set()
    ahead: Sequence[str] = [template]
    while ahead:
        found |= set(ahead)
        named = {name.decode() for one in ahead for name in IMPORT.findall(text_of(one, changed))}
        ahead = sorted(named - found)
    return found


def text_of(name: str, changed: Mapping[str, bytes]) -> bytes:
    shipped = files("bot.papers") / "templates" / name
    return changed.get(name) or (shipped.read_bytes() if shipped.is_file() else b"")

"""The manifest of an evidence pack: every file with its hash, and the words the checker needs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.papers.evidence_tables import Names, Recorded
from bot.rules.fingerprint import fingerprint
from bot.rules.people import Office
from bot.rules.run import Run
from bot.texts.evidence import period_name
from bot.texts.formats import clock_time


def manifest(
    office: Office | None,
    run: Run,
    recorded: Recorded,
    names: Names,
    zone: str,
    files: Sequence[object],
) -> bytes:
    """`seal` is over all else, the chain's last hash with it; it shows an edit, and is no
    signature."""
    told = {
        "office": {"id": run.office_id, "title": office.title if office else ""},
        "run": run.id,
        "period": run.period.key,
        "period_name": period_name(run.period),
        "state": run.state.value,
        "zone": zone,
        "clock": list(clock(recorded, zone)),
        "seats": {seat.key: seat.title for seat in run.sop.seats},
        "people": {str(person): name for person, name in sorted(names.items())},
        "facts": {"count": len(recorded), "head": recorded[-1][1] if recorded else ""},
        "files": files,
    }
    sealed = {**told, "seal": fingerprint(told)}
    return (json.dumps(sealed, ensure_ascii=False, indent=2) + "\n").encode()


def clock(recorded: Recorded, zone: str) -> Iterator[dict[str, object]]:
    """Minutes east of UTC and the zone's letters, from the fact's place on where they change: a
    checker without a table of zones needs them."""
    before: object = None
    for place, (fact, _) in enumerate(recorded, start=1):
        offset = fact.at.astimezone(ZoneInfo(zone)).utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset is not None else 0
        turn = {"minutes": minutes, "name": clock_time(fact.at, zone).split()[1]}
        if turn != before:
            yield {"place": place, **turn}
        before = turn


def people_in(run: Run, recorded: Recorded) -> frozenset[int]:
    """The ids of all whom the facts and the documents name."""
    found = {d.sender for d in run.documents} | {d.decided_by for d in run.documents}
    for fact, _ in recorded:
        found |= {fact.person, *ids(fact.detail.get("pengisi")), *ids(fact.detail.get("pegawai"))}
    return frozenset(person for person in found if person is not None)


def ids(value: object) -> Iterable[int]:
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if type(each) is int]

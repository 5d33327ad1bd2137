"""The tables of an evidence pack: facts, every version handed in, what was returned and why."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from bot.rules.run import Document, DocumentState, Fact, Run
from bot.texts import evidence as texts
from bot.texts.formats import short_moment

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # OWASP ASVS 1.2.10
COLUMNS = ("place", "at", "verb", "person", "seat", "detail", "hash")
DECIDED = {f"berkas {s}" for s in (DocumentState.RETURNED, DocumentState.EXCLUDED)}

Recorded = tuple[tuple[Fact, str], ...]
Names = Mapping[int, str]
NONE_GONE: Mapping[str, Fact] = {}


def plain_facts(recorded: Recorded) -> Iterator[dict[str, object]]:
    """Each fact as the chain digests it (rules/chain.py), with its hash."""
    for place, (fact, recorded_hash) in enumerate(recorded, start=1):
        yield {
            "place": place,
            "verb": fact.verb,
            "at": fact.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "person": fact.person,
            "seat": fact.seat,
            "detail": dict(fact.detail),
            "hash": recorded_hash,
        }


def json_lines(run: Run, recorded: Recorded) -> bytes:
    """With office and run, which the hashes cover too."""
    of_run = {"office": run.office_id, "run": run.id}
    lines = [json_of({**of_run, **fact}) for fact in plain_facts(recorded)]
    return "".join(f"{line}\n" for line in lines).encode()


def facts_table(recorded: Recorded) -> bytes:
    facts = [{**fact, "detail": json_of(fact["detail"])} for fact in plain_facts(recorded)]
    return table(COLUMNS, ([fact[column] for column in COLUMNS] for fact in facts))


def documents_table(
    run: Run,
    packed: Mapping[int, str],
    names: Names,
    zone: str,
    destroyed: Mapping[str, Fact] = NONE_GONE,
) -> bytes:
    """Every version with what became of it; `packed` are names in the pack by document id, and
    `destroyed` the facts that tell it, by hash."""
    rows = (
        document_row(
            run, d, where(d, packed.get(d.id, ""), destroyed.get(d.digest), zone), names, zone
        )
        for d in run.documents
    )
    return table(texts.DOCUMENTS, rows)


def where(document: Document, packed: str, destroyed: Fact | None, zone: str) -> str:
    if destroyed is None or document.nihil:
        return packed
    return texts.destroyed(short_moment(destroyed.at, zone))


def document_row(
    run: Run, document: Document, packed: str, names: Names, zone: str
) -> Iterator[object]:
    yield from (document.id, run.sop.seat(document.seat).title, document.kind, document.version)
    yield from (texts.state(document), texts.NIHIL if document.nihil else document.name, packed)
    yield from (document.digest, short_moment(document.received_at, zone))
    yield from (names.get(document.sender, document.sender), document.number, document.dated)
    yield from (document.replaces, when(document.decided_at, zone))
    yield from (named(document.decided_by, names), document.reason, document.explanation)


def decisions_table(run: Run, recorded: Recorded, names: Names, zone: str) -> bytes:
    """Each return and exclusion by its fact, for a row knows only the last."""
    titles = {seat.key: seat.title for seat in run.sop.seats}
    return table(
        texts.DECISIONS,
        (
            [
                *(place, short_moment(fact.at, zone), fact.verb),
                *(titles.get(fact.seat, fact.seat), named(fact.person, names)),
                titles.get(fact.detail.get("dari", ""), ""),
                *map(fact.detail.get, ("jenis", "versi", "nama", "alasan")),
            ]
            for place, (fact, _) in enumerate(recorded, start=1)
            if fact.verb in DECIDED
        ),
    )


def when(at: datetime | None, zone: str) -> str:
    return short_moment(at, zone) if at else ""


def named(person: int | None, names: Names) -> object:
    return None if person is None else names.get(person, person)


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """For spreadsheets: with a byte order mark, and no cell that one would take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def json_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)

"""How somebody may tamper with a pack; `forged` and `rechained` are of one who knows its form."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

from bot.papers import periksa
from bot.papers.evidence_tables import COLUMNS
from tests.bot.papers.periksa.packs import Files, Tamper, rewrite


def is_told(sentence: str, told: list[str]) -> bool:
    """Whether a fault is the sentence, whatever it is told of."""
    pattern = re.sub(r"\\\{\d\\\}", ".*", re.escape(sentence))
    return any(re.fullmatch(pattern, fault) for fault in told)


def flip(name: str) -> Tamper:
    def change(files: Files) -> None:
        files[name] = files[name][:-1] + bytes([files[name][-1] ^ 1])

    return change


def put(name: str, content: bytes) -> Tamper:
    return lambda files: files.update({name: content})


def drop(name: str) -> Tamper:
    return lambda files: files.pop(name)


def copy(name: str, to: str) -> Tamper:
    return lambda files: files.update({to: files[name]})


def forged(change: Tamper) -> Tamper:
    """The manifest follows."""
    return lambda files: (change(files), rewrite(files))


def facts(change: Callable[[list[Any]], object], *, follow: bool = True) -> Tamper:
    """Facts changed as values; with `follow` the table, the manifest and its seal are made anew."""

    def tamper(files: Files) -> None:
        told = [json.loads(line) for line in files["facts.jsonl"].decode().splitlines()]
        change(told)
        text = [json.dumps(f, ensure_ascii=False, sort_keys=True) + "\n" for f in told]
        files["facts.jsonl"] = "".join(text).encode()
        if follow:
            files["facts.csv"] = as_table(told)
            rewrite(files, facts={"count": len(told), "head": told[-1]["hash"]})

    return tamper


def as_table(told: list[Any]) -> bytes:
    text = io.StringIO(newline="")
    rows = [[periksa.cell(fact.get(key)) for key in COLUMNS] for fact in told]
    csv.writer(text).writerows([COLUMNS, *rows])
    return text.getvalue().encode("utf-8-sig")


def rechained(change: Callable[[list[Any]], object]) -> Tamper:
    """Every hash made anew from the change on."""
    return facts(lambda told: (change(told), rechain(told)))


def rechain(told: list[Any]) -> None:
    previous = ""
    for place, fact in enumerate(told, 1):
        fact["place"] = place
        previous = fact["hash"] = periksa.link(previous, fact)


def edit(change: Callable[[Any], object]) -> Tamper:
    """The manifest edited by hand, its seal left as it was."""

    def tamper(files: Files) -> None:
        told = json.loads(files["manifest.json"])
        change(told)
        files["manifest.json"] = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()

    return tamper


def reword(name: str, before: str, after: str) -> Tamper:
    """A table altered by one who makes the manifest anew."""

    def change(files: Files) -> None:
        assert before.encode() in files[name]
        files[name] = files[name].replace(before.encode(), after.encode())

    return forged(change)


def without_rows(name: str) -> Tamper:
    return forged(lambda f: f.update({name: f[name].split(b"\r\n")[0] + b"\r\n"}))


def with_row(name: str, change: Callable[[list[str]], object]) -> Tamper:
    """Its first row once more, changed, before the real one."""

    def tamper(files: Files) -> None:
        rows = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))
        slipped = list(rows[1])
        change(slipped)
        text = io.StringIO(newline="")
        csv.writer(text).writerows([rows[0], slipped, *rows[1:]])
        files[name] = text.getvalue().encode("utf-8-sig")

    return forged(tamper)

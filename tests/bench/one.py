"""`python -m tests.bench.one WHAT …`: one measurement in a fresh process, answered as JSON."""

import asyncio
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from bot.papers.child import read_outside
from bot.papers.read_filled import read_filled
from bot.papers.recap_workbook import recap_workbook
from bot.rules.forms import FilledForm
from tests.bench import bare
from tests.bench.offices import filled_form, recap_of
from tests.bench.rounds import peak, timed

A_FORM = 60  # indicators
AT_ONCE = 5_000  # cells


def form(path: str) -> None:
    Path(path).write_bytes(filled_form(A_FORM))


def reading(path: str, rounds: str) -> dict[str, Any]:
    data = Path(path).read_bytes()
    ways = {"ours": lambda: _whole(read_filled(data)), "bare": lambda: bare.read(data)}
    return {"cells": bare.read(data), "times": timed(ways, int(rounds))}


def reading_child(path: str, rounds: str) -> dict[str, Any]:
    data = Path(path).read_bytes()
    alone = [sys.executable, "-m", "tests.bench.bare"]
    ways = {
        "ours": lambda: _whole(asyncio.run(read_outside("filled", data))),
        "bare": lambda: subprocess.run(alone, input=data, check=True),
    }
    return {"times": timed(ways, int(rounds))}


def reading_memory(path: str, whose: str) -> dict[str, Any]:
    data, before = Path(path).read_bytes(), peak()
    _whole(read_filled(data)) if whose == "ours" else bare.read(data)
    return {"before": before, "peak": peak()}


def compiling(forms: str, rounds: str, path: str) -> dict[str, Any]:
    """Leaves what the bare calls need at `path`, for `compiling_memory`."""
    recap = recap_of(int(forms))
    plan = bare.planned(recap_workbook(recap))
    with Path(path).open("wb") as out:
        for part in _parts(plan):
            pickle.dump(part, out)
    ways = {
        "ours": lambda: recap_workbook(recap),
        "named": lambda: bare.write(plan, "named"),
        "copied": lambda: bare.write(plan, "copied"),
        "none": lambda: bare.write(plan, "none"),
    }
    return {
        "cells": sum(len(list(cells)) for _, cells in plan.sheets),
        "times": timed(ways, int(rounds)),
    }


def compiling_memory(forms: str, whose: str, path: str) -> dict[str, Any]:
    """The bare calls take their cells from the file a few at a time, as ours come to be."""
    if whose == "ours":
        recap, before = recap_of(int(forms)), peak()
        return {"before": before, "bytes": len(recap_workbook(recap)), "peak": peak()}
    with Path(path).open("rb") as kept:
        plan, before = bare.Plan(_next(kept), _sheets(kept)), peak()
        return {"before": before, "bytes": len(bare.write(plan, "named")), "peak": peak()}


def _whole(form: object) -> None:
    if not isinstance(form, FilledForm):
        raise TypeError(form)


def _parts(plan: bare.Plan) -> Iterator[Any]:
    yield plan.looks
    for sheet, cells in plan.sheets:
        yield sheet
        rest = iter(cells)
        while some := list(islice(rest, AT_ONCE)):
            yield some
        yield []


def _next(kept: IO[bytes]) -> Any:
    return pickle.load(kept)  # noqa: S301 - our own file of a moment ago


def _sheets(kept: IO[bytes]) -> Iterator[tuple[bare.SheetPlan, Iterator[bare.Cell]]]:
    while kept.peek(1):  # type: ignore[attr-defined]
        yield _next(kept), _cells(kept)


def _cells(kept: IO[bytes]) -> Iterator[bare.Cell]:
    while some := _next(kept):
        yield from some


WHAT: dict[str, Callable[..., Any]] = {
    made.__name__: made
    for made in (form, reading, reading_child, reading_memory, compiling, compiling_memory)
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(WHAT[sys.argv[1]](*sys.argv[2:])))

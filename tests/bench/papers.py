"""`python -m tests.bench.papers`: how fast papers are read and made, and in how much memory.

Every figure stands beside the bare openpyxl calls that the same cells need, in one run and in
turns. Each size is measured in a process of its own; this one holds nothing, since a child's peak
begins at its parent's.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

SIZES = {10: 7, 100: 5, 1000: 2}  # forms of a recap -> rounds
READING_ROUNDS, CHILD_ROUNDS = 15, 9
ROOT = Path(__file__).parents[2]


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        tell_reading(str(Path(place, "form.xlsx")))
        tell_compiling([int(size) for size in sys.argv[1:]] or list(SIZES), place)


def tell_reading(path: str) -> None:
    measured("form", path)
    found = measured("reading", path, READING_ROUNDS)
    say(f"Reading a filled form of 60 indicators ({found['cells']} cells with a value)")
    tell("in this process", found["times"])
    tell("throw-away child", measured("reading_child", path, CHILD_ROUNDS)["times"])
    for whose in ("ours", "bare"):
        memory = measured("reading_memory", path, whose)
        say(f"  memory, {whose:5} {memory['peak']:7.1f} MB, of it {memory['before']:.1f} before")


def tell_compiling(sizes: list[int], place: str) -> None:
    peaks: dict[str, list[float]] = {"ours": [], "bare": []}
    for forms in sizes:
        path = str(Path(place, f"{forms}.pickle"))
        found = measured("compiling", forms, SIZES.get(forms, 3), path)
        say(f"\nCompiling a recap of {forms} forms of 6 indicators ({found['cells']} cells)")
        tell("named styles", found["times"], "named")
        tell("copied styles", found["times"], "copied")
        tell("no styles", found["times"], "none")
        for whose, held in peaks.items():
            memory = measured("compiling_memory", forms, whose, path)
            held.append(memory["peak"] - memory["before"])
            say(
                f"  memory, {whose:5} {memory['peak']:7.1f} MB, of it {memory['before']:.1f} "
                f"before; file {memory['bytes'] / 2**20:.2f} MB"
            )
    if len(sizes) > 1:
        tell_slopes(sizes, peaks)


def tell_slopes(sizes: list[int], peaks: dict[str, list[float]]) -> None:
    """What one form more costs, from each size to the next: the same where memory is linear."""
    say("\nMemory for each form more")
    for whose, held in peaks.items():
        steps = zip(sizes, sizes[1:], held, held[1:], strict=False)
        told = (f"{(more - less) * 1024 / (b - a):.0f} KB" for a, b, less, more in steps)
        say(f"  {whose:5} {', '.join(told)}")


def tell(name: str, times: dict[str, list[float]], other: str = "bare") -> None:
    """Processor time in milliseconds, best and median; ratios of the bests, and round by round."""
    mine, its = times["ours"], times[other]
    rounds = [one / two for one, two in zip(mine, its, strict=True)]
    say(
        f"  {name:16} ours {min(mine) * 1000:8.1f} / {median(mine) * 1000:8.1f} ms   "
        f"openpyxl {min(its) * 1000:8.1f} / {median(its) * 1000:8.1f} ms   "
        f"ratio {min(mine) / min(its):.2f} / {median(rounds):.2f}"
    )


def measured(what: str, *words: object) -> Any:
    command = [sys.executable, "-m", "tests.bench.one", what, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

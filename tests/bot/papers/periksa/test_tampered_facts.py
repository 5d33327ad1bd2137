"""Facts that were changed, taken out, put in or moved, up to a chain that was made anew."""

from pathlib import Path
from typing import Any

import pytest

from bot.papers import periksa
from tests.bot.papers.periksa.packs import LETTER, Files, Tamper, faults, laid, rewrite, sha
from tests.bot.papers.periksa.tampering import facts, forged, is_told, rechained


def swap(told: list[Any]) -> None:
    told[2], told[3] = told[3], told[2]


def renumbered(told: list[Any]) -> None:
    del told[3]
    for place, fact in enumerate(told, 1):
        fact["place"] = place


def alter(told: list[Any]) -> None:
    """Its own hash follows, the next fact's does not."""
    told[3]["detail"]["alasan"] = "Tanpa alasan."
    told[3]["hash"] = periksa.link(told[2]["hash"], told[3])


TAMPERED = {
    "removed": (facts(lambda t: t.pop(3), follow=False), periksa.SIZE),
    "removed, manifest follows": (facts(lambda t: t.pop(3)), periksa.BROKEN),
    "removed, the rest renumbered": (facts(renumbered), periksa.BROKEN),
    "the last removed": (
        lambda f: (facts(lambda t: t.pop(), follow=False)(f), rewrite(f)),
        periksa.BAD_END,
    ),
    "two swapped": (facts(swap), periksa.BAD_PLACE),
    "altered": (facts(lambda t: t[3].update(person=7)), periksa.BROKEN),
    "moved in time": (
        facts(lambda t: t[3].update(at="2026-11-23T01:00:00.000000+00:00")),
        periksa.BROKEN,
    ),
    "altered with its own hash": (facts(alter), periksa.BROKEN),
    "of another run": (facts(lambda t: t[3].update(run=99)), periksa.BAD_RUN),
    "a key slipped in": (facts(lambda t: t[3].update(baru=1)), periksa.BAD_LINE),
    "a moment without zone": (
        rechained(lambda t: t[3].update(at="2026-11-23T01:00:00")),
        periksa.BAD_LINE,
    ),
    "no JSON in a line": (
        forged(lambda f: f.update({"facts.jsonl": f["facts.jsonl"] + b"{\n"})),
        periksa.BAD_LINE,
    ),
    "altered in the table": (
        forged(
            lambda f: f.update({"facts.csv": f["facts.csv"].replace(b"Halaman 2", b"Halaman 3")})
        ),
        periksa.BAD_TABLE,
    ),
    "a receipt out of a chain made anew": (rechained(lambda t: t.pop(5)), periksa.UNTOLD_FILE),
    "a return told as another act in a chain made anew": (
        rechained(lambda t: t[3].update(verb="berkas dibaca")),
        periksa.DIFFERS,
    ),
    "a reason in a chain made anew": (
        rechained(lambda t: t[3]["detail"].update(alasan="Lain.")),
        periksa.DIFFERS,
    ),
    "an approval of another recap": (
        rechained(lambda t: t[13]["detail"].update(sidik=sha(LETTER))),
        periksa.OTHER_APPROVED,
    ),
    "an approval before the recap was closed": (
        rechained(lambda t: t.insert(10, t.pop(13))),
        periksa.OTHER_APPROVED,
    ),
    "an approval out of a chain made anew": (rechained(lambda t: t.pop(13)), periksa.DIFFERS),
    "a nihil out of a chain made anew": (rechained(lambda t: t.pop(14)), periksa.DIFFERS),
}


@pytest.mark.parametrize(("tamper", "found"), TAMPERED.values(), ids=TAMPERED.keys())
def test_a_fact_tampered_with_is_found(
    files: Files, tmp_path: Path, tamper: Tamper, found: str
) -> None:
    tamper(files)
    told = faults(laid(files, tmp_path, "zip"))
    assert is_told(found, told), told

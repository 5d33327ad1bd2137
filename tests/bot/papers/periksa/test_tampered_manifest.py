"""The manifest edited, cut, or written with more in it than it tells."""

from pathlib import Path

import pytest

from bot.papers import periksa
from tests.bot.papers.periksa.packs import Files, Tamper, faults, laid, rewrite
from tests.bot.papers.periksa.tampering import drop, edit, is_told

NAME = "manifest.json"
TAMPERED = {
    "left out": (drop(NAME), periksa.BAD_MANIFEST),
    "edited": (edit(lambda t: t.update(state="batal")), periksa.BAD_SEAL),
    "another person": (edit(lambda t: t["people"].update({"8": "Lain"})), periksa.BAD_SEAL),
    "cut": (lambda f: f.update({NAME: f[NAME][:-9]}), periksa.BAD_MANIFEST),
    "a key twice": (
        lambda f: f.update({NAME: f[NAME].replace(b'{\n  "off', b'{\n  "run": 9,\n  "off')}),
        periksa.BAD_MANIFEST,
    ),
    "the office's clock moved, seal follows": (
        lambda f: rewrite(f, clock=[{"place": 1, "minutes": 420, "name": "WITA"}]),
        periksa.BAD_MANIFEST,
    ),
}


@pytest.mark.parametrize("kind", ["zip", "folder"])
@pytest.mark.parametrize(("tamper", "found"), TAMPERED.values(), ids=TAMPERED.keys())
def test_a_manifest_tampered_with_is_found(
    files: Files, tmp_path: Path, tamper: Tamper, found: str, kind: str
) -> None:
    tamper(files)
    told = faults(laid(files, tmp_path, kind))
    assert is_told(found, told), told

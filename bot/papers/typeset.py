"""Pages out of papers/templates/. What they say comes in as JSON, never as markup."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from bot.papers.own_templates import in_use
from bot.papers.printable import all_printable

Data = Mapping[str, Any]
FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
POINT_A_PIXEL = 72.0  # pixels an inch: a template's points are the picture's pixels


class TypesetFault(RuntimeError):
    """What the compiler refused or warned of: a face that is missing, say."""


def typeset_pdf(template: str, data: Data, at: datetime) -> bytes:
    """The PDF, dated `at`; the same bytes for the same data."""
    return _compiled(template, data, format="pdf", timestamp=int(at.timestamp()))


def typeset_png(template: str, data: Data) -> bytes:
    """The template's one page, a pixel for each of its points."""
    return _compiled(template, data, format="png", ppi=POINT_A_PIXEL)


def _compiled(template: str, data: Data, **how: Any) -> bytes:
    import typst  # heavy

    said = {"data": json.dumps(all_printable(data), ensure_ascii=False)}
    with _templates() as room, _faces() as faces:
        compiler = typst.Compiler(
            room / template, room, font_paths=[faces], ignore_system_fonts=True, sys_inputs=said
        )
        try:
            made, warnings = compiler.compile_with_warnings(**how)
        except typst.TypstError as refused:
            raise TypesetFault(refused.message) from refused
    if warnings or not isinstance(made, bytes):
        raise TypesetFault("; ".join(warning.message for warning in warnings) or "several pages")
    return made


@contextmanager
def _templates() -> Iterator[Path]:
    """The folder of all templates, with those that the office changed in their places."""
    changed = in_use().changed
    with as_file(files("bot.papers") / "templates") as shipped:
        if not changed:
            yield shipped
            return
        with tempfile.TemporaryDirectory(prefix="himpun-templat-") as room:
            shutil.copytree(shipped, room, dirs_exist_ok=True)
            for name, content in changed.items():
                (Path(room) / name).write_bytes(content)
            yield Path(room)


@contextmanager
def _faces() -> Iterator[Path]:
    """A folder with the two faces alone: of a face in several files it is left to the folder's
    order which one is taken, and the bytes with it."""
    wheel = files("font_source_sans_pro") / "files"
    with tempfile.TemporaryDirectory(prefix="himpun-huruf-") as room:
        for face in FACES:
            with as_file(wheel / face) as path:
                shutil.copy(path, room)
        yield Path(room)

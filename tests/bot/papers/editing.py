"""A workbook changed as a person would, or as another office program leaves it."""

import io
from collections.abc import Callable
from typing import Any

from openpyxl import load_workbook


def edited(data: bytes, sheet: str, cells: dict[str, Any], percent: str = "") -> bytes:
    """With these values typed in; `percent` is a cell shown as a percentage."""

    def edit(book: Any) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value
        if percent:
            book[sheet][percent].number_format = "0.00%"

    return changed_book(data, edit)


def changed_book(data: bytes, edit: Callable[[Any], None]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

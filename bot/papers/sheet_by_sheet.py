"""openpyxl's own writer, which fills a sheet only when it is to be written."""

from collections.abc import Callable, Mapping
from typing import Any

from openpyxl.writer.excel import ExcelWriter

from bot.papers.package import Cached, Package


class SheetBySheet(ExcelWriter):  # type: ignore[misc]
    """A large recap's cells take hundreds of megabytes; one sheet's at a time take a third."""

    def __init__(
        self, workbook: Any, package: Package, fill: Callable[[Any], Mapping[str, Cached]]
    ) -> None:
        super().__init__(workbook, package)
        self._package, self._fill = package, fill

    def write_worksheet(self, ws: Any) -> None:
        self._package.results = self._fill(ws)
        super().write_worksheet(ws)
        ws._cells.clear()

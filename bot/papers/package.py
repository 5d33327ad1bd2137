"""A workbook's bytes: the same for the same content, and with the results of its formulas in it.

openpyxl stamps the wall clock and writes formulas without results, which phones preview as blanks.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

Cached = Decimal | str
Results = Mapping[str, Mapping[str, Cached]]  # sheet title -> cell -> what its formula gives

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')
CREATED = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*")


def finish(workbook: Any, results: Results, at: datetime) -> bytes:
    """The .xlsx file, dated `at` (UTC)."""
    workbook.properties.creator = "Himpun"
    raw = io.BytesIO()
    workbook.save(raw)
    by_part = {
        f"xl/worksheets/sheet{place}.xml": results.get(title, {})
        for place, title in enumerate(workbook.sheetnames, start=1)
    }
    return _packed_again(raw, by_part, f"{at:%Y-%m-%dT%H:%M:%SZ}")


def _packed_again(raw: io.BytesIO, by_part: Results, stamp: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-8")
            if name in by_part:
                text = _with_results(text, by_part[name])
            elif name == "docProps/core.xml":
                text = CREATED.sub(rf"\g<1>{stamp}", text)
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


def _with_results(sheet: str, results: Mapping[str, Cached]) -> str:
    def cell(match: re.Match[str]) -> str:
        ref, attributes, formula = match.groups()
        result = results.get(ref, "")
        number = isinstance(result, Decimal)
        kind = "" if number else ' t="str"'
        value = repr(float(result)) if number else escape(str(result))
        return f'<c r="{ref}"{attributes}{kind}><f>{formula}</f><v>{value}</v></c>'

    return FORMULA.sub(cell, sheet)

"""What Excel would complain about when it opens a workbook, found in the parts themselves.

Sources: "Excel specifications and limits" (Microsoft Support), ECMA-376 Part 1, 18.3.1.99 (order
of a sheet's parts) and 18.3.1.32 (validation), whose lengths Excel bounds to 32, 255 and, for the
message of a refusal, 225 (Validation.ErrorMessage, Microsoft Learn).
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import Any
from xml.etree import ElementTree

from openpyxl.utils import range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
    "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
    "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing",
)  # fmt: skip
TEXT, FORMULA, RULE, TITLE, PROMPT, REFUSAL, HEADER = 32_767, 8_192, 255, 32, 255, 225, 255
ROWS, COLUMNS, BREAKS, FONTS, LOOKS = 1_048_576, 16_384, 1_026, 1_024, 65_490
TALLEST, WIDEST, SHEET_NAME = 409.5, 255, 31
NAME = re.compile(r"(_xlnm\.)?[A-Za-z_\\][\w.\\]{0,254}")
REF = re.compile(r"'?((?:[^'!]|'')+)'?!(.+)")


@dataclass
class Book:
    parts: dict[str, bytes]
    found: list[str] = field(default_factory=list)
    sheets: dict[str, str] = field(default_factory=dict)  # name -> part

    def say(self, good: object, what: str) -> None:
        if not good:
            self.found.append(what)

    def tree(self, part: str) -> Any:
        return ElementTree.fromstring(self.parts[part])  # noqa: S314 - of our own making

    def related(self, part: str) -> dict[str, str]:
        """Part by the relation's id."""
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self.parts:
            return {}
        base = "/" + folder
        return {
            one.get("Id"): posixpath.normpath(posixpath.join(base, one.get("Target"))).lstrip("/")
            for one in self.tree(rels)
            if one.get("TargetMode") != "External"
        }


def complaints(data: bytes) -> list[str]:
    """Empty where Excel would open it without a word."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        book = Book({name: archive.read(name) for name in names})
    book.say(len(names) == len(set(names)), "a part twice")
    _package(book)
    _workbook(book)
    dxfs = _styles(book)
    for name, part in book.sheets.items():
        _sheet(book, name, part, dxfs)
    for part in book.parts:
        if part.startswith("xl/charts/chart"):
            _chart(book, part)
    return book.found


def _package(book: Book) -> None:
    types = list(book.tree("[Content_Types].xml"))
    named = {one.get("PartName", "").lstrip("/") for one in types if one.get("PartName")}
    endings = {one.get("Extension") for one in types if one.get("Extension")}
    book.say(named <= set(book.parts), f"types of no part: {named - set(book.parts)}")
    for part in book.parts:
        known = part in named or part.rpartition(".")[2] in endings
        book.say(known or part == "[Content_Types].xml", f"{part}: no type")
        for target in book.related(part).values():
            book.say(target in book.parts, f"{part}: points to {target}, which is not there")


def _workbook(book: Book) -> None:
    root, related = book.tree("xl/workbook.xml"), book.related("xl/workbook.xml")
    sheets = list(root.iter(f"{MAIN}sheet"))
    book.sheets = {one.get("name"): related[one.get(RELATION)] for one in sheets}
    lower = [one.get("name").casefold() for one in sheets]
    book.say(len(set(lower)) == len(sheets), "a sheet's name twice")
    book.say(len({one.get("sheetId") for one in sheets}) == len(sheets), "a sheet's number twice")
    for name in book.sheets:
        bad = len(name) > SHEET_NAME or re.search(r"[\[\]:*?/\\]", name) or name.strip("'") != name
        book.say(name and not bad, f"sheet {name!r}: not a name")
    shown = [one.get("state", "visible") == "visible" for one in sheets]
    active = next(root.iter(f"{MAIN}workbookView")).get("activeTab", "0")
    book.say(shown[int(active)], "opens at a hidden sheet")
    names = [(one.get("name"), one.get("localSheetId")) for one in root.iter(f"{MAIN}definedName")]
    book.say(len(set(names)) == len(names), "a defined name twice")
    for one in root.iter(f"{MAIN}definedName"):
        book.say(NAME.fullmatch(one.get("name")), f"{one.get('name')}: not a name")
        book.say(int(one.get("localSheetId", 0)) < len(sheets), "a name of no sheet")
        for ref in one.text.split(","):
            _ref(book, "defined name", ref)


def _ref(book: Book, where: str, ref: str) -> int:
    """How many cells it has."""
    found = REF.fullmatch(ref)
    if not found or found[1].replace("''", "'") not in book.sheets:
        book.found.append(f"{where}: {ref} is nowhere")
        return 0
    left, top, right, bottom = range_boundaries(found[2].replace("$", ""))
    return ((right or COLUMNS) - (left or 1) + 1) * ((bottom or ROWS) - (top or 1) + 1)


def _styles(book: Book) -> int:
    """How many looks there are for conditions."""
    root = book.tree("xl/styles.xml")
    count = {one.tag.removeprefix(MAIN): len(one) for one in root}
    book.say(count["fonts"] <= FONTS, "too many fonts")
    book.say(count["cellXfs"] <= LOOKS, "too many looks")
    for look in root.find(f"{MAIN}cellXfs"):
        for key, of in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            book.say(int(look.get(key, 0)) < count[of], f"a look with no {key}")
    for one in root.iter(f"{MAIN}numFmt"):
        book.say(len(one.get("formatCode")) <= RULE, "a number format too long")
    return count.get("dxfs", 0)


def _sheet(book: Book, name: str, part: str, dxfs: int) -> None:
    root = book.tree(part)
    tags = [one.tag.removeprefix(MAIN) for one in root]
    book.say(set(tags) <= set(ORDER), f"{name}: unknown {set(tags) - set(ORDER)}")
    places = [ORDER.index(tag) for tag in tags if tag in ORDER]
    book.say(places == sorted(places), f"{name}: parts out of order")
    looks = len(book.tree("xl/styles.xml").find(f"{MAIN}cellXfs"))
    _rows(book, name, root, looks)
    _columns(book, name, root)
    _apart(book, f"{name}: merged", (one.get("ref") for one in root.iter(f"{MAIN}mergeCell")))
    _validations(book, name, root)
    _conditions(book, name, root, dxfs)
    _breaks(book, name, root)
    for one in root.findall(f"{MAIN}headerFooter/*"):
        book.say(len(one.text or "") <= HEADER, f"{name}: a header too long")
    related = book.related(part)
    for tag in ("drawing", "legacyDrawing"):
        for one in root.findall(f"{MAIN}{tag}"):
            book.say(one.get(RELATION) in related, f"{name}: {tag} is nowhere")
    _comments(book, name, root, [p for p in related.values() if "comment" in p and ".xml" in p])


def _rows(book: Book, name: str, root: Any, looks: int) -> None:
    before = 0
    for row in root.iter(f"{MAIN}row"):
        number, last = int(row.get("r")), 0
        book.say(before < number <= ROWS, f"{name}: row {number} out of order")
        book.say(float(row.get("ht", 0)) <= TALLEST, f"{name}: row {number} too high")
        before = number
        for cell in row:
            column, top, *_ = range_boundaries(cell.get("r"))
            book.say(top == number and last < column <= COLUMNS, f"{name}: {cell.get('r')} astray")
            last = column
            book.say(int(cell.get("s", 0)) < looks, f"{name}: {cell.get('r')} has no look")
            _cell(book, f"{name} {cell.get('r')}", cell)


def _cell(book: Book, where: str, cell: Any) -> None:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
    words = "".join(one.text or "" for one in cell.iter(f"{MAIN}t"))
    book.say(len(words) <= TEXT and len(value or "") <= TEXT, f"{where}: text too long")
    formula = cell.findtext(f"{MAIN}f")
    if formula is not None:
        book.say(0 < len(formula) <= FORMULA and formula[0] != "=", f"{where}: formula")
        book.say(value is not None, f"{where}: no result")
    if kind == "n" and value is not None:
        book.say(isfinite(float(value)), f"{where}: no number")
    book.say(kind in ("n", "str", "inlineStr", "b", "d"), f"{where}: kind {kind}")


def _columns(book: Book, name: str, root: Any) -> None:
    before = 0
    for one in root.iter(f"{MAIN}col"):
        least, most = int(one.get("min")), int(one.get("max"))
        book.say(before < least <= most <= COLUMNS, f"{name}: columns overlap")
        book.say(float(one.get("width", 0)) <= WIDEST, f"{name}: column {least} too wide")
        before = most


def _apart(book: Book, what: str, refs: Iterable[str]) -> None:
    """No two of these ranges share a cell."""
    taken: set[tuple[int, int]] = set()
    for ref in refs:
        left, top, right, bottom = range_boundaries(ref)
        cells = {(c, r) for c in range(left, right + 1) for r in range(top, bottom + 1)}
        book.say(not taken & cells, f"{what} {ref} over another")
        taken |= cells


def _validations(book: Book, name: str, root: Any) -> None:
    rules = list(root.iter(f"{MAIN}dataValidation"))
    for group in root.iter(f"{MAIN}dataValidations"):
        book.say(group.get("count") == str(len(rules)), f"{name}: rules miscounted")
    _apart(book, f"{name}: rule on", (ref for one in rules for ref in one.get("sqref").split()))
    bounds = {"promptTitle": TITLE, "errorTitle": TITLE, "prompt": PROMPT, "error": REFUSAL}
    for rule in rules:
        for key, most in bounds.items():
            book.say(len(rule.get(key, "")) <= most, f"{name}: {key} too long")
        for formula in rule:
            book.say(0 < len(formula.text or "") <= RULE, f"{name}: rule's formula")


def _conditions(book: Book, name: str, root: Any, dxfs: int) -> None:
    for rule in root.iter(f"{MAIN}cfRule"):
        book.say(int(rule.get("dxfId", -1)) in range(dxfs), f"{name}: condition without a look")
        for formula in rule.iter(f"{MAIN}formula"):
            book.say(0 < len(formula.text or "") <= FORMULA, f"{name}: condition's formula")


def _breaks(book: Book, name: str, root: Any) -> None:
    for group in root.iter(f"{MAIN}rowBreaks"):
        ids = [int(one.get("id")) for one in group]
        book.say(ids == sorted(set(ids)) and 0 not in ids, f"{name}: page breaks {ids}")
        book.say(len(ids) <= BREAKS, f"{name}: {len(ids)} page breaks")
        counted = group.get("count"), group.get("manualBreakCount")
        book.say(counted == (str(len(ids)),) * 2, f"{name}: page breaks miscounted")


def _comments(book: Book, name: str, root: Any, parts: list[str]) -> None:
    drawn = root.find(f"{MAIN}legacyDrawing") is not None
    book.say(drawn == bool(parts), f"{name}: notes are not drawn")
    for part in parts:
        notes = list(book.tree(part).iter(f"{MAIN}comment"))
        refs = [one.get("ref") for one in notes]
        book.say(len(set(refs)) == len(refs), f"{name}: two notes in one cell")
        for one in notes:
            words = "".join(t.text or "" for t in one.iter(f"{MAIN}t"))
            book.say(0 < len(words) <= TEXT, f"{name}: note {one.get('ref')}")


def _chart(book: Book, part: str) -> None:
    root = book.tree(part)
    book.say(any(True for _ in root.iter(f"{CHART}ser")), f"{part}: shows nothing")
    for kind in ("numRef", "strRef"):
        for ref in root.iter(f"{CHART}{kind}"):
            cells = _ref(book, part, ref.findtext(f"{CHART}f"))
            for count in _counts(ref):
                book.say(count == cells, f"{part}: {count} values of {cells} cells")


def _counts(ref: Any) -> Iterator[int]:
    for one in ref.iter(f"{CHART}ptCount"):
        yield int(one.get("val"))

"""A letter's number and date, read from its first page where they stand there (DOMAIN.md, Papers).

Nothing is guessed: where several candidates stand equally, or none, nothing is read; what is read
is offered to the sender, who confirms it or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.rules.months import month_named

LONGEST = 60  # characters of a number
YEARS = range(2000, 2100)

# Parts with slashes between: 700/12/LHP/IX/2026, 000.8.3.4/12/DPMD/XI/2026, 094 / 7 / ST / 2026.
# A part without a letter or digit is a number still to be written in ("700/.../LHP/2026").
PART = r"[A-Za-z0-9][\w.&-]*"
NUMBER = rf"{PART}(?: ?/ ?{PART}){{1,9}}(?![\w&-]| ?[./])"
DAY = r"\d{1,2}(?: +[A-Za-z]{3,9}\.? +|[-/.]\d{1,2}[-/.])\d{4}(?!\d)"
LABEL = r"(?:nomor|no)\b\.?"

LINES = re.IGNORECASE | re.MULTILINE
TELLS = r"(?:tanggal|tgl\.?)\s*:?\s*"
HEADED = re.compile(rf"^\s*{LABEL}\s*:?\s*({NUMBER})", LINES)
ALONE = re.compile(rf"^\s*:?\s*({NUMBER})\s*$", LINES)
NAMED = re.compile(rf"\b{LABEL} ?:? ?({NUMBER})", LINES)
OF_ANOTHER = re.compile(r"surat (?:tugas|perintah)|peraturan|perbup|perda|keputusan|undang", LINES)
AFTER_NUMBER = re.compile(rf"\s*,?\s*{TELLS}({DAY})", LINES)
HEADED_DAY = re.compile(rf"^\s*{TELLS}({DAY})\s*\.?\s*$", LINES)
PLACED_DAY = re.compile(rf"^\s*[A-Z][A-Z .'-]{{1,40}}, ?({DAY})\s*\.?\s*$", LINES)
TOLD_DAY = re.compile(rf"\b{TELLS}({DAY})", LINES)
ANY_DAY = re.compile(rf"(?<![\d/.-]){DAY}", LINES)


class LetterState(StrEnum):
    """What the sender says of the number and date that were read from his letter, or wrote."""

    UNREAD = ""
    READ = "terbaca"
    CONFIRMED = "dibenarkan"
    DENIED = "dibantah"
    GIVEN = "ditulis"
    NONE = "tanpa nomor"


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The letter's own number and day, "" and None where they cannot be told."""

    number: str = ""
    dated: date | None = None

    def __bool__(self) -> bool:
        return bool(self.number) or self.dated is not None


def letter_head(page: str) -> LetterHead:
    number = the_number(page)
    return LetterHead(number, the_day(page, number))


def the_number(page: str) -> str:
    """Headed "Nomor" or alone on its line; else the page's only one, unless it is another's."""
    for lines in (HEADED, ALONE):
        if found := set(_numbers(lines, page)):
            return found.pop() if len(found) == 1 else ""
    named = set(_numbers(NAMED, page))
    others = any(_of_another(page, hit.start()) for hit in NAMED.finditer(page))
    return named.pop() if len(named) == 1 and not others else ""


def _numbers(pattern: re.Pattern[str], page: str) -> Iterator[str]:
    for hit in pattern.finditer(page):
        number = known_as(hit[1])
        if len(number) <= LONGEST and any(c.isdigit() for c in number) and not a_day(number):
            yield number


def known_as(number: str) -> str:
    """The number without the spaces that some put around its slashes."""
    return re.sub(r"\s*/\s*", "/", number.strip()).rstrip(".")


def same(number: str) -> str:
    """For comparison: without regard to case and spaces."""
    return "".join(number.split()).casefold()


def _of_another(page: str, place: int) -> bool:
    """A letter of assignment or a law that this letter goes by."""
    return bool(OF_ANOTHER.search(page[max(0, place - 60) : place]))


def the_day(page: str, number: str) -> date | None:
    """The one after the letter's own number, or on a line of its own; else the only one told."""
    for days in (_after(page, number), _days(HEADED_DAY, page), _days(PLACED_DAY, page)):
        if found := set(days):
            return found.pop() if len(found) == 1 else None
    told = set(_days(TOLD_DAY, page))
    every = {a_day(hit[0]) for hit in ANY_DAY.finditer(page)} - {None}
    others = any(_of_another(page, hit.start()) for hit in TOLD_DAY.finditer(page))
    return told.pop() if len(told) == 1 and told == every and not others else None


def _after(page: str, number: str) -> Iterator[date]:
    if not number:
        return
    written = r" ?/ ?".join(map(re.escape, number.split("/")))
    for hit in re.finditer(written, page):
        follows = AFTER_NUMBER.match(page, hit.end())
        if follows and (day := a_day(follows[1])):
            yield day


def _days(pattern: re.Pattern[str], page: str) -> Iterator[date]:
    for hit in pattern.finditer(page):
        if day := a_day(hit[1]):
            yield day


def a_day(text: str) -> date | None:
    """5 Oktober 2026, 5 Okt. 2026, 05-10-2026 (the day first); None for what is no day."""
    parts = [part for part in re.split(r"[\s/.-]+", text.strip().casefold()) if part]
    if len(parts) != 3 or not (parts[0].isdecimal() and parts[2].isdecimal()):
        return None
    month = int(parts[1]) if parts[1].isdecimal() else month_named(parts[1])
    if int(parts[2]) not in YEARS:
        return None
    try:
        return date(int(parts[2]), month, int(parts[0]))
    except ValueError:
        return None

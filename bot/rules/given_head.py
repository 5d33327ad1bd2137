"""A letter's number and date as its sender writes them in one message, however he writes them.

What is understood is shown to him again, so more is taken here than from a first page.
"""

import re
from datetime import date

from bot.rules.errors.files import NotALetterHead
from bot.rules.letters import LONGEST, LetterHead, a_day, known_as
from bot.rules.months import month_named

OTHER_WORDS = 3  # beside the number: a place, a weekday; more of them are a sentence
NOT = r"(?:tanpa|(?:tidak|tdk|belum) (?:ada|ber))"
NOTHING = re.compile(rf"[-–—]|{NOT}|nihil|{NOT} nomor (?:dan|maupun|serta) tanggal", re.IGNORECASE)
NO_NUMBER = re.compile(rf"\b{NOT} ?(?:nomor|nomer|no\b\.?)", re.IGNORECASE)
NO_DAY = re.compile(rf"\b{NOT} ?(?:tanggal|tgl\b\.?)", re.IGNORECASE)
LABEL = re.compile(
    r"(?<![\w/.-])(?:nomor|nomer|no|tertanggal|tanggal|tgl|surat)(?=[\s.:]|$)[\s.:]*", re.IGNORECASE
)
DAY = re.compile(
    r"(?<![\w/.-])\d{1,2}(?:[ -]+[A-Za-z]{3,9}[. -]+|[-/. ]\d{1,2}[-/. ])(?:\d{4}|\d{2})"
    r"(?![\w/-]|\.\d)"
)


def given_head(text: str, read: LetterHead) -> LetterHead:
    """In place of what was `read`: a part that is not written stays; neither where there is none.

    Refused: NotALetterHead.
    """
    words = known_as(" ".join(text.split()))
    if NOTHING.fullmatch(words.strip(" .,")):
        return LetterHead()
    without_number, words = _taken_out(NO_NUMBER, words)
    without_day, words = _taken_out(NO_DAY, words)
    days, words = _taken_out(DAY, words)
    numbers = _numbers(words)
    day = None if without_day or not days else _day(days, text)
    if len(numbers) > 1 or not (numbers or days or without_number or without_day):
        raise NotALetterHead(text)
    number = "" if without_number else read.number
    return LetterHead(numbers[0] if numbers else number, day if days or without_day else read.dated)


def _taken_out(pattern: re.Pattern[str], words: str) -> tuple[list[str], str]:
    return pattern.findall(words), pattern.sub(" ", words)


def _day(days: list[str], text: str) -> date:
    found = {a_day(_whole_year(day)) for day in days}
    day = found.pop()
    if found or day is None:
        raise NotALetterHead(text)
    return day


def _whole_year(day: str) -> str:
    """3-11-26 is of 2026."""
    return re.sub(r"(?<!\d)(\d{2})$", r"20\1", day)


def _numbers(words: str) -> list[str]:
    """The words with a figure in them; none where they stand in a sentence or half a date."""
    bare = [word.strip(",;:()\"'“”").rstrip(".") for word in LABEL.sub(" ", words).split()]
    figured = [w for w in bare if any(c.isdigit() for c in w) and len(w) <= LONGEST]
    others = [word for word in bare if word and word not in figured]
    sentence = len(others) > OTHER_WORDS or any(map(month_named, others))
    return [] if sentence else figured

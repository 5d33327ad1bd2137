"""What a search for documents means, and which documents fit it.

"TW3 2026 LHP Irban II pengelolaan": every part must fit. Parts are told by the SOP's own names,
the longest first; what is no period, year, seat or kind is a word of the file's name or number, or
of the name of who sent it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.rules import periods
from bot.rules.kinds import plain
from bot.rules.months import MONTHS
from bot.rules.periods import Period, PeriodKind
from bot.rules.run import Document
from bot.rules.sop import Role, Sop, roman

LONGEST = 200  # characters of a search
PHRASE = 10  # words of the longest name that is looked for
TRIWULAN = ("tw", "triwulan")


@dataclass(frozen=True, slots=True)
class Search:
    """What a person typed after /berkas; its buttons name it by its id. `at` is UTC."""

    id: int
    office_id: int
    person_id: int
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Filed:
    """A document in its run, without its form: what a search sees of it; `sender` is a name."""

    run_id: int
    period: Period
    sop: Sop
    document: Document
    sender: str = ""

    @property
    def text(self) -> str:
        """What stands on it in words, as `plain` makes them."""
        of, nihil = self.document, "nihil" if self.document.nihil else ""
        return plain(f"{of.name} {of.number} {nihil} {of.state} {self.sender}")


Term = Callable[[Filed], bool]


def in_period(kind: PeriodKind, number: int) -> Term:
    return lambda filed: (filed.period.kind, filed.period.number) == (kind, number)


def of_seats(*keys: str) -> Term:
    return lambda filed: filed.document.seat in keys


def of_kind(code: str) -> Term:
    return lambda filed: filed.document.kind == code


def worded(phrase: str) -> Term:
    """Words by their beginnings; figures only whole: "12" is not "123"."""
    end = " " if phrase[-1:].isdigit() else ""
    return lambda filed: f" {phrase}{end}" in f" {filed.text} "


def either(*terms: Term) -> Term:
    return lambda filed: any(term(filed) for term in terms)


def in_year(year: int) -> Term:
    return either(lambda filed: filed.period.year == year, worded(str(year)))


def fits(terms: Iterable[Term], filed: Filed) -> bool:
    return all(term(filed) for term in terms)


def by_run(filed: Iterable[Filed]) -> tuple[tuple[Filed, ...], ...]:
    """Each run's documents, the newest period first; a run has one SOP."""
    runs: dict[int, list[Filed]] = {}
    for one in filed:
        runs.setdefault(one.run_id, []).append(one)
    newest = sorted(runs.values(), key=lambda own: (own[0].period, own[0].run_id), reverse=True)
    return tuple(map(tuple, newest))


def fitting(words: str, own: Sequence[Filed]) -> list[Filed]:
    """Those of one run's documents that fit, in its SOP's order, the newest version first."""
    sop = own[0].sop
    terms = terms_of(words, sop)
    seats = {seat.key: place for place, seat in enumerate(sop.seats)}
    kinds = {kind.code: place for place, kind in enumerate(sop.kinds)}
    return sorted(
        (filed for filed in own if fits(terms, filed)),
        key=lambda f: (seats[f.document.seat], kinds[f.document.kind], -f.document.id),
    )


def terms_of(words: str, sop: Sop) -> tuple[Term, ...]:
    return tuple(_terms(words[:LONGEST].split(), vocabulary(sop)))


def _terms(parts: Sequence[str], known: Mapping[str, Term]) -> Iterator[Term]:
    pending: list[str] = []
    for part in parts:
        if (special := _key_or_number(part)) is None:
            pending += plain(part).split()
            continue
        yield from _phrases(pending, known)
        pending = []
        yield special
    yield from _phrases(pending, known)


def _key_or_number(part: str) -> Term | None:
    """2026-TW3, 2026-10, or a letter's number with its slashes."""
    if "/" in part and (phrase := plain(part)):
        return worded(phrase)
    try:
        period = periods.parse(part.upper())
    except periods.NotAPeriod:
        return None
    return lambda filed: filed.period == period


def _phrases(words: Sequence[str], known: Mapping[str, Term]) -> Iterator[Term]:
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + PHRASE), start, -1):
            if term := known.get(" ".join(words[start:end])):
                break
        else:
            end, term = start + 1, _word(words[start])
        yield term
        start = end


def _word(word: str) -> Term:
    return in_year(int(word)) if len(word) == 4 and word.isdecimal() else worded(word)


@lru_cache(maxsize=64)
def vocabulary(sop: Sop) -> Mapping[str, Term]:
    """Every name that periods, and this SOP's seats that hand in and kinds, go by."""
    known: dict[str, Term] = dict(_of_periods())
    for role in dict.fromkeys(seat.role for seat in sop.suppliers):
        known |= dict(_of_role(sop.role(role)))
    for kind in sop.kinds:
        known |= {plain(name): of_kind(kind.code) for name in (kind.name, kind.code, *kind.words)}
    return known


def _of_periods() -> Iterator[tuple[str, Term]]:
    for number, month in enumerate(MONTHS, 1):
        for name in (month, month[:3]):
            # a file's name may well tell a month of the triwulan
            yield name, either(in_period("bulan", number), worded(name))
    for number in range(1, 5):
        for word in TRIWULAN:
            for name in (f"{word} {number}", f"{word} {roman(number)}", f"{word}{roman(number)}"):
                yield plain(name), in_period("triwulan", number)


def _of_role(role: Role) -> Iterator[tuple[str, Term]]:
    every = of_seats(*(seat.key for seat in role.seats))
    for name in (role.title, role.short, role.key):
        yield plain(name), every
    for number, seat in enumerate(role.seats, 1):
        names = [seat.title, seat.key]
        if role.count > 1:
            names += [f"{n} {x}" for n in (role.short, role.title) for x in (number, roman(number))]
        for name in names:
            yield plain(name), of_seats(seat.key)

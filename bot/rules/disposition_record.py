"""What stands in a lembar disposisi: the arahan, and every act of the run that enters it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from bot.rules.disposing import added_to, orderers, sheet_of
from bot.rules.dispositions import Disposition
from bot.rules.dossier import Dossier
from bot.rules.hands import Hand
from bot.rules.run import Fact
from bot.rules.sop import Seat, StepKind

GIVEN = "arahan disampaikan"
MINUTE = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, or several of one hand within a minute: `details` tell what each was about. Nobody's
    own where `post` is empty. `at` is UTC."""

    verb: str
    at: datetime
    post: str
    hand: Hand
    nip: str
    details: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    sheet: Disposition
    added: tuple[Disposition, ...]
    entries: tuple[Entry, ...]


def record_of(of: Dossier, verbs: Collection[str]) -> Record | None:
    """None while the run has no sheet. Of the run's facts those of these `verbs` enter."""
    sheet = sheet_of(of.dispositions)
    if sheet is None:
        return None
    added = added_to(of.dispositions)
    given = [arahan_entry(of, each) for each in (sheet, *added) if each.instruction]
    acts = [entry for facts in together(of, verbs) for entry in [acts_entry(of, facts)]]
    entries = sorted((*given, *acts), key=lambda entry: entry.at)
    return Record(sheet, added, tuple(entries))


def together(of: Dossier, verbs: Collection[str]) -> Iterator[list[Fact]]:
    """What one person did from one seat within a minute, one after another."""
    told = [fact for fact in of.facts if fact.verb in verbs]
    for _, same in groupby(told, lambda f: (f.verb, f.person, f.seat, f.at.strftime(MINUTE))):
        yield list(same)


def acts_entry(of: Dossier, facts: list[Fact]) -> Entry:
    first, hand = facts[0], of.hand(facts[0])
    title = title_of(of, first.seat)
    post = f"{hand.acting} {title}".strip() if title else ""
    details = tuple(fact.detail for fact in facts)
    return Entry(first.verb, first.at, post, hand, of.nip(first.person), details)


def arahan_entry(of: Dossier, arahan: Disposition) -> Entry:
    hand = Hand(arahan.acting, of.name(arahan.person), "")
    detail = {"agenda": arahan.agenda}
    return Entry(GIVEN, arahan.at, post_of(of, arahan), hand, of.nip(arahan.person), (detail,))


def post_of(of: Dossier, arahan: Disposition) -> str:
    """ "Sekretaris a.n. Kepala Dinas"."""
    post = f"{arahan.acting} {title_of(of, arahan.seat)}".strip()
    return f"{post} a.n. {title_of(of, arahan.on_behalf)}" if arahan.on_behalf else post


def title_of(of: Dossier, seat: str) -> str:
    """A seat that the run's SOP does not know goes by its key."""
    return next((known.title for known in of.run.sop.seats if known.key == seat), seat)


def forwarded_to(of: Dossier) -> tuple[Seat, ...]:
    """Who orders, unless he is the highest himself; then who conveys what was ordered first."""
    sop = of.run.sop
    below = [seat for seat in orderers(sop) if sop.superiors(seat.role)]
    return (*below, *sop.seats_of(sop.steps_of(StepKind.CONVEY)[0].actors))


def initialling(of: Dossier) -> tuple[Seat, ...]:
    """Who puts paraf or signature on the sheet: who orders and everybody above him."""
    sop, own = of.run.sop, orderers(of.run.sop)
    above = [role for seat in own for role in sop.superiors(seat.role)]
    return tuple(dict.fromkeys((*own, *sop.seats_of(role.key for role in above))))

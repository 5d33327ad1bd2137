"""A seat's workbook against the one that it sent before, whether that was taken or refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.form_changes import Change, Changes, changes
from bot.rules.form_faults import UNREAD, FormFault, Weight
from bot.rules.forms import FilledForm
from bot.rules.offers import Offer

DATA = "data"


@dataclass(frozen=True, slots=True)
class Version:
    """As far as it could be read; no `number` where it was refused."""

    form: FilledForm | None
    faults: tuple[FormFault, ...] = ()
    number: int | None = None

    @property
    def errors(self) -> tuple[FormFault, ...]:
        return tuple(fault for fault in self.faults if fault.weight is Weight.ERROR)

    @property
    def unread(self) -> frozenset[str]:
        """The sheets that nothing can be said of."""
        return frozenset(fault.sheet for fault in self.errors if fault.code in UNREAD)


@dataclass(frozen=True, slots=True)
class Compared:
    """`since` is the number of the version before, None where that was refused; `mended` are its
    errors that are gone, `remaining` those that stand as they stood."""

    since: int | None
    changes: Changes
    mended: tuple[FormFault, ...] = ()
    remaining: tuple[FormFault, ...] = ()


def version_key(run: int, seat: str) -> str:
    """ "7/irban-1", as offers keep it (rules/offers.py, version_of)."""
    return f"{run}/{seat}"


def one_before(versions: Sequence[Offer], document: int | None) -> Offer | None:
    """The one sent before this document; before the last where none is filed as it yet.

    `versions` in the order in which they were sent.
    """
    filed = [place for place, offer in enumerate(versions) if offer.document_id == document]
    place = filed[0] if filed and document is not None else len(versions) - 1
    return versions[place - 1] if place > 0 else None


def compared(before: Version, after: Version, sheets: Mapping[str, str]) -> Compared:
    """`sheets`: the names of "data", "lhp", "lhe" and "tlhp".

    A cell that could not be read has no value to compare; it is mended, or remains.
    """
    still = {_place(fault) for fault in after.errors}
    seen = [f for f in before.errors if f.code in UNREAD or f.sheet not in after.unread]
    return Compared(
        before.number,
        _changes(before, after, sheets),
        mended=tuple(fault for fault in seen if _place(fault) not in still),
        remaining=tuple(fault for fault in seen if _place(fault) in still),
    )


def _place(fault: FormFault) -> tuple[object, ...]:
    return (fault.sheet, fault.cell) if fault.cell else (fault.sheet, fault.code, fault.params)


def _changes(before: Version, after: Version, sheets: Mapping[str, str]) -> Changes:
    if before.form is None or after.form is None:
        return Changes((), ())
    found, unread = changes(before.form, after.form), before.unread | after.unread
    wrong = {*_wrong(before, sheets[DATA]), *_wrong(after, sheets[DATA])}
    figures = [c for c in found.figures if _figure(c) not in wrong]
    return Changes(
        tuple(figures) if sheets[DATA] not in unread else (),
        tuple(rows for rows in found.rows if sheets[rows.register] not in unread),
    )


def _figure(change: Change) -> tuple[int, str]:
    return change.number, change.key


def _wrong(version: Version, sheet: str) -> Iterator[tuple[int, str]]:
    """Figures by indicator and column whose cells bear a fault."""
    cells = {fault.cell for fault in version.errors if fault.sheet == sheet}
    form = version.form
    if form is None:
        return
    for figure in form.figures:
        for key, _ in form.columns:
            if form.cell(figure, key) in cells:
                yield figure.indicator.number, key

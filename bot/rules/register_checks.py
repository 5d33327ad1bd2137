"""The register of follow-up (TLHP) against the one of the period before."""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.forms import FilledForm
from bot.rules.letters import same
from bot.rules.periods import Period
from bot.rules.registers import TlhpRow, TlhpStatus

Strange = Callable[[Decimal, Decimal], bool]
SETTLED = (TlhpStatus.DONE, TlhpStatus.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class Sums:
    """Of all recommendations of one LHP, in rupiah."""

    number: str
    rows: tuple[TlhpRow, ...]

    @property
    def settled(self) -> bool:
        return all(row.status in SETTLED for row in self.rows)

    def of(self, key: str) -> Decimal:
        return sum((_figure(row, key) for row in self.rows), Decimal(0))


def register_findings(
    form: FilledForm, period: Period, before: FilledForm, sheet: str
) -> Iterator[FormFault]:
    """What a recommendation is worth does not change, what was deposited stays, and what is not
    settled is still there."""
    now, then = sums_of(form.tlhp), sums_of(before.tlhp)
    for number in [number for number in now if number in then]:
        yield from _followed(now[number], then[number], period, sheet)
    for gone in _open(before):
        if same(gone) not in _listed(form):
            params = (("lhp", gone), *_remaining(then.get(same(gone))), ("periode", period.key))
            yield FormFault(sheet, form.next_tlhp, FaultCode.LHP_GONE, params)


def sums_of(rows: Sequence[TlhpRow]) -> Mapping[str, Sums]:
    """By the LHP's number."""
    found: dict[str, list[TlhpRow]] = {}
    for row in rows:
        found.setdefault(same(row.number), []).append(row)
    return {number: Sums(of_one[0].number, tuple(of_one)) for number, of_one in found.items()}


def _followed(now: Sums, then: Sums, period: Period, sheet: str) -> Iterator[FormFault]:
    for code, key, strange in (
        (FaultCode.TLHP_VALUE, "recommendation_value", operator.ne),
        (FaultCode.TLHP_DEPOSIT, "deposited", operator.lt),
    ):
        came, was = now.of(key), then.of(key)
        if strange(came, was):
            figures = (("isi", str(came)), ("semula", str(was)), ("periode", period.key))
            summed = [row.cell(key) for row in now.rows if row.cell(key)]
            more = (("jumlah", ", ".join(summed)),) if len(summed) > 1 else ()
            cell = _changed(now, then, key, strange).cell(key)
            yield FormFault(sheet, cell, code, (("lhp", now.number), *figures, *more))


def _changed(now: Sums, then: Sums, key: str, strange: Strange) -> TlhpRow:
    """The first recommendation that is not as it was; the LHP's first where none is like it."""
    was = {_what(row): _figure(row, key) for row in then.rows}
    rows = (r for r in now.rows if _what(r) in was and strange(_figure(r, key), was[_what(r)]))
    return next(rows, now.rows[0])


def _what(row: TlhpRow) -> str:
    return same(f"{row.finding}|{row.recommendation}")


def _figure(row: TlhpRow, key: str) -> Decimal:
    return getattr(row, key) or Decimal(0)


def _remaining(sums: Sums | None) -> tuple[tuple[str, str], ...]:
    """What was still to be deposited; nothing of an LHP whose findings were not followed up yet."""
    left = sums.of("remaining") if sums else Decimal(0)
    return (("sisa", str(left)),) if left > 0 else ()


def _open(before: FilledForm) -> list[str]:
    """The LHP that had something left to do, or findings that were yet to be followed up."""
    unsettled = [sums.number for sums in sums_of(before.tlhp).values() if not sums.settled]
    found = unsettled + [row.number for row in before.lhp if row.findings]
    return list({same(number): number for number in found}.values())


def _listed(form: FilledForm) -> set[str]:
    numbers = [row.number for row in form.tlhp] + [row.number for row in form.lhp]
    return {same(number) for number in numbers}

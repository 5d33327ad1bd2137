"""The register of follow-up (TLHP) against the one of the period before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.forms import FilledForm
from bot.rules.periods import Period
from bot.rules.registers import TlhpRow, TlhpStatus

SETTLED = (TlhpStatus.DONE, TlhpStatus.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class Sums:
    """Of all recommendations of one LHP, in rupiah."""

    number: str
    value: Decimal
    deposited: Decimal
    settled: bool


def register_findings(
    form: FilledForm, period: Period, before: FilledForm, sheet: str
) -> Iterator[FormFault]:
    """What a recommendation is worth does not change, what was deposited stays, and what is not
    settled is still there."""
    now, then = sums_of(form.tlhp), sums_of(before.tlhp)
    for number in [number for number in now if number in then]:
        yield from _followed(now[number], then[number], period, sheet)
    gone = [open_one for open_one in _open(before) if same(open_one) not in _listed(form)]
    if gone:
        params = (("lhp", ", ".join(gone)), ("periode", period.key))
        yield FormFault(sheet, "", FaultCode.LHP_GONE, params)


def sums_of(rows: Sequence[TlhpRow]) -> Mapping[str, Sums]:
    """By the LHP's number."""
    numbers = dict.fromkeys(same(row.number) for row in rows)
    return {
        number: _sums([row for row in rows if same(row.number) == number]) for number in numbers
    }


def _sums(rows: Sequence[TlhpRow]) -> Sums:
    return Sums(
        rows[0].number,
        sum((row.recommendation_value or Decimal(0) for row in rows), Decimal(0)),
        sum((row.deposited or Decimal(0) for row in rows), Decimal(0)),
        all(row.status in SETTLED for row in rows),
    )


def _followed(now: Sums, then: Sums, period: Period, sheet: str) -> Iterator[FormFault]:
    pairs = (
        (FaultCode.TLHP_VALUE, now.value, then.value, now.value != then.value),
        (FaultCode.TLHP_DEPOSIT, now.deposited, then.deposited, now.deposited < then.deposited),
    )
    for code, came, was, strange in pairs:
        if strange:
            figures = (("isi", str(came)), ("semula", str(was)))
            yield FormFault(
                sheet, "", code, (("lhp", now.number), *figures, ("periode", period.key))
            )


def _open(before: FilledForm) -> list[str]:
    """The LHP that had something left to do, or findings that were yet to be followed up."""
    unsettled = [sums.number for sums in sums_of(before.tlhp).values() if not sums.settled]
    return list(dict.fromkeys(unsettled + [row.number for row in before.lhp if row.findings]))


def _listed(form: FilledForm) -> set[str]:
    numbers = [row.number for row in form.tlhp] + [row.number for row in form.lhp]
    return {same(number) for number in numbers}


def same(number: str) -> str:
    """A letter's number without regard to case and spaces."""
    return "".join(number.split()).casefold()

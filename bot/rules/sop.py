"""The procedure as data: roles with their seats, document kinds, steps, ladder (SOP.md's table)."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.periods import PeriodKind
from bot.rules.printed import PaperKind
from bot.rules.worktime import WorkUnit

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class StepKind(StrEnum):
    ORDER = "perintah"
    CONVEY = "sampaikan"
    COLLECT = "himpun"
    COMPILE = "rekap"
    ANALYSE = "analisis"


@dataclass(frozen=True, slots=True)
class Seat:
    """One chair of a role: "irban-2", "Irban II"."""

    key: str
    role: str
    title: str


@dataclass(frozen=True, slots=True)
class Role:
    """Roles of one `column` stand in one column of the drawn flow; "" is a column of its own."""

    key: str
    title: str
    short: str
    count: int = 1
    superior: str | None = None
    oversees: bool = False
    column: str = ""

    @property
    def seats(self) -> tuple[Seat, ...]:
        if self.count == 1:
            return (Seat(self.key, self.key, self.title),)
        return tuple(
            Seat(f"{self.key}-{n}", self.key, f"{self.short} {roman(n)}")
            for n in range(1, self.count + 1)
        )


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """`single`: a new file of this kind is a version of the one before, never a second one."""

    code: str
    name: str
    handed_in_by: str
    collector: str
    words: tuple[str, ...] = ()
    workbook: bool = False

    @property
    def single(self) -> bool:
        return self.workbook


@dataclass(frozen=True, slots=True)
class Limit:
    amount: int
    unit: WorkUnit


@dataclass(frozen=True, slots=True)
class Step:
    number: int
    activity: str
    kind: StepKind
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    completeness: str
    limit: Limit
    output: str


class RungTo(StrEnum):
    HOLDER = "pemilik"
    SUBSTITUTE = "pengganti"  # who acts for the holder, where somebody does
    COLLECTORS = "penghimpun"  # of what is owed
    SUPERIOR = "atasan"
    OVERSEERS = "pengawas"

    @property
    def own(self) -> bool:
        """Whether who acts for the late seat hears it himself, not somebody else of him."""
        return self in (RungTo.HOLDER, RungTo.SUBSTITUTE)


class RungWhere(StrEnum):
    PRIVATE = "pribadi"
    GROUP = "grup"


@dataclass(frozen=True, slots=True)
class Rung:
    """A reminder `after` working minutes past the limit, before it where negative.

    With a `share` it comes when that part of the working time is over. `again` are the minutes
    between repetitions (0: none), `level` how far above the holder (1 the nearest superior),
    `steps` whose ladder it belongs to (none: that of every step that no rung names).
    """

    after: int
    to: RungTo
    where: RungWhere
    share: float | None = None
    again: int = 0
    level: int = 1
    steps: tuple[int, ...] = ()

    @property
    def audience(self) -> tuple[RungTo, int]:
        return (self.to, self.level)

    def offset(self, counted: int) -> int:
        """Working minutes past the limit of a duty with so many; negative before it."""
        return math.floor(counted * self.share) - counted if self.share else self.after


@dataclass(frozen=True, slots=True)
class Proposing:
    """`kinds` that are proposed; None is triwulan, and months where the office last ran one.

    On the `workday`th working day after the period; missed, up to `bound` working days later. The
    orderer may put it off `put_offs` times.
    """

    kinds: tuple[PeriodKind, ...] | None = None
    workday: int = 1
    bound: int = 5
    put_offs: int = 5


class ApprovalAct(StrEnum):
    INITIAL = "paraf"
    APPROVE = "setujui"


@dataclass(frozen=True, slots=True)
class Approver:
    """A role of one seat, and what it is asked for once the run has closed."""

    role: str
    act: ApprovalAct


@dataclass(frozen=True, slots=True)
class Approving:
    """Who approves the recap, in order (nobody: no approval is asked), and the ladder of those who
    are asked: `after` counts the working minutes since they were."""

    chain: tuple[Approver, ...] = ()
    ladder: tuple[Rung, ...] = ()


@dataclass(frozen=True, slots=True)
class Hardcopies:
    """Which papers must come back signed; their lack is told so many working days after the last
    approval (or the closing), and `again` after so many more."""

    kinds: tuple[PaperKind, ...] = ()
    workdays: int = 5
    again: int = 5


@dataclass(frozen=True, slots=True)
class Sop:
    """`change_share`: a figure further than this part from the period before is asked about.

    `extensions`: what a superior may grant, in working minutes; the first by [Beri waktu].
    """

    name: str
    agency: str
    roles: tuple[Role, ...]
    kinds: tuple[DocumentKind, ...]
    steps: tuple[Step, ...]
    ladder: tuple[Rung, ...]
    period_kinds: tuple[PeriodKind, ...]
    hand_in_share: float
    extensions: tuple[int, ...]
    correction: int
    change_share: float
    source: str
    letterhead: tuple[str, ...] = ()
    proposing: Proposing = Proposing()
    approving: Approving = Approving()
    hardcopies: Hardcopies = Hardcopies()

    def role(self, key: str) -> Role:
        return next(role for role in self.roles if role.key == key)

    def step(self, number: int) -> Step:
        return next(step for step in self.steps if step.number == number)

    def kind(self, code: str) -> DocumentKind:
        return next(kind for kind in self.kinds if kind.code == code)

    @property
    def extension(self) -> int:
        return self.extensions[0]

    def ladder_of(self, step: int) -> tuple[Rung, ...]:
        """The rungs that name the step, else those that name none."""
        own = tuple(rung for rung in self.ladder if step in rung.steps)
        return own or tuple(rung for rung in self.ladder if not rung.steps)

    @property
    def head(self) -> tuple[str, ...]:
        """The kop's lines; of a SOP without one the agency's name."""
        return self.letterhead or (self.agency,)

    @property
    def seats(self) -> tuple[Seat, ...]:
        return tuple(seat for role in self.roles for seat in role.seats)

    def seat(self, key: str) -> Seat:
        return next(seat for seat in self.seats if seat.key == key)

    def seats_of(self, roles: Iterable[str]) -> tuple[Seat, ...]:
        return tuple(seat for key in roles for seat in self.role(key).seats)

    def steps_of(self, kind: StepKind) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind == kind)

    def actors_of(self, kind: StepKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(role for step in self.steps_of(kind) for role in step.actors))

    @property
    def overseers(self) -> tuple[Role, ...]:
        return tuple(role for role in self.roles if role.oversees)

    @property
    def suppliers(self) -> tuple[Seat, ...]:
        """The seats that hand documents in, in the SOP's order."""
        return self.seats_of(dict.fromkeys(kind.handed_in_by for kind in self.kinds))

    def kinds_from(self, role: str) -> tuple[DocumentKind, ...]:
        return tuple(kind for kind in self.kinds if kind.handed_in_by == role)

    def kinds_for(self, collector: str) -> tuple[DocumentKind, ...]:
        return tuple(kind for kind in self.kinds if kind.collector == collector)

    def superiors(self, role: str) -> tuple[Role, ...]:
        """The chain above a role, nearest first."""
        chain: list[Role] = []
        above = self.role(role).superior
        while above is not None and all(known.key != above for known in chain):
            chain.append(self.role(above))
            above = chain[-1].superior
        return tuple(chain)


def roman(number: int) -> str:
    return ROMAN[number - 1] if number <= len(ROMAN) else str(number)

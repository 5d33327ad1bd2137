"""What the recap of a closed run told that is kept elsewhere and may change there: how its senders
were called, and which workbooks of earlier periods it was compared with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sender:
    person: int
    name: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """`document` is its id: what was handed in is never overwritten."""

    seat: str
    document: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """The accepted workbooks of a closed run, in the order of its SOP; `period` is its key."""

    period: str
    workbooks: tuple[Workbook, ...] = ()


@dataclass(frozen=True, slots=True)
class Backdrop:
    """`earlier` is newest first."""

    senders: tuple[Sender, ...] = ()
    earlier: tuple[Earlier, ...] = ()

    @property
    def names(self) -> dict[int, str]:
        return {sender.person: sender.name for sender in self.senders}

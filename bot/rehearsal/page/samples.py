"""Example files at hand for whoever is looked at: what his seats hand in, and what is refused."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.rehearsal.page import sample_files as files
from bot.rehearsal.page.sample_files import CannotGive
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Upload
from bot.rules.sop import Seat
from bot.texts import page_samples as texts


@dataclass(frozen=True, slots=True)
class Sample:
    """`make` gives the file anew each time. Refused: CannotGive."""

    id: str
    label: str
    make: Callable[[], Upload]
    good: bool = True


def samples_for(stage: Stage, seats: Sequence[str]) -> tuple[Sample, ...]:
    """What a person with these seats may send; nothing for a seat that hands nothing in."""
    held = [stage.seat_of(key) for key in seats]
    suppliers = [seat for seat in held if stage.sop.kinds_from(seat.role)]
    return tuple(
        replace(one, label=texts.for_seat(one.label, seat)) if len(suppliers) > 1 else one
        for seat in suppliers
        for one in (*good_ones(stage, seat), *bad_ones(stage, seat))
    )


def sample_file(stage: Stage, seats: Sequence[str], sample_id: str) -> Upload:
    """The file of that id. Refused: CannotGive."""
    for sample in samples_for(stage, seats):
        if sample.id == sample_id:
            return sample.make()
    raise CannotGive(texts.NO_SUCH_SAMPLE)


def good_ones(stage: Stage, seat: Seat) -> Iterator[Sample]:
    for kind in stage.sop.kinds_from(seat.role):
        if kind.workbook:
            make = partial(files.filled, stage, seat)
            yield Sample(f"{seat.key}:{kind.code}", texts.FILLED, make)
            continue
        for form in files.FORMS:
            write = partial(files.next_letter, stage, seat, kind, form)
            yield Sample(f"{seat.key}:{kind.code}:{form}", texts.letter(kind, form), write)


def bad_ones(stage: Stage, seat: Seat) -> Iterator[Sample]:
    kinds = stage.sop.kinds_from(seat.role)
    named = next((kind.code for kind in kinds if not kind.workbook), kinds[0].code)
    makers: dict[str, tuple[str, Callable[[], Upload]]] = {}
    if any(kind.workbook for kind in kinds):
        if other := neighbour(stage, seat):
            makers["lain"] = (texts.of_another(other), partial(files.filled, stage, other))
        makers["rusak"] = (texts.DAMAGED, partial(files.damaged, stage, seat))
        makers["huruf"] = (texts.LETTERS, partial(files.with_letters, stage, seat))
    makers["kosong"] = (texts.EMPTY, partial(files.empty, named))
    makers["palsu"] = (texts.NO_PDF, partial(files.no_pdf, named))
    for name, (label, make) in makers.items():
        yield Sample(f"{seat.key}:{name}", label, make, good=False)


def neighbour(stage: Stage, seat: Seat) -> Seat | None:
    """The next seat that owes a workbook too, the first after the last."""
    peers = [s for s in stage.sop.suppliers if s.role == seat.role]
    following = peers[(peers.index(seat) + 1) % len(peers)]
    return None if following == seat else following

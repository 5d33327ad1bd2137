"""What the suppliers send: an album in the group, single files, a nihil; the last one is late."""

from collections.abc import Callable, Iterator, Sequence

from bot.rehearsal.page.autopilot.board import Board
from bot.rehearsal.page.autopilot.late import being_late
from bot.rehearsal.page.autopilot.moves import Move, buttoned, tap
from bot.rehearsal.page.autopilot.seating import sits
from bot.rehearsal.page.sample_files import filled, next_letter
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Person, Upload
from bot.rules.sop import DocumentKind, Seat, Step, StepKind
from bot.texts import page_captions as texts

BETWEEN = 15  # working minutes until the next seat hands in
ALBUM = 10  # files, as Telegram has it
TAKEN = "👍"

Kinds = Sequence[DocumentKind]


def handing_in(stage: Stage, board: Board) -> Iterator[Move]:
    """Seat by seat; the last is late where it has sent nothing yet."""
    for place, seat in enumerate(stage.sop.suppliers):
        owed = board.owed(stage, seat)[:ALBUM]
        if not owed:
            continue
        if is_last(stage, seat) and owes_all(stage, seat, owed):
            yield from being_late(stage, sits(stage, seat), seat)
        yield in_its_way(stage, seat, owed, place)


def in_its_way(stage: Stage, seat: Seat, owed: Kinds, place: int) -> Move:
    request = stage.newest(stage.group, "Buka chat pribadi", "Permintaan data kinerja")
    if place == 0 and request is not None:
        return by_reply(stage, seat, owed, request)
    if place == 1:
        return one_by_one(stage, seat, owed)
    return nihil(stage, seat, owed) or together(stage, seat, owed)


def by_reply(stage: Stage, seat: Seat, owed: Kinds, request: Message) -> Move:
    """All in one album, as a reply to the request in the group."""
    caption = texts.sends_in_group(step_of(stage), seat, owed)

    def send(person: Person) -> None:
        uploads = files(stage, seat, owed)
        person.sends(stage.group, uploads, reply_to=request, album=len(uploads) > 1)

    return sending(stage, seat, owed, caption, send)


def one_by_one(stage: Stage, seat: Seat, owed: Kinds) -> Move:
    """The first kind that is owed, in the private chat; two letters of the very first."""
    kind = owed[0]
    count = 2 if owes_all(stage, seat, owed) and not kind.workbook else 1
    caption = texts.sends_privately(step_of(stage), seat, kind, count)

    def send(person: Person) -> None:
        for _ in range(count):
            person.sends(person.chat, files(stage, seat, [kind]))

    return sending(stage, seat, owed, caption, send)


def nihil(stage: Stage, seat: Seat, owed: Kinds) -> Move | None:
    """The last letter does not occur this period, where nothing was sent yet."""
    letters = [kind for kind in owed if not kind.workbook]
    if not letters or len(owed) == 1 or not owes_all(stage, seat, owed):
        return None
    label, person = f"Nihil {letters[-1].code}", sits(stage, seat)
    message = buttoned(person, label)
    caption = texts.declares_nihil(step_of(stage), seat, letters[-1])
    return tap(person, message, label, caption, BETWEEN) if message else None


def together(stage: Stage, seat: Seat, owed: Kinds) -> Move:
    """In one album in the private chat."""
    caption = texts.sends_album(step_of(stage), seat, owed)

    def send(person: Person) -> None:
        uploads = files(stage, seat, owed)
        person.sends(person.chat, uploads, album=len(uploads) > 1)

    return sending(stage, seat, owed, caption, send)


def sending(
    stage: Stage, seat: Seat, owed: Kinds, caption: str, send: Callable[[Person], None]
) -> Move:
    person = sits(stage, seat)
    key = f"send {seat.key} {' '.join(kind.code for kind in owed)}"
    minutes = BETWEEN if owes_all(stage, seat, owed) else 0
    return Move(key, caption, lambda: send(person), minutes, all_answered(stage, person))


def all_answered(stage: Stage, person: Person) -> bool:
    """Each file has the bot's sign, or the bot has named it, as it does where it refuses one."""
    sent = [m for chat in (stage.group, person.chat) for m in chat.messages if m.by is person]
    named = " ".join(message.text for message in person.chat.from_bot)
    return all(m.file is None or TAKEN in m.reactions or m.file.name in named for m in sent)


def files(stage: Stage, seat: Seat, kinds: Kinds) -> list[Upload]:
    return [
        filled(stage, seat) if kind.workbook else next_letter(stage, seat, kind) for kind in kinds
    ]


def step_of(stage: Stage) -> Step:
    return stage.sop.steps_of(StepKind.COLLECT)[0]


def owes_all(stage: Stage, seat: Seat, owed: Kinds) -> bool:
    return len(owed) == len(stage.sop.kinds_from(seat.role)[:ALBUM])


def is_last(stage: Stage, seat: Seat) -> bool:
    return len(stage.sop.suppliers) > 1 and seat == stage.sop.suppliers[-1]

"""What the suppliers send: an album, single files, a nihil; a mended version; the last one late."""

from collections.abc import Iterator, Sequence
from functools import partial

from bot.rehearsal.page.autopilot.board import Board
from bot.rehearsal.page.autopilot.late import being_late
from bot.rehearsal.page.autopilot.moves import Move, buttoned, newest_first, tap
from bot.rehearsal.page.autopilot.seating import sits
from bot.rehearsal.page.sample_files import filled, next_letter
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Upload
from bot.rules.sop import DocumentKind, Seat, Step, StepKind
from bot.texts import page_captions as texts

BETWEEN = 15  # working minutes until the next seat hands in
MENDING = 10
ALBUM = 10  # files, as Telegram has it
RETURNED = "Mohon mengirim versi perbaikan sebagai balasan pesan ini"

Kinds = Sequence[DocumentKind]


def handing_in(stage: Stage, board: Board) -> Iterator[Move]:
    """Seat by seat; the last is late where it has sent nothing yet."""
    for place, seat in enumerate(stage.sop.suppliers):
        owed = board.owed(stage, seat)[:ALBUM]
        if not owed:
            continue
        whole = len(owed) == len(stage.sop.kinds_from(seat.role))
        if whole and is_last(stage, seat):
            yield from being_late(stage, sits(stage, seat), seat)
        yield from in_its_way(stage, seat, owed, place)


def step_of(stage: Stage) -> Step:
    return stage.sop.steps_of(StepKind.COLLECT)[0]


def is_last(stage: Stage, seat: Seat) -> bool:
    return len(stage.sop.suppliers) > 1 and seat == stage.sop.suppliers[-1]


def in_its_way(stage: Stage, seat: Seat, owed: Kinds, place: int) -> Iterator[Move]:
    request = stage.newest(stage.group, "Buka chat pribadi", "Permintaan data kinerja")
    if place == 0 and request is not None:
        yield by_reply(stage, seat, owed, request)
    elif place == 1:
        yield one_by_one(stage, seat, owed)
    else:
        yield from with_nihil(stage, seat, owed)


def files(stage: Stage, seat: Seat, kinds: Kinds) -> list[Upload]:
    return [
        filled(stage, seat) if kind.workbook else next_letter(stage, seat, kind) for kind in kinds
    ]


def by_reply(stage: Stage, seat: Seat, owed: Kinds, request: Message) -> Move:
    """All in one album, as a reply to the request in the group."""
    person = sits(stage, seat)

    def send() -> None:
        uploads = files(stage, seat, owed)
        person.sends(stage.group, uploads, reply_to=request, album=len(uploads) > 1)

    return Move(
        sending(seat, owed), texts.sends_in_group(step_of(stage), seat, owed), send, BETWEEN
    )


def one_by_one(stage: Stage, seat: Seat, owed: Kinds) -> Move:
    """The first kind that is owed, in the private chat; two letters of the very first."""
    person, kind = sits(stage, seat), owed[0]
    first = len(owed) == len(stage.sop.kinds_from(seat.role))
    count = 2 if first and not kind.workbook else 1

    def send() -> None:
        for _ in range(count):
            person.sends(person.chat, files(stage, seat, [kind]))

    minutes = BETWEEN if first else 0
    return Move(
        sending(seat, owed), texts.sends_privately(step_of(stage), seat, kind, count), send, minutes
    )


def with_nihil(stage: Stage, seat: Seat, owed: Kinds) -> Iterator[Move]:
    """The last letter does not occur this period; then the rest in one private album."""
    person = sits(stage, seat)
    letters = [kind for kind in owed if not kind.workbook]
    whole = len(owed) == len(stage.sop.kinds_from(seat.role))
    if whole and len(owed) > 1 and letters:
        label = f"Nihil {letters[-1].code}"
        if message := buttoned(person, label):
            caption = texts.declares_nihil(step_of(stage), seat, letters[-1])
            yield tap(person, message, label, caption, BETWEEN)
            return

    def send() -> None:
        uploads = files(stage, seat, owed)
        person.sends(person.chat, uploads, album=len(uploads) > 1)

    yield Move(sending(seat, owed), texts.sends_album(step_of(stage), seat, owed), send)


def sending(seat: Seat, owed: Kinds) -> str:
    return f"send {seat.key} {' '.join(kind.code for kind in owed)}"


def mending(stage: Stage, board: Board) -> Iterator[Move]:
    """What came back is sent again, as a reply to the notice of its return."""
    for seat in stage.sop.suppliers:
        person = sits(stage, seat)
        for notice in newest_first(person):
            for kind in board.owed(stage, seat):
                if is_awaited(notice, kind) and notice.date >= board.since:
                    send = partial(send_mended, stage, seat, kind, notice)
                    key = f"mend {notice.chat.id} {notice.id}"
                    yield Move(key, texts.mends(step_of(stage), seat, kind), send, MENDING)


def is_awaited(notice: Message, kind: DocumentKind) -> bool:
    """Whether the notice tells of this kind's return, and no file was sent in reply to it."""
    if RETURNED not in notice.text or f" Berkas {kind.code} (" not in notice.text:
        return False
    return not any(m.reply_to is notice and m.file for m in notice.chat.messages)


def send_mended(stage: Stage, seat: Seat, kind: DocumentKind, notice: Message) -> None:
    file = filled(stage, seat, again=True) if kind.workbook else next_letter(stage, seat, kind)
    sits(stage, seat).sends(notice.chat, file, reply_to=notice)

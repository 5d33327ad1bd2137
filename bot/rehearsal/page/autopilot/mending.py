"""What came back is sent again, as a reply to the notice of its return."""

from collections.abc import Iterator
from functools import partial

from bot.rehearsal.page.autopilot.board import Board
from bot.rehearsal.page.autopilot.moves import Move, newest_first
from bot.rehearsal.page.autopilot.seating import sits
from bot.rehearsal.page.sample_files import filled, next_letter
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message
from bot.rules.sop import DocumentKind, Seat, StepKind
from bot.texts import page_captions as texts

MENDING = 10  # working minutes
RETURNED = "Mohon mengirim versi perbaikan sebagai balasan pesan ini"


def mending(stage: Stage, board: Board) -> Iterator[Move]:
    step = stage.sop.steps_of(StepKind.COLLECT)[0]
    for seat in stage.sop.suppliers:
        for notice in newest_first(sits(stage, seat)):
            for kind in board.owed(stage, seat):
                if is_awaited(notice, kind) and notice.date >= board.since:
                    send = partial(send_mended, stage, seat, kind, notice)
                    key = f"mend {notice.chat.id} {notice.id}"
                    yield Move(key, texts.mends(step, seat, kind), send, MENDING)


def is_awaited(notice: Message, kind: DocumentKind) -> bool:
    """Whether the notice tells of this kind's return, and no file was sent in reply to it."""
    if RETURNED not in notice.text or f" Berkas {kind.code} (" not in notice.text:
        return False
    return not any(m.reply_to is notice and m.file for m in notice.chat.messages)


def send_mended(stage: Stage, seat: Seat, kind: DocumentKind, notice: Message) -> None:
    file = filled(stage, seat, again=True) if kind.workbook else next_letter(stage, seat, kind)
    sits(stage, seat).sends(notice.chat, file, reply_to=notice)

"""The recap is approved, remarked upon, and posted."""

from collections.abc import Iterator

from bot.rehearsal.day import REMARK
from bot.rehearsal.page.autopilot.board import boards
from bot.rehearsal.page.autopilot.moves import Move, answered, buttoned, newest_first, say, tap
from bot.rehearsal.page.autopilot.seating import sits
from bot.rehearsal.stage import Stage
from bot.rehearsal.steps import FINAL
from bot.rules.sop import StepKind
from bot.texts import page_captions as texts
from bot.texts.approvals import LABELS

COMPILED = "telah disusun sistem"
READING, THINKING = 20, 30  # working minutes


def approving(stage: Stage) -> Iterator[Move]:
    for step in stage.sop.steps_of(StepKind.COMPILE):
        for seat in stage.sop.seats_of(step.actors):
            person = sits(stage, seat)
            # the newest alone: a recap that was sent anew leaves its old message with the buttons
            recap = next((m for m in newest_first(person) if COMPILED in m.text), None)
            if recap and "Setujui rekap" in recap.buttons:
                yield tap(person, recap, "Setujui rekap", texts.approves(step, seat), READING)


def analysing(stage: Stage) -> Iterator[Move]:
    """A remark as a reply to the draft, then [Selesai]."""
    for step in stage.sop.steps_of(StepKind.ANALYSE):
        for seat in stage.sop.seats_of(step.actors):
            person = sits(stage, seat)
            draft = buttoned(person, "Selesai")
            if draft is None:
                continue
            if answered(draft, person):
                yield tap(person, draft, "Selesai", texts.finishes(step, seat))
            else:
                yield say(person, draft, REMARK, texts.remarks(step, seat), THINKING)


def endorsing(stage: Stage) -> Iterator[Move]:
    """[Paraf] and [Setujui] under the closed run's recap, by whoever is asked."""
    for approver in stage.sop.approving.chain:
        seat, label = stage.sop.role(approver.role).seats[0], LABELS[approver.act]
        person = sits(stage, seat)
        card = buttoned(person, label, FINAL)
        if card is not None:
            yield tap(person, card, label, texts.endorses(seat, approver.act), READING)


def over(stage: Stage) -> bool:
    """A run is closed, its recap is posted and approved, and none is open."""
    every = boards(stage)
    closed = next((board for board in every if board.closed), None)
    if closed is None or any(board.open for board in every) or closed.awaits_approval:
        return False
    return any(f"Rekap capaian kinerja {closed.period}" in m.text for m in stage.group.from_bot)

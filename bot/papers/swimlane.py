"""The drawn flow of a SOP: who does which step, and in a run how each of them stands."""

from datetime import datetime
from typing import Any

from bot.papers.typeset import typeset_pdf, typeset_png
from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import NOBODY_AWAY, Absences
from bot.rules.run import Run
from bot.rules.sop import Sop, Step
from bot.rules.swimlane import Box, Link, Row, Swimlane, followed, planned
from bot.texts import swimlane as words
from bot.texts.words import Holders

TEMPLATE = "alur.typ"
MANY_STEPS = 7  # more are drawn lower, with one line for what they are about
ACTIVITY = 36  # characters on two lines of the first column
SEATS = 16  # named below the drawing


def board_picture(
    run: Run,
    holders: Holders,
    calendar: WorkCalendar,
    now: datetime,
    away: Absences = NOBODY_AWAY,
) -> bytes:
    """PNG, 1080 pixels wide, as high as it needs; the same bytes for the same values."""
    flow = followed(run, calendar, now, away)
    head = {
        **drawing(run.sop, flow, calendar.zone, holders),
        "line": words.run_line(run, calendar.zone),
        "note": words.as_of(now, calendar.zone),
        "legend": [[state.value, word] for state, word in words.STATES.items()],
        **seat_list(run.sop, flow, holders),
    }
    return typeset_png(TEMPLATE, head)


def sop_picture(sop: Sop) -> bytes:
    return typeset_png(TEMPLATE, plan_data(sop))


def sop_pdf(sop: Sop, at: datetime) -> bytes:
    """The same drawing on one page of its own size, dated `at`."""
    return typeset_pdf(TEMPLATE, plan_data(sop), at)


def plan_data(sop: Sop) -> dict[str, Any]:
    return {
        **drawing(sop, planned(sop), "UTC", None),
        "line": words.plan_line(sop),
        "note": "",
        "legend": [],
        "holders": "",
        "seats": [],
        "more": "",
    }


def drawing(sop: Sop, flow: Swimlane, zone: str, holders: Holders | None) -> dict[str, Any]:
    many = len(flow.rows) > MANY_STEPS
    return {
        "office": sop.agency,
        "title": sop.name,
        "first": words.STEP_COLUMN,
        "low": many,
        "lanes": [[lane.title, words.under_lane(lane, holders)] for lane in flow.lanes],
        "rows": [row_data(row, zone, ACTIVITY // 2 if many else ACTIVITY) for row in flow.rows],
        "chain_title": words.CHAIN,
        "chain": [link_data(sop, n, link, zone) for n, link in enumerate(flow.chain, 1)],
    }


def link_data(sop: Sop, place: int, link: Link, zone: str) -> dict[str, str]:
    return {
        "state": link.state.value,
        "name": words.link_name(sop, place, link),
        "detail": words.link_detail(link, zone),
    }


def row_data(row: Row, zone: str, room: int) -> dict[str, Any]:
    """`enter` are the lanes that the step before leads to, `leave` those that lead on; what is
    handed in goes from `give` to the others of the row."""
    doing = [box.lane for box in row.boxes if not box.hands_in]
    giving = [box.lane for box in row.boxes if box.hands_in]
    return {
        "name": words.step_name(row.step),
        "activity": words.some_words(row.step.activity, room),
        "time": words.step_time(row.step),
        "boxes": [box_data(row.step, box, zone) for box in row.boxes],
        "enter": giving or doing,
        "leave": doing,
        "give": giving,
    }


def box_data(step: Step, box: Box, zone: str) -> dict[str, Any]:
    return {
        "lane": box.lane,
        "state": box.state.value,
        "word": words.box_word(step, box),
        "brief": words.box_brief(step, box),
        "detail": words.box_detail(box, zone),
    }


def seat_list(sop: Sop, flow: Swimlane, holders: Holders) -> dict[str, Any]:
    """Names in full, since a column is narrow."""
    seats = [seat for lane in flow.lanes for seat in lane.seats]
    return {
        "holders": words.HOLDERS,
        "seats": [list(words.seat_line(sop, seat, holders)) for seat in seats[:SEATS]],
        "more": words.more_seats(len(seats[SEATS:])),
    }

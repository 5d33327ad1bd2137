"""Looks at what stands in the chats and does the next sensible act of the right person."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

from bot.rehearsal.page.autopilot.board import board
from bot.rehearsal.page.autopilot.closing import analysing, approving, endorsing, over
from bot.rehearsal.page.autopilot.handing_in import handing_in
from bot.rehearsal.page.autopilot.mending import mending
from bot.rehearsal.page.autopilot.moves import Move
from bot.rehearsal.page.autopilot.ordering import conveying, ordering, starting
from bot.rehearsal.page.autopilot.reviewing import collecting, giving_reasons, returning
from bot.rehearsal.page.autopilot.seating import seating
from bot.rehearsal.page.autopilot.waiting import Waiting
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import NotSeen
from bot.texts import page_captions as texts

PATIENCE = 60.0  # real seconds in which nothing can be done
AT_IT = 15.0  # real seconds in which the bot may still be at what was asked of it
TRIES = 3  # of one move; then it is passed over


class NothingToDo(NotSeen):
    """Its message is the sentence for whoever watches."""


@dataclass
class Asked:
    times: int = 0
    at: float = float("-inf")

    @property
    def just_now(self) -> bool:
        return monotonic() - self.at < AT_IT


class Autopilot:
    """Of the day nothing is kept here: people may act in between, and the bot may start anew.

    `alive` is whether the bot runs, where that is known: nobody acts while it does not.
    """

    def __init__(
        self,
        stage: Stage,
        alive: Callable[[], bool] = lambda: True,
        patience: float = PATIENCE,
    ) -> None:
        self._stage = stage
        self._alive = alive
        self._patience = patience
        self._waiting = Waiting(stage)
        self._asked: defaultdict[str, Asked] = defaultdict(Asked)
        self._let_pass: set[str] = set()
        self._acted = float("-inf")

    async def act_once(self) -> str | None:
        """The caption of what was done; None when the recap is posted and no run is open.

        It can be cancelled at any moment. Raises NothingToDo.
        """
        since = monotonic()
        while True:
            if self._alive():
                await self._waiting.settled()
                if over(self._stage):
                    return None
                if caption := self._act(since):
                    return caption
            self._check_patience(since)
            await self._waiting.a_moment()

    def _act(self, since: float) -> str:
        """The caption; empty where one must look again."""
        move = self._next_move()
        return self._do(move) if move else self._waiting.time_passes(since)

    def _next_move(self) -> Move | None:
        every = moves(self._stage)
        return next((move for move in every if self._asked[move.key].times < TRIES), None)

    def _do(self, move: Move) -> str:
        """The caption; empty where time passed first, or the bot is still at it."""
        asked = self._asked[move.key]
        if asked.just_now or not (move.ready or monotonic() - self._acted > AT_IT):
            return ""
        if move.minutes and move.key not in self._let_pass:
            self._let_pass.add(move.key)
            self._stage.work_on(move.minutes)
            return ""
        asked.times, asked.at = asked.times + 1, monotonic()
        self._acted = asked.at
        move.do()
        self._waiting.acted()
        return move.caption

    def _check_patience(self, since: float) -> None:
        if monotonic() - since > self._patience:
            raise NothingToDo(texts.NOTHING_TO_DO if self._alive() else texts.BOT_IS_DOWN)


def moves(stage: Stage) -> Iterator[Move]:
    """Every sensible act, the one that comes first in an office first."""
    yield from seating(stage)
    yield from giving_reasons(stage)
    yield from ordering(stage)
    yield from endorsing(stage)
    run = board(stage)
    if run is None or not run.open:
        yield from starting(stage)
        return
    yield from mending(stage, run)
    yield from conveying(stage)
    yield from returning(stage, run)
    yield from handing_in(stage, run)
    yield from collecting(stage)
    yield from approving(stage)
    yield from analysing(stage)

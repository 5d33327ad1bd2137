"""Until the bot has done what it can, and how time passes where only time can help."""

from time import monotonic

from bot.rehearsal.stage import Stage, unknown
from bot.rehearsal.telegram import NotSeen
from bot.rules.worktime import own_word_time
from bot.texts import page_captions as texts

QUIET = 0.8  # real seconds without a call of a bot that runs elsewhere
LONGEST = 8.0  # real seconds that one waits for quiet
LOOK_AGAIN = 0.2
IN_VAIN = 5.0  # real seconds after which only time can help
MOST = 6  # times that time passes in a row
QUARTER = 15  # working minutes


class Waiting:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._passed = 0

    async def a_moment(self) -> None:
        await self._stage.telegram.changed(seconds=LOOK_AGAIN)

    async def settled(self) -> None:
        """Once the bot has nothing in hand, as far as can be seen from here."""
        if self._stage.busy is not unknown:
            await self._idle()
            return
        begun = monotonic()
        while not self._quiet() and monotonic() - begun < LONGEST:
            await self.a_moment()

    async def _idle(self) -> None:
        try:
            await self._stage.idle()
        except NotSeen:
            return  # what stands in the chats is looked at all the same

    def _quiet(self) -> bool:
        telegram = self._stage.telegram
        last = telegram.calls[-1].ended if telegram.calls else float("-inf")
        return not telegram.updates.current() and monotonic() - last > QUIET

    def acted(self) -> None:
        self._passed = 0

    def time_passes(self, since: float) -> str:
        """Where nobody can act and the bot has taken all that came: to its next word, then by
        quarters of an hour; what was done, empty where it is too soon or was in vain."""
        stage = self._stage
        if (
            monotonic() - since < IN_VAIN
            or self._passed >= MOST
            or stage.telegram.updates.current()
        ):
            return ""
        self._passed += 1
        spoken = own_word_time(stage.calendar, stage.clock.now())
        if spoken > stage.clock.now():
            stage.clock.move_to(spoken)
        else:
            stage.work_on(QUARTER)
        return texts.time_passes(stage.clock.now(), stage.calendar.zone)

"""An office reckoned the slow way: every working minute of a year one by one, every duty looked at
in each of them. It shares no rule with the bot; it is told what people do and says who must hear
what, and when."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

MINUTE = timedelta(minutes=1)
WITA = timedelta(hours=8)
LATER = datetime.max.replace(tzinfo=UTC)
EARLY = datetime.min.replace(tzinfo=UTC)
HOURS = {0: ((450, 720), (780, 960)), 4: ((450, 690), (780, 990))}  # Monday, Friday
FASTING = {0: ((480, 720), (750, 900)), 4: ((480, 690), (750, 930))}
RAMADAN = (date(2027, 2, 8), date(2027, 3, 9))
WORD = 15
SHORT = [(0, "private"), (30, "group"), (120, "superior"), (240, "overseers")]
STEP_MINUTES = {1: 5, 2: 5, 3: 10, 4: 480, 5: 480, 6: 480}
ACTORS = {
    1: ("kasubbag-perencanaan",), 2: ("penyusun",), 3: ("kasubbag-evlap", "kasubbag-umum"),
    4: ("kasubbag-evlap", "kasubbag-umum"), 5: ("penyusun",), 6: ("kasubbag-perencanaan",),
}  # fmt: skip
TASKS = {1: "perintah", 2: "sampaikan", 3: "sampaikan", 4: "himpun", 5: "rekap", 6: "analisis"}
SUPPLIERS = ("irban-1", "irban-2")
OWED = {"kasubbag-evlap": ("LHP", "LHE", "TLHP"), "kasubbag-umum": ("DATA",)}
Key = tuple[int, int, str, str]  # run, step, task, seat
Heard = tuple[datetime, str, Key]


class Minutes:
    """The working minutes of 2027 and some more, each by its beginning, in UTC."""

    def __init__(self, closed: set[date]) -> None:
        self.table: list[datetime] = []
        self.first: dict[date, datetime] = {}
        for n in range(430):
            self._add(date(2027, 1, 1) + timedelta(days=n), closed)
        self.working = set(self.table)

    def _add(self, day: date, closed: set[date]) -> None:
        if day.weekday() > 4 or day in closed:
            return
        hours = FASTING if RAMADAN[0] <= day <= RAMADAN[1] else HOURS
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - WITA
        for opens, closes in hours[4 if day.weekday() == 4 else 0]:
            self.first.setdefault(day, midnight + opens * MINUTE)
            self.table += [midnight + n * MINUTE for n in range(opens, closes)]

    def before(self, at: datetime) -> int:
        """How many have passed."""
        return bisect_left(self.table, at)

    def at(self, place: int, offset: int) -> datetime:
        """The moment so many minutes past a place; before it a minute begins, after it one ends."""
        return self.table[place + offset] if offset < 0 else self.table[place + offset - 1] + MINUTE

    def spoken_to(self, at: datetime) -> datetime:
        return at if at in self.working else self.table[self.before(at)] + WORD * MINUTE

    def may_speak(self, at: datetime) -> datetime:
        told = self.spoken_to(at)
        return max(told, self.first[(told + WITA).date()] + WORD * MINUTE)


@dataclass
class Slow:
    """One duty: it is due when `place` working minutes of the year have passed."""

    key: Key
    standard: int
    open: bool = False
    counted: int = 0
    place: int = 0
    start: datetime = LATER
    words: list[tuple[int, str]] = field(default_factory=list)
    said: int = 0
    hold: datetime = EARLY
    waited: bool = False
    delivered: int | None = None


class SlowOffice:
    def __init__(self, closed: set[date], leaves: list[tuple[str, date, date]]) -> None:
        self.minutes = Minutes(closed)
        self.leaves = leaves
        self.duties: dict[Key, Slow] = {}
        self.files: dict[tuple[int, str, str], tuple[str, int]] = {}  # how it stands, since when
        self.decided: dict[int, int] = {}
        self.heard: list[Heard] = []
        self.moved = 0  # limits
        self.spared = 0  # words that somebody on leave did not hear

    # ---- what people do

    def begin(self, run: int, at: datetime) -> None:
        for step, seats in ACTORS.items():
            for seat in seats:
                key = (run, step, TASKS[step], seat)
                self.duties[key] = Slow(key, STEP_MINUTES[step])
        for seat in SUPPLIERS:
            key = (run, 4, "serah", seat)
            self.duties[key] = Slow(key, 360)
        self.open_step(run, 1, at)

    def open_step(self, run: int, step: int, at: datetime) -> None:
        for duty in self.duties.values():
            if duty.key[:2] == (run, step):
                duty.open = True
                self.due(duty, self.minutes.spoken_to(at), duty.standard, at)

    def due(self, duty: Slow, start: datetime, counted: int, now: datetime) -> None:
        duty.start, duty.counted, duty.waited, duty.hold = start, counted, False, EARLY
        duty.place = self.minutes.before(start) + counted
        duty.words = [w for w in words(duty.key[1], counted) if w[0] > -counted or w[0] >= 0]
        duty.said = sum(o < 0 and self.minutes.at(duty.place, o) <= now for o, _ in duty.words)

    def done(self, key: Key, at: datetime) -> None:
        duty = self.duties[key]
        duty.open, duty.delivered = False, self.minutes.before(at)
        run, step = key[:2]
        own = [d for d in self.duties.values() if d.key[:2] == (run, step) and d.key[2] != "serah"]
        if key[2] != "serah" and not any(d.open for d in own) and step < 6:
            self.open_step(run, step + 1, at)

    def deliver(self, run: int, seat: str, kind: str, state: str, at: datetime) -> None:
        self.files[run, seat, kind] = (state, self.minutes.before(at))
        every = [(run, seat, k) for kinds in OWED.values() for k in kinds]
        if all(self.files.get(one, ("returned", 0))[0] != "returned" for one in every):
            self.done((run, 4, "serah", seat), at)

    def accept(self, run: int, seat: str, kind: str, at: datetime) -> None:
        self.files[run, seat, kind] = ("accepted", self.files[run, seat, kind][1])
        self.decided[run] = self.minutes.before(at)

    def give_back(self, run: int, seat: str, kind: str, at: datetime) -> None:
        self.files[run, seat, kind] = ("returned", self.files[run, seat, kind][1])
        duty = self.duties[run, 4, "serah", seat]
        left = max(duty.place - (duty.delivered or 0), 0)
        duty.open = True
        self.due(duty, self.minutes.spoken_to(at), max(left, 60), at)

    def grant(self, key: Key, minutes: int, at: datetime) -> None:
        duty = self.duties[key]
        self.extend(duty, minutes, at)
        if key[2] == "serah":
            for seat, kinds in OWED.items():
                other = self.duties[key[0], 4, "himpun", seat]
                lacks = any(self.lacking(key[0], key[3], kind) for kind in kinds)
                short = duty.place + 120 - other.place
                if lacks and other.open and short > 0:
                    self.extend(other, short, at)

    def extend(self, duty: Slow, minutes: int, at: datetime) -> None:
        if self.minutes.at(duty.place, 0) > at:
            self.due(duty, duty.start, duty.counted + minutes, at)
        else:
            self.due(duty, self.minutes.spoken_to(at), minutes, at)

    def close_days(self, closed: set[date], at: datetime) -> None:
        """Another calendar: what is open is counted again."""
        before, self.minutes = self.minutes, Minutes(closed)
        for duty in self.duties.values():
            if duty.open and before.at(duty.place, 0) != self.minutes.at(
                self.minutes.before(duty.start) + duty.counted, 0
            ):
                self.due(duty, duty.start, duty.counted, at)
                self.moved += 1

    # ---- who must hear what

    def lacking(self, run: int, seat: str, kind: str) -> bool:
        return self.files.get((run, seat, kind), ("returned", 0))[0] == "returned"

    def waits(self, duty: Slow) -> bool:
        run, _, task, seat = duty.key
        if task == "himpun":
            own = [(s, k) for s in SUPPLIERS for k in OWED[seat]]
            unread = any(self.files.get((run, *pair), ("", 0))[0] == "unread" for pair in own)
            return not unread and any(self.lacking(run, *pair) for pair in own)
        if task == "rekap":
            of_run = [state for (r, _, _), (state, _) in self.files.items() if r == run]
            return any(state in ("unread", "returned") for state in of_run)
        return False

    def late_place(self, duty: Slow) -> int:
        """From when on it is late by its holder."""
        run, _, task, seat = duty.key
        if task == "himpun":
            mine = [f for (r, _, k), f in self.files.items() if r == run and k in OWED[seat]]
            unread = [since for state, since in mine if state == "unread"]
            since = min(unread) if unread else max((s for _, s in mine), default=-120)
            return max(duty.place, since + 120)
        return max(duty.place, self.decided.get(run, 0)) if task == "rekap" else duty.place

    def minute(self, now: datetime) -> None:
        for duty in self.duties.values():
            if duty.open and duty.hold <= now:
                self.look(duty, now)

    def look(self, duty: Slow, now: datetime) -> None:
        waits = self.waits(duty)
        late = self.late_place(duty)
        come = []
        for offset, word in duty.words[duty.said :]:
            at = self.minutes.at(duty.place if offset < 0 or waits else late, offset)
            if at > now:
                break
            come.append((offset, word))
        if not come or (waits and duty.waited):
            return
        if self.minutes.may_speak(now) > now:
            duty.hold = self.minutes.may_speak(now)
            return
        if waits:
            duty.said += sum(offset < 0 for offset, _ in come)
            if (0, "private") in come:
                duty.waited = True
                self.say(duty, "waits", now)
            return
        self.climb(duty, come, now)

    def climb(self, duty: Slow, come: list[tuple[int, str]], now: datetime) -> None:
        """In order; one private word for all that came; the group half an hour after a private."""
        private = None
        told = []
        for offset, word in come:
            if word == "group" and private is not None and not self.away(duty, now):
                place = self.minutes.before(now) + offset - private
                duty.hold = self.minutes.at(place, 0)
                break
            duty.said += 1
            if word == "private" and "group" not in told:
                private = offset
            if word not in told and not (word == "private" and "group" in told):
                told.append(word)
        else:
            self.keep_distance(duty, private, now)
        for word in told:
            self.say(duty, word, now)

    def keep_distance(self, duty: Slow, private: int | None, now: datetime) -> None:
        following = duty.words[duty.said : duty.said + 1]
        if private is not None and following and following[0][1] == "group":
            place = self.minutes.before(now) + following[0][0] - private
            if not self.away(duty, now):
                duty.hold = self.minutes.at(place, 0)

    def away(self, duty: Slow, now: datetime) -> bool:
        day = (now + WITA).date()
        return any(duty.key[3] == seat and a <= day <= b for seat, a, b in self.leaves)

    def say(self, duty: Slow, word: str, now: datetime) -> None:
        seat = duty.key[3]
        if word in ("private", "group", "waits"):
            told = [] if self.away(duty, now) else [word]
            self.spared += not told
        elif word == "superior":
            own = seat == "kasubbag-perencanaan"
            told = ["sekretaris" if own else "kasubbag-perencanaan"]
        else:
            told = ["sekretaris", "kepala"]
        for audience in told:
            if (now, audience, duty.key) not in self.heard:
                self.heard.append((now, audience, duty.key))


def words(step: int, counted: int) -> list[tuple[int, str]]:
    if step < 4:
        return SHORT
    early = sorted([(counted // 2 - counted, "private"), (-60, "private")])
    late = [(0, "private"), (30, "group"), (225, "private"), (225, "superior")]
    late += [(450, "private"), (450, "overseers")]
    return [*early, *late, *((225 * n, "private") for n in range(3, 60))]

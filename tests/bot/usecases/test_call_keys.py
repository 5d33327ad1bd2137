"""An answer belongs to one update, though Telegram may give its number to another later on."""

from datetime import UTC, datetime, timedelta

from bot.rules.people import Person
from bot.usecases.desk import Call

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)


def key(update: int, at: datetime) -> str:
    return Call(update, at, Person(1, "Ani"), 1, True, 5).key


def test_a_number_given_anew_after_a_quiet_week_is_another_update() -> None:
    assert key(7, AT) == key(7, AT + timedelta(hours=1))
    assert len({key(7, AT), key(8, AT), key(7, AT + timedelta(days=8))}) == 3

import pytest

from bot.rules.hours import NotHours, Span


@pytest.mark.parametrize("text", ["", "7-12", "12.00-07.30", "08.00-24.01", "08.60-10.00", "a"])
def test_other_texts_are_no_hours(text: str) -> None:
    with pytest.raises(NotHours):
        Span.parse(text)


def test_hours_may_run_to_the_end_of_the_day() -> None:
    assert Span.parse("00.00 - 24:00") == Span(0, 1440)

import pytest

from bot.rules.months import month_named


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Januari", 1),
        ("okt", 10),
        ("OKTOBER", 10),
        ("agus", 8),
        ("ok", 0),
        ("", 0),
        ("oktoberan", 0),
        ("jun", 6),
        ("jul", 7),
    ],
)
def test_a_month_goes_by_its_name_or_the_beginning_of_it(name: str, number: int) -> None:
    assert month_named(name) == number

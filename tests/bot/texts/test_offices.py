"""Which office is meant: how each is called on a button, and what is asked."""

import pytest

from bot.rules.people import Office
from bot.texts.fitting import measure
from bot.texts.offices import labels, which_office


def office(number: int, title: str) -> Office:
    return Office(number, -number, title, f"kunci{number}")


@pytest.mark.parametrize(
    ("titles", "called"),
    [
        (("DPMD", "Bappeda"), ["DPMD", "Bappeda"]),
        # two groups of one name are told apart by the number that doctor shows
        (("DPMD", "DPMD"), ["DPMD (nomor 1)", "DPMD (nomor 2)"]),
        # also where only the ends differ, which a button does not show
        (
            ("Kinerja " * 20 + "A", "Kinerja " * 20 + "B"),
            [
                "Kinerja Kinerja Kinerja Kinerja Kinerja… (nomor 1)",
                "Kinerja Kinerja Kinerja Kinerja Kinerja… (nomor 2)",
            ],
        ),
    ],
)
def test_each_office_is_told_apart(titles: tuple[str, ...], called: list[str]) -> None:
    offices = [office(number, title) for number, title in enumerate(titles, start=1)]
    assert list(labels(offices).values()) == called


def test_an_office_with_two_runs_is_called_once_and_needs_no_number() -> None:
    assert labels([office(1, "DPMD"), office(1, "DPMD")]) == {1: "DPMD"}


def test_the_question_names_the_command_and_a_button_per_office() -> None:
    asked = which_office(7, "tugas", [office(1, "DPMD"), office(2, "<b>Bappeda</b>")])
    assert asked.text == "Perintah /tugas untuk kantor yang mana?"
    assert [row[0].label for row in asked.buttons] == ["DPMD", "<b>Bappeda</b>"]
    assert all(measure(row[0].data) <= 64 for row in asked.buttons)

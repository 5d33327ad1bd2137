"""What is found before a run is ordered."""

import pytest

from bot.texts.preflight import lacking_seats


@pytest.mark.parametrize(
    ("helped", "said"),
    [([], "Irban I dan Irban II"), ([1], "Irban I dan Irban II (stafnya dapat dihubungi)")],
)
def test_a_silent_seat_says_whether_its_staff_can_be_reached(course, helped, said: str) -> None:
    seats = course.run.sop.suppliers[:2]
    reached = [seats[n] for n in helped]
    assert lacking_seats([], seats, reached) == [
        f"Belum membuka chat pribadi dengan sistem: {said}."
    ]
    assert lacking_seats(seats, [], reached) == [f"Kursi kosong: {said}."]

from datetime import date

import pytest

from bot.rules.written_days import WrittenDays, read_days

TODAY = date(2026, 11, 23)
EVE, BOXING = date(2026, 12, 24), date(2026, 12, 26)


@pytest.mark.parametrize(
    ("text", "first", "last", "rest"),
    [
        ("24-12-2026 banjir", EVE, EVE, "banjir"),
        ("24/12/2026, banjir", EVE, EVE, "banjir"),
        ("24.12.2026: banjir", EVE, EVE, "banjir"),
        ("24/12/26 - banjir", EVE, EVE, "banjir"),
        ("2026-12-24 banjir", EVE, EVE, "banjir"),
        ("24 Desember 2026 banjir", EVE, EVE, "banjir"),
        ("24 des. 2026\nbanjir", EVE, EVE, "banjir"),
        ("Kamis, 24 Desember 2026", EVE, EVE, ""),
        ("hari Kamis 24-12 banjir", EVE, EVE, "banjir"),
        ("24 Desember rapat 10 orang", EVE, EVE, "rapat 10 orang"),
        ("24-12-2026 s.d. 26-12-2026 banjir", EVE, BOXING, "banjir"),
        ("24-12-2026 s/d 26-12-2026 banjir", EVE, BOXING, "banjir"),
        ("24-12-2026 sd 26-12 banjir", EVE, BOXING, "banjir"),
        ("24 Desember sampai dengan 26 Desember 2026 banjir", EVE, BOXING, "banjir"),
        ("24 s.d. 26-12-2026 banjir", EVE, BOXING, "banjir"),
        ("24-26 Desember 2026 banjir", EVE, BOXING, "banjir"),
        # not 10 December with "Desember 2026" as its reason
        ("10-12 Desember 2026 banjir", date(2026, 12, 10), date(2026, 12, 12), "banjir"),
        ("30-12 hingga 2-1-2027 tutup", date(2026, 12, 30), date(2027, 1, 2), "tutup"),
        ("26-12-2026 s.d. 24-12-2026", BOXING, EVE, ""),  # the caller refuses what is reversed
        ("4-1 banjir", date(2027, 1, 4), date(2027, 1, 4), "banjir"),
        ("20-11 banjir", date(2026, 11, 20), date(2026, 11, 20), "banjir"),  # past, not next year
        ("29-02 banjir", None, None, None),
        ("31-02-2027 banjir", None, None, None),
        ("besok banjir", None, None, None),
        ("32-12-2026", None, None, None),
        ("24-13-2026", None, None, None),
        ("", None, None, None),
        ("800/12/2026", None, None, None),
    ],
)
def test_days_are_read_as_people_write_them(
    text: str, first: date | None, last: date | None, rest: str | None
) -> None:
    expected = None if rest is None else WrittenDays(first, last, rest)  # type: ignore[arg-type]
    assert read_days(text, TODAY) == expected

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.rules.periods import Period
from bot.texts import formats

MONDAY = datetime(2026, 11, 22, 23, 50, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1234.56", "1.234,56"),
        ("1234567", "1.234.567"),
        ("6.10", "6,1"),
        ("0.125", "0,13"),  # half up, where Babel alone says 0,12
        ("-0.001", "0"),
        ("-1234.5", "-1.234,5"),
        ("99999999999999999.25", "99.999.999.999.999.999,25"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_decimal_comma(value, written):
    assert formats.number(Decimal(value)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("1234.5678", "1.234,5678"), ("1E+5", "100.000"), ("0.10", "0,1"), ("-0", "0")],
)
def test_an_exact_number_keeps_every_decimal(value, written):
    assert formats.exact(Decimal(value)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1500000", "Rp1.500.000"),
        ("1500000.5", "Rp1.500.000,50"),
        ("-1500000", "-Rp1.500.000"),
        ("0", "Rp0"),
        ("-0.001", "Rp0"),
    ],
)
def test_rupiah_stand_without_a_space(value, written):
    assert formats.rupiah(Decimal(value)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("87.335", "87,34%"), ("700", "700,00%"), ("0", "0,00%"), ("1234.5", "1.234,50%")],
)
def test_a_percentage_has_two_decimals(value, written):
    assert formats.percent(Decimal(value)) == written


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Asia/Makassar", "Senin, 23 November 2026 pukul 07.50 WITA"),
        ("Asia/Jakarta", "Senin, 23 November 2026 pukul 06.50 WIB"),
        ("Asia/Pontianak", "Senin, 23 November 2026 pukul 06.50 WIB"),
        ("Asia/Jayapura", "Senin, 23 November 2026 pukul 08.50 WIT"),
        ("Europe/Berlin", "Senin, 23 November 2026 pukul 00.50 CET"),
        ("America/New_York", "Minggu, 22 November 2026 pukul 18.50 EST"),
        ("Asia/Dubai", "Senin, 23 November 2026 pukul 03.50 UTC+04"),
    ],
)
def test_a_moment_names_its_day_and_its_zone(zone, written):
    assert formats.moment(MONDAY, zone) == written


def test_a_zone_is_named_by_its_season():
    assert formats.clock_time(datetime(2026, 7, 1, 6, tzinfo=UTC), "Europe/Berlin") == "08.00 CEST"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        formats.moment(MONDAY.replace(tzinfo=None), "Asia/Makassar")


def test_clock_and_day_can_stand_alone():
    assert formats.clock_time(MONDAY, "Asia/Makassar") == "07.50 WITA"
    assert formats.day(date(2027, 3, 9)) == "Selasa, 9 Maret 2027"


@pytest.mark.parametrize(
    ("period", "written", "short"),
    [
        (Period("triwulan", 2026, 3), "Triwulan III 2026", "TW III 2026"),
        (Period("bulan", 2026, 10), "Oktober 2026", "Okt 2026"),
    ],
)
def test_a_period_is_named_as_the_office_says_it(period, written, short):
    assert (formats.period(period), formats.period_short(period)) == (written, short)


@pytest.mark.parametrize(
    ("count", "written"), [(480, "480 menit kerja"), (9900, "9.900 menit kerja")]
)
def test_minutes_are_working_minutes(count, written):
    assert formats.minutes(count) == written


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A dan B"),
        (["A", "B", "C"], "A, B dan C"),
    ],
)
def test_names_are_joined_with_dan(names, written):
    assert formats.join_names(names) == written


@pytest.mark.parametrize(
    ("octets", "written"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (1048575, "1 MB"),
        (1572864, "1,5 MB"),
        (20 * 1024**2, "20 MB"),
    ],
)
def test_a_file_size_is_short(octets, written):
    assert formats.file_size(octets) == written


def test_a_name_cannot_open_a_tag_or_end_an_attribute():
    assert (
        formats.escape('<b>Ma\'ruf & "Co"</b>') == "&lt;b&gt;Ma'ruf &amp; &quot;Co&quot;&lt;/b&gt;"
    )

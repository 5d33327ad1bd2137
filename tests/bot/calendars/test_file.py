from datetime import date

import pytest

from bot.calendars.file import load_calendar, parse_calendar
from bot.rules.calendar_faults import CalendarFault, CalendarFaults
from bot.rules.hours import Span
from bot.rules.special_days import Closure, ReplacedDay

HOURS = '[jam]\nsenin = ["08.00-12.00"]\n'


def faults_of(text):
    with pytest.raises(CalendarFaults) as refused:
        parse_calendar(text)
    return refused.value.faults


def test_the_shipped_calendar_has_the_hours_of_the_perpres():
    calendar = load_calendar()
    minutes = [sum(span.closes - span.opens for span in day) for day in calendar.week]
    assert minutes == [450, 450, 450, 450, 450, 0, 0]
    [ramadan] = calendar.seasons
    minutes = [sum(span.closes - span.opens for span in day) for day in ramadan.week]
    assert minutes == [390, 390, 390, 390, 390, 0, 0]
    assert (ramadan.first, ramadan.last) == (date(2027, 2, 8), date(2027, 3, 9))
    assert (calendar.zone, calendar.first_word_delay) == ("Asia/Makassar", 15)


def test_the_office_closes_and_opens_days_of_its_own(tmp_path):
    path = tmp_path / "kalender.toml"
    path.write_text(
        'zona = "Asia/Jayapura"\njeda_awal = 0\nlibur_nasional = true\n'
        + HOURS
        + '[[libur]]\ntanggal = 2026-11-30\nalasan = "Pilkades"\nkeputusan = "SE 1/2026"\n'
        + '[[hari_pengganti]]\ntanggal = 2026-12-24\nseperti = "senin"\n'
        + 'alasan = "Libur dipindah"\nkeputusan = "SE 2/2026"\n',
        encoding="utf-8",
    )
    calendar = load_calendar(path)
    assert calendar.closures == (Closure(date(2026, 11, 30), "Pilkades", "SE 1/2026"),)
    assert calendar.replaced_days == (
        ReplacedDay(date(2026, 12, 24), 0, "Libur dipindah", "SE 2/2026"),
    )
    assert calendar.hours_on(date(2026, 12, 24)) == (Span(480, 720),)
    assert calendar.hours_on(date(2026, 11, 30)) == ()
    assert (calendar.zone, calendar.first_word_delay) == ("Asia/Jayapura", 0)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ('jam_rangkuman = "08.30"\n', Span(510, 720)),
        ('jam_rangkuman = "08.30-10.00"\n', Span(510, 600)),
        ("", None),
    ],
)
def test_the_hour_of_the_morning_digest_may_say_until_when(written, hours):
    assert parse_calendar(written + HOURS).digest_hours == hours


def test_a_season_changes_only_the_days_that_it_names():
    calendar = parse_calendar(
        '[jam]\nsenin = ["08.00-12.00"]\nselasa = ["08.00-12.00"]\nrabu = ["08.00-12.00"]\n'
        '[[musim]]\nnama = "Ramadan"\nmulai = 2027-02-08\nselesai = 2027-03-09\n'
        '[musim.jam]\nsenin = ["09.00-11.00"]\nrabu = []\n'
    )
    days = [calendar.hours_on(date(2027, 2, n)) for n in (15, 16, 17)]
    assert days == [(Span(540, 660),), (Span(480, 720),), ()]


def test_a_zone_of_the_settings_holds_where_the_file_names_none():
    assert parse_calendar(HOURS, "Asia/Jakarta").zone == "Asia/Jakarta"
    assert (
        parse_calendar('zona = "Asia/Jayapura"\n' + HOURS, "Asia/Jakarta").zone == "Asia/Jayapura"
    )


@pytest.mark.parametrize(
    ("text", "place", "code", "line"),
    [
        ("jam = ", "", CalendarFault.NOT_TOML, 1),
        ('\n\nzona = "x', "", CalendarFault.NOT_TOML, 3),
        ("\njeda_awal = " + "9" * 5000, "", CalendarFault.NOT_TOML, 2),
        ("\nlibur = " + "[" * 9000, "", CalendarFault.NOT_TOML, 2),
        ("jeda_awal = 5\n", "jam", CalendarFault.MISSING, None),
        ("[jam]\nsabtu = []\n", "jam", CalendarFault.NO_HOURS, 1),
        ('zona = "Mars"\n' + HOURS, "zona", CalendarFault.UNKNOWN_ZONE, 1),
        ('zona = "../etc"\n' + HOURS, "zona", CalendarFault.UNKNOWN_ZONE, 1),
        ('zona = ""\n' + HOURS, "zona", CalendarFault.EMPTY, 1),
        ("jeda_awal = true\n" + HOURS, "jeda_awal", CalendarFault.WRONG_TYPE, 1),
        ("jeda_awal = -1\n" + HOURS, "jeda_awal", CalendarFault.OUT_OF_RANGE, 1),
        ("libur = 3\n" + HOURS, "libur", CalendarFault.WRONG_TYPE, 1),
        ("libur = [3]\n" + HOURS, "libur[1]", CalendarFault.WRONG_TYPE, None),
        ("liburan = true\n" + HOURS, "liburan", CalendarFault.UNKNOWN_KEY, 1),
        (HOURS + "sennin = []\n", "jam.sennin", CalendarFault.UNKNOWN_KEY, 3),
        (HOURS + 'selasa = "08.00-12.00"\n', "jam.selasa", CalendarFault.WRONG_TYPE, 3),
        (HOURS + "selasa = [8]\n", "jam.selasa", CalendarFault.NOT_HOURS, 3),
        ('jam_rangkuman = "pagi"\n' + HOURS, "jam_rangkuman", CalendarFault.NOT_HOURS, 1),
        ('jam_rangkuman = "13.00"\n' + HOURS, "jam_rangkuman", CalendarFault.NOT_HOURS, 1),
        ("cuti_bersama_tercatat = ['2028']\n" + HOURS, "cuti_bersama_tercatat",
         CalendarFault.NOT_YEARS, 1),
        (HOURS + 'jumat = ["8-12"]\n', "jam.jumat", CalendarFault.NOT_HOURS, 3),
        (HOURS + 'jumat = ["08.00-12.00", "11.59-13.00"]\n', "jam.jumat",
         CalendarFault.HOURS_OVERLAP, 3),
        (HOURS + '[[libur]]\ntanggal = 2026-01-02\n', "libur[1].alasan", CalendarFault.MISSING, 3),
        (HOURS + '[[libur]]\ntanggal = 2026-01-02T00:00:00\nalasan = "a"\n', "libur[1].tanggal",
         CalendarFault.WRONG_TYPE, 4),
        (HOURS + '[[libur]]\ntanggal = 2026-01-02\nalasan = "a"\n' * 2, "libur[2].tanggal",
         CalendarFault.DATE_TWICE, None),
        (HOURS + '[[hari_pengganti]]\ntanggal = 2026-01-02\nseperti = "Jum"\n',
         "hari_pengganti[1].seperti", CalendarFault.UNKNOWN_WEEKDAY, 5),
        (HOURS + '[[hari_pengganti]]\ntanggal = 2026-01-03\nseperti = "minggu"\n',
         "hari_pengganti[1].seperti", CalendarFault.NOT_WORKED, 5),
        (HOURS + '[[musim]]\nnama = "R"\nmulai = 2027-02-08\nselesai = 2027-02-01\n[musim.jam]\n',
         "musim[1].selesai", CalendarFault.ENDS_BEFORE_START, 6),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(text, place, code, line):
    found = faults_of(text)
    assert (place, code) in [(fault.place, fault.code) for fault in found]
    if line is not None:
        assert line in [fault.line for fault in found if fault.code is code]


def test_a_day_cannot_be_closed_and_worked():
    [fault] = faults_of(
        HOURS + '[[libur]]\ntanggal = 2026-01-02\nalasan = "a"\n'
        '[[hari_pengganti]]\ntanggal = 2026-01-02\nseperti = "senin"\n'
    )
    assert (fault.place, fault.code) == ("hari_pengganti[1].tanggal", CalendarFault.DATE_TWICE)


def test_seasons_may_not_overlap():
    season = '[[musim]]\nnama = "{}"\nmulai = {}\nselesai = {}\n[musim.jam]\nsenin = []\n'
    [fault] = faults_of(
        HOURS
        + season.format("Ramadan", "2027-02-08", "2027-03-09")
        + season.format("Lebaran", "2027-03-09", "2027-03-20")
    )
    assert (fault.place, fault.code) == ("musim[2].mulai", CalendarFault.SEASONS_OVERLAP)
    assert (fault.detail, fault.line) == ("Ramadan", 11)


def test_all_faults_are_told_at_once_and_in_the_order_of_the_file():
    found = faults_of('zona = "Mars"\njeda_awal = 999\n[jam]\nsenin = ["x", "y"]\n')
    assert [fault.line for fault in found] == [1, 2, 4, 4]


def test_a_file_that_cannot_be_read_is_a_fault_too(tmp_path):
    binary = tmp_path / "kalender.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "tidak-ada.toml", binary, tmp_path):
        with pytest.raises(CalendarFaults) as refused:
            load_calendar(path)
        [fault] = refused.value.faults
        assert (fault.place, fault.code) == (path.name, CalendarFault.UNREADABLE)

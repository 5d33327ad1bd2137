from bot.rules.periods import Period
from bot.texts import file_names

QUARTER, MONTH = Period("triwulan", 2026, 3), Period("bulan", 2026, 10)


def test_a_file_is_named_for_what_it_is_its_period_and_its_seat() -> None:
    assert file_names.office_format(QUARTER) == "Format Data Kinerja TW III 2026.xlsx"
    assert file_names.seat_workbook(MONTH, "Irban I") == "Data Kinerja Okt 2026 Irban I.xlsx"
    assert file_names.recap(QUARTER) == "Rekap Data Kinerja TW III 2026.xlsx"

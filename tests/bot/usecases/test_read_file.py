from bot.rules.kinds import Encrypted, TimedOut
from bot.usecases.read_file import page_says


def test_a_letter_whose_page_is_slow_to_read_is_taken_without_it() -> None:
    assert page_says(TimedOut()) == {"page": ""}
    assert page_says("LAPORAN HASIL PEMERIKSAAN") == {"page": "LAPORAN HASIL PEMERIKSAAN"}
    assert page_says(Encrypted())["refused"] == "encrypted"

from datetime import UTC, datetime

from bot.papers.printable import all_printable
from bot.papers.sheet import Sheet, picture, qr_code, sheet_data
from bot.rules.printed import PaperKind, PrintCode
from bot.rules.stationery import Stationery

NOW = datetime(2026, 11, 23, tzinfo=UTC)
CODE = PrintCode("7K3F-9Q2M", 12, "ab" * 32)


def sheet(stationery: Stationery, **said: str) -> Sheet:
    frame = sheet_data(stationery, ["JUDUL"], "kaki")
    return Sheet(PaperKind.MINUTES, "", "Judul", "x.typ", {**said, "sheet": frame}, NOW)


def test_the_code_names_paper_run_and_hash_and_no_server() -> None:
    assert CODE.payload == "HIMPUN 7K3F-9Q2M 12 ABABABABABAB"


def test_a_paper_is_known_by_what_it_says_whatever_its_kop() -> None:
    plain, headed = Stationery(), Stationery(("DINAS",))
    assert sheet(plain, isi="a").digest == sheet(headed, isi="a").digest
    assert sheet(plain, isi="a").digest != sheet(plain, isi="b").digest


def test_a_drawing_is_not_broken_as_a_long_word_is() -> None:
    drawn = {"qr": qr_code(CODE.payload), "logo": picture(b"\x89PNG" + b"0" * 100)}
    assert all_printable(drawn) == drawn

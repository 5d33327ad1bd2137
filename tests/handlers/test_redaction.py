import io
import json
import logging
from collections.abc import Iterator

import pytest

from handlers.redaction import TALKATIVE, set_up_logging

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz01234"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_token_stands_in_no_line_nor_traceback(form: str) -> None:
    lines = io.StringIO()
    set_up_logging("DEBUG", form, lines)
    fault = OSError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    logging.getLogger("bot").error("asked %s", TOKEN, exc_info=fault)
    assert TOKEN not in lines.getvalue()
    assert lines.getvalue().count("[token]") == 2


def test_json_lines_are_objects_with_time_level_and_fault() -> None:
    lines = io.StringIO()
    set_up_logging("INFO", "json", lines)
    logging.getLogger("bot").error("gagal", exc_info=ValueError("rusak"))
    line = json.loads(lines.getvalue())
    assert (line["level"], line["message"]) == ("ERROR", "gagal")
    assert line["at"].endswith("+00:00")
    assert "rusak" in line["fault"]


def test_httpx_keeps_its_addresses_to_itself_even_at_debug() -> None:
    lines = io.StringIO()
    set_up_logging("DEBUG", "text", lines)
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("telegram.Bot").debug("a whole update")
    assert lines.getvalue() == ""


def test_a_quieter_level_quiets_the_talkative_as_well() -> None:
    lines = io.StringIO()
    set_up_logging("ERROR", "text", lines)
    logging.getLogger("httpx").warning("lambat")
    assert lines.getvalue() == ""

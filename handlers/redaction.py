"""Log lines without the bot's token: it is part of every Bot API address."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import TextIO

TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")

TALKATIVE = {
    "httpx": logging.WARNING,  # every address with the token in it, at INFO
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,  # whole updates and requests, at DEBUG
    "sqlalchemy": logging.WARNING,  # statements with their values, at INFO
    "aiosqlite": logging.WARNING,
    "apscheduler": logging.WARNING,
    "alembic": logging.WARNING,
    "tornado.access": logging.WARNING,
}


def redacted(line: str) -> str:
    return TOKEN.sub("[token]", line)


class TextLines(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class JsonLines(logging.Formatter):
    """One object a line: at (UTC), level, logger, message, and fault with its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return redacted(json.dumps(line, ensure_ascii=False))


def set_up_logging(level: str, form: str, stream: TextIO | None = None) -> None:
    """`form` is "text" or "json"; the stream is stderr where none is given."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, quietest in TALKATIVE.items():
        logging.getLogger(name).setLevel(max(quietest, logging.getLevelName(level)))

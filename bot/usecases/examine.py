"""`himpun doctor`: what can be looked at without asking Telegram."""

import shutil
from pathlib import Path

from bot.texts import examination as texts
from bot.texts.examination import Line

LITTLE = 1024**3  # bytes: some weeks of documents
LEAST = 100 * 1024**2  # bytes: a handful of documents of the greatest size


def examine_disk(data_dir: Path) -> Line:
    """The space where DATA_DIR lies, or will lie."""
    there = next(p for p in (data_dir.absolute(), *data_dir.absolute().parents) if p.exists())
    free = shutil.disk_usage(there).free
    return texts.disk(free, little=free < LITTLE, least=free < LEAST)

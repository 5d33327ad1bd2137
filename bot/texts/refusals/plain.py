"""Refusals whose sentence needs nothing of what they carry."""

from collections.abc import Callable
from typing import Any


def plain(text: str) -> Callable[[Any, str], str]:
    return lambda _refusal, _zone: text

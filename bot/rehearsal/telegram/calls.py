"""The log of what the bot asked of Telegram and was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rehearsal.telegram.errors import ApiError

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """`started` and `ended` are seconds on the monotonic clock, `at` is the rehearsal's time.

    `code` is 200, the HTTP status of the refusal, or 0 where no answer was given.
    """

    method: str
    params: Json
    at: datetime
    started: float
    ended: float
    code: int
    result: Any = None
    description: str = ""
    fault: str = ""
    applied: bool = True

    def __str__(self) -> str:
        outcome = "" if self.code == 200 else f" -> {self.code} {self.description}"
        return (
            f"{self.method} {_short(self.params)}{outcome}{' ' + self.fault if self.fault else ''}"
        )


@dataclass(frozen=True)
class Reply:
    """What goes back over HTTP."""

    code: int
    body: Json | str
    retry_after: int | None = None


def success(result: Any) -> Reply:
    return Reply(200, {"ok": True, "result": result})


def refusal(error: ApiError) -> Reply:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return Reply(error.code, body, error.parameters.get("retry_after"))


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def _short(params: Json) -> str:
    said = ", ".join(f"{name}={value!r}" for name, value in params.items())
    return said if len(said) <= 160 else said[:159] + "…"

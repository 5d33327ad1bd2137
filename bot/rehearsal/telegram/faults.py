"""Faults on purpose: what the network and Telegram do to a bot on a bad day."""

import asyncio
from dataclasses import dataclass
from typing import Literal

from bot.rehearsal.telegram.calls import Reply, refusal, too_many
from bot.rehearsal.telegram.errors import ApiError

Kind = Literal["429", "500", "502", "error", "timeout", "lost", "refuse", "slow", "cut", "short"]
DOWNLOAD = "download"  # the name under which a file's download is known here and in the log

BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n"


@dataclass
class Fault:
    """One kind of trouble for the next `times` matching calls, after letting `after` pass.

    429, 500, 502 (an HTML page) and error (code, description): answered, not applied.
    timeout: held for `seconds`, not applied, then the connection is closed.
    slow: held for `seconds`, then applied and answered.
    lost: applied, then the connection is closed without an answer.
    refuse: the connection is closed before anything is applied.
    cut: a download that breaks off half-way; short: one that ends early and says nothing.
    """

    method: str
    kind: Kind
    times: int = 1
    chat: int | None = None
    after: int = 0
    retry_after: int = 1
    seconds: float = 3600
    code: int = 400
    description: str = "Bad Request"
    polls: bool = True  # whether "*" strikes getUpdates too

    def matches(self, method: str, chat: int | None) -> bool:
        if self.times <= 0 or self.chat not in (None, chat):
            return False
        if self.kind in ("cut", "short"):
            return method == DOWNLOAD
        if self.method == "*":
            return self.polls or method.lower() != "getupdates"
        return self.method.lower() == method.lower()


class Faults:
    def __init__(self) -> None:
        self.planned: list[Fault] = []

    def add(self, method: str = "*", kind: Kind = "500", **details: object) -> Fault:
        """The fault, already in force; `details` are the other fields of Fault."""
        fault = Fault(method, kind, **details)  # type: ignore[arg-type]
        self.planned.append(fault)
        return fault

    def clear(self) -> None:
        self.planned.clear()

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that strikes this call, counted off."""
        for fault in self.planned:
            if not fault.matches(method, chat):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            return fault
        return None


async def suffer(fault: Fault, closing: asyncio.Event) -> Reply | None:
    """The answer of a call that is not applied; None where the connection is just closed."""
    if fault.kind == "timeout":
        await hold(fault.seconds, closing)
    if fault.kind in ("timeout", "refuse"):
        return None
    if fault.kind == "429":
        return refusal(too_many(fault.retry_after))
    if fault.kind == "502":
        return Reply(502, BAD_GATEWAY)
    if fault.kind == "500":
        return refusal(ApiError(500, "Internal Server Error"))
    return refusal(ApiError(fault.code, fault.description))


async def hold(seconds: float, closing: asyncio.Event) -> None:
    """So many real seconds, or until the server closes."""
    try:
        await asyncio.wait_for(closing.wait(), seconds)
    except TimeoutError:
        return

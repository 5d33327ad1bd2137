"""One call from its parameters to its answer: faults, hooks, flood control, method, log."""

from __future__ import annotations

import asyncio
import inspect
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Literal

from bot.rehearsal.telegram.calls import Call, Reply, refusal, success, too_many
from bot.rehearsal.telegram.errors import ApiError
from bot.rehearsal.telegram.faults import Faults, hold, suffer
from bot.rehearsal.telegram.flood import Flooded, FloodGate
from bot.rehearsal.telegram.methods import METHODS, Method
from bot.rehearsal.telegram.params import Params, WrongParameter
from bot.rehearsal.telegram.state import State

Moment = Literal["before", "after"]
# Called with method, parameters and moment; False "before" drops the call unapplied.
Hook = Callable[[str, dict[str, Any], Moment], bool | None]


@dataclass
class Exchange:
    state: State
    gate: FloodGate
    faults: Faults = field(default_factory=Faults)
    calls: list[Call] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    floods: list[Flooded] = field(default_factory=list)
    on_call: Hook | None = None
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, name: str, given: Params) -> Reply | None:
        """The reply, or None where the connection is to be closed without one."""
        started, chat = monotonic(), _chat_id(given)
        fault = self.faults.take(name, chat)
        if self.hook(name, given, "before") is False:
            return self.log(name, given, started, None, "dropped", applied=False)
        if fault and fault.kind == "slow":
            await hold(fault.seconds, self.closing)
        elif fault and fault.kind != "lost":
            reply = await suffer(fault, self.closing)
            return self.log(name, given, started, reply, fault.kind, applied=False)
        reply = await self._apply(name, given, chat)
        self.hook(name, given, "after")
        if fault and fault.kind == "lost":
            return self.log(name, given, started, None, fault.kind, applied=reply.code == 200)
        slow = fault.kind if fault else ""
        return self.log(name, given, started, reply, slow, applied=reply.code == 200)

    async def _apply(self, name: str, given: Params, chat: int | None) -> Reply:
        try:
            found = self._method(name)
            found.check(given)
            self._pass_gate(found, given, chat)
            result = found.handle(self.state, given)
            return success(await result if inspect.isawaitable(result) else result)
        except WrongParameter as wrong:
            self.violations.append(f"{name}: {wrong.description}")
            return refusal(wrong)
        except ApiError as error:
            return refusal(error)
        except Exception:  # told by check(), and to the bot as any 500
            self.violations.append(f"{name}: {traceback.format_exc()}")
            return refusal(ApiError(500, "Internal Server Error"))

    def _method(self, name: str) -> Method:
        if name.lower() not in METHODS:
            self.violations.append(f"{name}: no such method here")
            raise ApiError(404, "Not Found: method not found")
        return METHODS[name.lower()]

    def _pass_gate(self, found: Method, given: Params, chat: int | None) -> None:
        weight = found.weight(given)
        if not weight or chat is None:
            return
        passed = self.gate.pass_through(chat, weight)
        if passed:
            limit, seconds = passed
            self.floods.append(Flooded(found.name, chat, limit, seconds))
            raise too_many(seconds)

    def hook(self, name: str, given: Params, moment: Moment) -> bool | None:
        return self.on_call(name, given.summary(), moment) if self.on_call else None

    def log(
        self,
        name: str,
        given: Params,
        started: float,
        reply: Reply | None,
        fault: str,
        *,
        applied: bool,
    ) -> Reply | None:
        body = reply.body if reply and isinstance(reply.body, dict) else {}
        silent_poll = name.lower() == "getupdates" and body.get("result") == []
        if not silent_poll:
            self.calls.append(
                Call(
                    method=name,
                    params=given.summary(),
                    at=self.state.clock(),
                    started=started,
                    ended=monotonic(),
                    code=reply.code if reply else 0,
                    result=body.get("result"),
                    description=body.get("description", ""),
                    fault=fault,
                    applied=applied,
                )
            )
            self.state.bell.ring()
        return reply


def _chat_id(given: Params) -> int | None:
    try:
        return given.integer("chat_id")
    except ApiError:
        return None

"""The bot's process, the faults in force and the log of calls."""

from typing import Any

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Call
from bot.texts import pages as texts

Json = dict[str, Any]

LAST_CALLS = 100
SUMMARY = 200  # characters


def bot(scene: Scene) -> Json:
    """`ended` says how a bot ended that nobody ended."""
    process = scene.bot
    return {
        "running": process.running,
        "pid": process.pid,
        "starts": process.starts,
        "ended": None if process.ended is None else texts.bot_ended(process.ended),
    }


def faults(scene: Scene) -> list[Json]:
    """Those in force; `left` calls, or none until somebody clears them."""
    return [
        {"id": kind, "label": texts.FAULTS[kind], "left": left}
        for kind, left in scene.faults.in_force()
    ]


def calls(scene: Scene) -> list[Json]:
    every = scene.telegram.calls
    first = max(0, len(every) - LAST_CALLS)
    return [_call(scene, number, call) for number, call in enumerate(every[first:], first + 1)]


def _call(scene: Scene, number: int, call: Call) -> Json:
    said = ", ".join(f"{name}={value}" for name, value in call.params.items())
    refused = f" → {call.description}" if call.description else ""
    return {
        "n": number,
        "time": texts.time(call.at, scene.zone),
        "method": call.method,
        "summary": said[:SUMMARY] + refused,
        "code": call.code,
        "ms": round((call.ended - call.started) * 1000),
        "fault": call.fault,
    }

"""What happened last, for a person who asks what went wrong."""

from bot.rehearsal.telegram.exchange import Exchange
from bot.rehearsal.telegram.state import State


def report(state: State, exchange: Exchange, last: int) -> str:
    """The last messages, calls, waiting updates and violations, each under its heading."""
    every = [message for chat in state.chats.values() for message in chat.messages]
    newest = sorted(every, key=lambda message: message.date)[-last:]
    parts = {
        "messages": [f"{message.chat.title} {message!r}" for message in newest],
        "calls": [str(call) for call in exchange.calls[-last:]],
        "updates not confirmed": [str(one.raw()) for one in state.updates.current()[:last]],
        "violations": exchange.violations,
    }
    return "\n".join(line for name, found in parts.items() for line in (f"-- {name}", *found))

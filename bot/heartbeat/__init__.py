"""What happens by itself: the beat looks at limits, the outbox sends what is owed."""

from bot.heartbeat.beat import Heartbeat
from bot.heartbeat.outbox import Outbox

__all__ = ["Heartbeat", "Outbox"]

"""What can be done on the page: one small function an act, by name."""

from bot.rehearsal.page.acts import joining, messages, playing, processes, speaking, tapping, times
from bot.rehearsal.page.acts.given import Act

ACTS: dict[str, Act] = {
    "say": speaking.say,
    "send": speaking.send,
    "sample": speaking.sample,
    "start": joining.start,
    "block": joining.block,
    "unblock": joining.unblock,
    "add_bot": joining.add_bot,
    "promote_bot": joining.promote_bot,
    "tap": tapping.tap,
    "open": tapping.open_link,
    "forward": messages.forward,
    "edit": messages.edit,
    "delete": messages.delete,
    "read": messages.read,
    "clock": times.move,
    "speed": times.set_speed,
    "fault": processes.fault,
    "faults_clear": processes.faults_clear,
    "bot": processes.bot,
    "script": playing.script,
}

__all__ = ["ACTS", "Act"]

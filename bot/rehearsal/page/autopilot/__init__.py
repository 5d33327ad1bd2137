"""[Mainkan otomatis]: the day played by itself, from wherever it stands."""

from bot.rehearsal.page.autopilot.pilot import Autopilot, NothingToDo

__all__ = ["Autopilot", "NothingToDo"]

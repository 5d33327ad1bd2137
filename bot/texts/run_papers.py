"""What all papers of a run say alike: how far they reach."""

from datetime import datetime

from bot.rules.run import Run, RunState
from bot.texts.formats import moment


def standing(run: Run, as_of: datetime, zone: str) -> str:
    """Of a run that is not closed; "" of one that is."""
    if run.state == RunState.OPEN:
        return f"Sementara, menurut keadaan {moment(as_of, zone)}"
    if run.state == RunState.CANCELLED:
        return f"Putaran dibatalkan {moment(run.closed_at or as_of, zone)}"
    return ""

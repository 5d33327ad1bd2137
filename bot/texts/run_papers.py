"""What all papers of a run say alike: how far they reach."""

from bot.rules.dossier import Dossier
from bot.rules.run import RunState
from bot.texts.formats import moment


def standing(of: Dossier) -> str:
    """Of a run that is not closed; "" of one that is."""
    if of.run.state == RunState.OPEN:
        return f"Sementara, menurut keadaan {moment(of.as_of, of.zone)}"
    if of.run.state == RunState.CANCELLED:
        return f"Putaran dibatalkan {moment(of.run.closed_at or of.as_of, of.zone)}"
    return ""

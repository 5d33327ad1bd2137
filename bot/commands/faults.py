"""What went wrong, as a sentence for who called the command."""

import os
import sys
from contextlib import suppress
from traceback import format_exception

from bot.commands import FAILED, WRONGLY_USED
from bot.texts import commands as texts


class WrongEnding(ValueError):
    """A file to draw or print in whose name ends with none of `endings`."""

    def __init__(self, name: str, *endings: str) -> None:
        super().__init__(name)
        self.name, self.endings = name, endings


def refuse(error: Exception) -> int:
    """What happened, on stderr: a sentence, or the trace of what can only be a slip of ours."""
    from bot.rules.periods import NotAPeriod
    from bot.settings import BadSettings
    from handlers.redaction import redacted

    first = error
    while isinstance(first, ExceptionGroup):  # of those that ended together
        first = first.exceptions[0]
    if isinstance(first, BrokenPipeError):
        return nobody_reads()
    trace = "".join(format_exception(error))
    print(sentence_of(first) or redacted(trace), file=sys.stderr)
    wrongly = isinstance(first, BadSettings | NotAPeriod | WrongEnding)
    return WRONGLY_USED if wrongly else FAILED


def nobody_reads() -> int:
    """Who read our words has gone, as `head` does: nothing is said, now or as Python ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    return FAILED


def told(error: Exception) -> str:
    return sentence_of(error) or type(error).__name__


def sentence_of(error: Exception) -> str | None:
    tellers = (of_what_was_given, of_what_is_kept, of_telegram, of_the_machine)
    return next(filter(None, (tell(error) for tell in tellers)), None)


def of_what_was_given(error: Exception) -> str | None:
    from bot.rehearsal.page.room.faults import RoomRefused
    from bot.rules.calendar_faults import CalendarFaults
    from bot.rules.periods import NotAPeriod
    from bot.rules.procedures import OwnFilesFaulty
    from bot.rules.sop_faults import SopFaults
    from bot.settings import BadSettings
    from bot.texts.calendars import calendar_faults
    from bot.texts.sops import fault_sentences

    match error:
        case BadSettings():
            return texts.bad_settings(error.faults)
        case SopFaults():
            return fault_sentences(error)
        case CalendarFaults():
            return calendar_faults(error)
        case OwnFilesFaulty():
            return texts.own_files_faulty([(one, told(one.fault)) for one in error.faults])
        case NotAPeriod():
            return texts.not_a_period(str(error))
        case RoomRefused():
            return str(error)
        case WrongEnding():
            return texts.wrong_ending(error.name, error.endings)
    return None


def of_what_is_kept(error: Exception) -> str | None:
    from sqlalchemy.exc import SQLAlchemyError

    from bot.rules.destroying import DestroyRefused
    from bot.texts.destroying import refused
    from bot.texts.own_data import nobody_of
    from bot.usecases.export_run import RunNotFound
    from bot.usecases.find_person import PersonNotFound
    from storage.faults import StorageFault

    match error:
        case StorageFault():
            return texts.storage_fault(type(error).__name__, vars(error))
        case SQLAlchemyError():
            return texts.database_away(type(error).__name__)
        case RunNotFound():
            return texts.run_not_found(error.asked, error.known)
        case DestroyRefused():
            return refused(error)
        case PersonNotFound():
            return nobody_of(error.asked, error.known)
    return None


def of_telegram(error: Exception) -> str | None:
    from handlers.intake import AnotherPoller
    from handlers.patience import TokenRefused

    match error:
        case TokenRefused():
            return texts.token_refused()
        case AnotherPoller():
            return texts.another_poller()
    return None


def of_the_machine(error: Exception) -> str | None:
    from bot.papers.typeset import TypesetFault

    match error:
        case TypesetFault():
            return texts.not_set(str(error))
        case OSError():
            return texts.system_refuses(str(error.filename or ""), error.strerror or str(error))
        case UnicodeDecodeError():
            return texts.not_text()
    return None

"""What is asked in words; the answer is a reply, or plain text in the private chat."""

from collections.abc import Sequence

from bot.rules.acts import Act
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.rules.run import Run
from bot.texts.fitting import because, short, some_groups
from bot.texts.words import by_unit, mention, run_title, title_of


def ask_reason(what: str, person: Person | None) -> Message:
    """`person` is called where the question stands in a group."""
    call = f"{mention(person)}, mohon" if person else "Mohon"
    return Message(f"{call} menuliskan alasan {what} sebagai balasan pesan ini.", ask="Alasan")


def returning(name: str) -> str:
    return f"pengembalian berkas {short(name)}"


def excluding(name: str) -> str:
    return f"mengeluarkan berkas {short(name)} dari rekap"


def conveying_without(missing: Sequence[str]) -> str:
    """`missing` are "Irban II: LHP" and the like (rules/owing.py, lacks)."""
    return f"menyampaikan tanpa kelengkapan ({some_groups(by_unit(missing))})"


def returning_recap(run_title: str) -> str:
    return f"pengembalian rekap akhir {short(run_title)}"


def cancelling(run_title: str) -> str:
    return f"pembatalan putaran {short(run_title)}"


def pleading(task: str) -> str:
    return f"memerlukan waktu tambahan untuk tugas {short(task)}"


def answered(run: Run, act: Act, args: Sequence[str], reason: str) -> Message:
    """What was done with this reason, once it is; a message that asks cannot be edited (Bot API).

    `args` are those that the question was asked with, after the run.
    """
    return Message(f"{done(run, act, args)} {because(reason)}")


def done(run: Run, act: Act, args: Sequence[str]) -> str:
    match act:
        case Act.RETURN:
            return f"{which_file(run, args[0])} dikembalikan untuk perbaikan."
        case Act.EXCLUDE:
            return f"{which_file(run, args[0])} dikeluarkan dari rekap."
        case Act.CONVEY_COLLECTED:
            return "Data yang terhimpun telah disampaikan tanpa kelengkapan."
        case Act.CANCEL:
            return f"Putaran {run_title(run)} dibatalkan."
        case Act.RETURN_RECAP:
            return f"Rekap akhir {run_title(run)} dikembalikan untuk perbaikan."
        case Act.ASK_TIME:
            return "Permohonan waktu tambahan telah dicatat."
        case Act.CONFIRM_FINDINGS:
            return f"{which_file(run, args[0])}: penjelasan telah dicatat."
    raise ValueError(act)


def which_file(run: Run, document_id: str) -> str:
    """ "Berkas LHE Irban III"."""
    document = run.document(int(document_id))
    if document is None:
        return "Berkas"
    return f"Berkas {document.kind} {short(title_of(run, document.seat))}"

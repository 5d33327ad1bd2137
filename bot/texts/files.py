"""What is asked about a file whose place is not clear; each question is answered by one tap."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.messages import Attachment, Button, Message
from bot.rules.run import Document, Run
from bot.rules.sop import DocumentKind, Seat
from bot.texts.fitting import brief, short
from bot.texts.formats import escape, period
from bot.texts.words import document_name, run_title


def which_run(offer_id: int, name: str, runs: Sequence[Run], offices: Sequence[str]) -> Message:
    """`offices` are what the runs' offices are called, named where they differ."""
    several = len(set(offices)) > 1
    rows = [
        (
            brief(f"{period(run.period)} — {office}" if several else period(run.period)),
            button_data(Act.PLACE_OFFER, offer_id, "p", run.id),
        )
        for run, office in zip(runs, offices, strict=True)
    ]
    return choice(f"Berkas {short(name)} untuk periode yang mana?", rows)


def which_seat(offer_id: int, name: str, seats: Sequence[Seat]) -> Message:
    rows = [
        (brief(seat.title), button_data(Act.PLACE_OFFER, offer_id, "k", seat.key)) for seat in seats
    ]
    return choice(f"Berkas {short(name)} atas nama kursi yang mana?", rows)


def which_kind(offer_id: int, name: str, kinds: Sequence[DocumentKind]) -> Message:
    rows = [
        (
            brief(f"{kind.code} — {kind.name}"),
            button_data(Act.PLACE_OFFER, offer_id, "j", kind.code),
        )
        for kind in kinds
    ]
    return choice(f"Mohon pilih jenis berkas {short(name)}:", rows)


def choice(question: str, rows: Sequence[tuple[str, str]]) -> Message:
    return Message(question, tuple((Button(label, data),) for label, data in rows))


def placed(run: Run, document: Document) -> Message:
    """What became of a file that was asked about, in place of the question."""
    return Message(f"Tercatat: {escape(document_name(run, document))}, {run_title(run)}.")


def marked(workbook: Attachment) -> Message:
    """The workbook with its faults, to be mended and sent again."""
    text = (
        "Sel yang perlu diperbaiki berwarna merah, yang perlu diperiksa berwarna kuning tua; "
        "catatannya ada di setiap sel. Mohon memperbaiki buku kerja ini lalu mengirimkannya "
        "kembali. Terima kasih."
    )
    return Message(text, attachment=workbook)


def refused(name: str, sentence: str) -> Message:
    """The refusal with the file's name, since it may be read away from the file."""
    named = "" if short(name) in sentence else f"Berkas {short(name)}: "
    return Message(f"{named}{sentence}")

"""The run of a period that has ended, proposed to who orders it."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.acts import Act, button_data
from bot.rules.calendar import WorkCalendar
from bot.rules.messages import Button, Message, Style
from bot.rules.periods import Period
from bot.rules.proposals import Proposal
from bot.texts.fitting import short
from bot.texts.formats import moment, period
from bot.texts.preflight import checked, format_used
from bot.texts.words import to

BY_HAND = "Putaran tetap dapat dimulai dengan /mulai."


def proposed(
    proposal: Proposal,
    title: str,
    lacks: Sequence[str],
    end: datetime,
    calendar: WorkCalendar,
    indicators: int,
    since: Period | None = None,
) -> Message:
    """With the pre-flight that /mulai would show; one tap orders."""
    lines = [
        f"{to(title)} {period(proposal.period)} telah berakhir, dan permintaan data kinerjanya "
        "belum diperintahkan. Mohon berkenan memerintahkannya, atau menundanya ke hari kerja "
        "berikutnya.",
        f"{format_used(indicators, since)} Untuk mengubahnya lebih dahulu, mohon mengetik /format.",
        *checked(lacks, end, calendar),
    ]
    return Message("\n".join(lines), ((order(proposal), later(proposal)),))


def order(proposal: Proposal) -> Button:
    data = button_data(Act.ORDER_PROPOSED, proposal.id)
    return Button("Perintahkan", data, style=Style.PRIMARY)


def later(proposal: Proposal) -> Button:
    return Button("Nanti", button_data(Act.PUT_OFF, proposal.id))


def put_off(proposal: Proposal, calendar: WorkCalendar) -> Message:
    """In the proposal's place, which can still be followed."""
    head = f"Usulan permintaan data kinerja {period(proposal.period)}"
    if proposal.again_at is None:
        text = f"{head} tidak diulang lagi oleh sistem. {BY_HAND}"
    else:
        text = f"{head} ditunda sampai {moment(proposal.again_at, calendar.zone)}."
    return Message(text, ((order(proposal),),))


def over(proposal: Proposal) -> Message:
    return Message(f"Putaran data kinerja {period(proposal.period)} telah dimulai. Terima kasih.")


def nobody_orders(proposal: Proposal, title: str, superior: str, *, empty: bool) -> Message:
    """To the superior, while nobody acts for the seat that orders."""
    why = "kursinya kosong" if empty else "pejabatnya sedang cuti dan belum ada Plh."
    return Message(
        f"{to(superior)} {period(proposal.period)} telah berakhir. Permintaan data kinerjanya "
        f"belum dapat diperintahkan {short(title)}: {why}. Mohon berkenan mengaturnya melalui "
        "/peran atau /plh di grup kantor. Terima kasih."
    )

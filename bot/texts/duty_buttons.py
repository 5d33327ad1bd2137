"""The buttons that settle a duty, as far as its reader may."""

from bot.rules.acts import Act, button_data
from bot.rules.messages import Button, Style
from bot.rules.owing import owed, to_review
from bot.rules.run import Duty, Run, Task
from bot.texts.filling_ends import fill_buttons
from bot.texts.fitting import brief
from bot.texts.words import (
    PERSON,
)

Rows = tuple[tuple[Button, ...], ...]


def duty_buttons(run: Run, duty: Duty, digest: str = "") -> Rows:
    """The buttons that settle an open duty; none for one that is not open."""
    if not duty.is_open:
        return ()
    make = {
        Task.ORDER: order_buttons,
        Task.CONVEY: convey_buttons,
        Task.HAND_IN: hand_in_buttons,
        Task.COLLECT: collect_buttons,
        Task.ANALYSE: analyse_buttons,
    }.get(duty.task)
    return make(run, duty) if make else compile_buttons(run, digest)


def order_buttons(run: Run, _duty: Duty) -> Rows:
    return ((Button("Perintahkan", button_data(Act.ORDER, run.id), style=Style.PRIMARY),),)


def convey_buttons(run: Run, duty: Duty) -> Rows:
    data = button_data(Act.CONVEY, run.id, duty.step, duty.seat, run.form_version)
    return ((Button("Sampaikan", data, style=Style.PRIMARY),),)


def hand_in_buttons(run: Run, duty: Duty) -> Rows:
    """For the private chat: what is filled in there is nobody else's to read."""
    return (*fill_buttons(run, run.sop.seat(duty.seat)), *nihil_buttons(run, duty))


def fill_only(run: Run, duty: Duty) -> Rows:
    """What staff may do."""
    return fill_buttons(run, run.sop.seat(duty.seat)) if duty.is_open else ()


def nihil_buttons(run: Run, duty: Duty) -> Rows:
    seat = run.sop.seat(duty.seat)
    buttons = [
        Button(f"Nihil {k.code}", button_data(Act.DECLARE_NIHIL, run.id, seat.key, k.code))
        for k in owed(run, seat)
    ]
    return tuple(tuple(buttons[n : n + 3]) for n in range(0, len(buttons), 3))


def collect_buttons(run: Run, duty: Duty) -> Rows:
    recipient = run.sop.role(run.sop.step(duty.step).recipients[0])
    convey = Button(
        f"Sampaikan ke {brief(recipient.short, PERSON)}",
        button_data(Act.CONVEY_COLLECTED, run.id, duty.seat),
        style=Style.PRIMARY,
    )
    if not to_review(run, run.sop.seat(duty.seat)):
        return ((convey,),)
    data = button_data(Act.ACCEPT_ALL, run.id, duty.seat)
    accept = Button("Terima semua", data, style=Style.SUCCESS)
    return ((accept,), (convey,))


def compile_buttons(run: Run, digest: str) -> Rows:
    approve = button_data(Act.APPROVE_RECAP, run.id, digest[:12])
    return (
        (Button("Setujui rekap", approve, style=Style.PRIMARY),),
        (Button("Keluarkan berkas", button_data(Act.EXCLUDE, run.id)),),
    )


def analyse_buttons(run: Run, _duty: Duty) -> Rows:
    return ((Button("Selesai", button_data(Act.FINISH, run.id), style=Style.PRIMARY),),)

"""The approval of the recap: what is asked, what was recorded, and what became void."""

from bot.rules.acts import Act, button_data, roles_that_may
from bot.rules.approval_ladder import ApprovalReminder
from bot.rules.approvals import Approval, ApprovalState, answered_return
from bot.rules.approving import current, last_return
from bot.rules.calendar import WorkCalendar
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.run import Run
from bot.rules.sop import ApprovalAct
from bot.texts import packs
from bot.texts.fitting import because, short, some_lines
from bot.texts.formats import minutes, moment
from bot.texts.words import PERSON, Holders, run_title, seated, to, to_seat

HEAD = 12  # digits of the recap's hash that people compare, and buttons carry
LABELS = {ApprovalAct.INITIAL: "Paraf", ApprovalAct.APPROVE: "Setujui"}
ACTS = {ApprovalAct.INITIAL: Act.GIVE_PARAF, ApprovalAct.APPROVE: Act.APPROVE_FINAL}
WANTED = {ApprovalAct.INITIAL: "paraf", ApprovalAct.APPROVE: "persetujuan"}
DONE_TO_IT = {ApprovalAct.INITIAL: "diparaf", ApprovalAct.APPROVE: "disetujui"}
RECORDED = {ApprovalAct.INITIAL: "Paraf tercatat", ApprovalAct.APPROVE: "Persetujuan tercatat"}
REASON, MENDED = 300, 120
UNDER_A_FILE, ON_A_BOARD = 560, 1200  # characters of the lines, one an approver


def card(
    run: Run, approval: Approval, recap: Attachment, calendar: WorkCalendar, holders: Holders
) -> Message:
    """Under exactly the recap that it is bound to; once it is settled without buttons."""
    salutation = to_seat(run, approval.seat, holders)
    what = f"ekap akhir {run_title(run)} (sidik {approval.recap[:HEAD]})"
    if not approval.is_asked:
        text = f"{salutation} R{what}. {became(approval, calendar)}"
        return Message(text, (), recap)
    given = [line(run, a, calendar, {}) for a in current(run) if a.given]
    wanted = f"{salutation} Mohon izin menyampaikan r{what} untuk {DONE_TO_IT[approval.act]}."
    text = "\n".join([wanted, *mended(run, approval), *some_lines(given, UNDER_A_FILE)])
    return Message(text, buttons(run, approval), recap)


def mended(run: Run, approval: Approval) -> list[str]:
    """Why the recap before this one came back, so that who is asked again knows what to look at."""
    back = answered_return(run.approvals, approval.turn)
    if back is None:
        return []
    title = short(run.sop.seat(back.seat).title, PERSON)
    return [f"Perbaikan atas pengembalian {title}. {because(back.reason, MENDED)}"]


def buttons(run: Run, approval: Approval) -> tuple[tuple[Button, ...], ...]:
    args = (run.id, approval.place, approval.recap[:HEAD])
    give = Button(LABELS[approval.act], button_data(ACTS[approval.act], *args), style=Style.SUCCESS)
    if run.sop.seat(approval.seat).role not in roles_that_may(Act.RETURN_RECAP, run.sop):
        return ((give,),)
    back = Button("Kembalikan", button_data(Act.RETURN_RECAP, *args), style=Style.DANGER)
    return ((give, back),)


def became(approval: Approval, calendar: WorkCalendar) -> str:
    at = moment(approval.decided_at, calendar.zone) if approval.decided_at else ""
    if approval.state == ApprovalState.RETURNED:
        return f"Dikembalikan {at}. {because(approval.reason, REASON)} Terima kasih."
    if approval.state == ApprovalState.VOID:
        what = RECORDED[approval.act].lower() if at else f"permintaan {WANTED[approval.act]}"
        return (
            f"Rekap ini dikembalikan untuk perbaikan, sehingga {what} {at} gugur. "
            f"{LABELS[approval.act]} dimohonkan kembali atas rekap yang baru."
        ).replace("  ", " ")
    return f"{RECORDED[approval.act]} {at}{by(approval)}. Terima kasih."


def by(approval: Approval) -> str:
    """ " oleh Sari", or " oleh Sari (Plh., a.n. Budi)" where she stood in."""
    if not approval.name:
        return ""
    whose = f", a.n. {short(approval.on_behalf, PERSON)}" if approval.on_behalf else ""
    stood_in = f" ({approval.done_as}{whose})" if approval.done_as else ""
    return f" oleh {short(approval.name, PERSON)}{stood_in}"


def line(run: Run, approval: Approval, calendar: WorkCalendar, holders: Holders) -> str:
    """• Sekretaris: paraf tercatat Senin, …."""
    title = short(run.sop.seat(approval.seat).title)
    if approval.given and approval.decided_at:
        at = moment(approval.decided_at, calendar.zone)
        return f"• {title}: {RECORDED[approval.act].lower()} {at}{by(approval)}"
    if approval.is_asked and approval.asked_at:
        who = seated(run.sop.seat(approval.seat), holders) if holders else title
        since = moment(approval.asked_at, calendar.zone)
        return f"• {who}: menunggu {WANTED[approval.act]} sejak {since}"
    return f"• {title}: {WANTED[approval.act]} menyusul"


def chain(run: Run, calendar: WorkCalendar, holders: Holders) -> list[str]:
    """For the board: who has approved, who is asked; or that the recap came back, of which the
    reason is told to who mends it alone."""
    returned = last_return(run)
    if returned is not None:
        title = short(run.sop.seat(returned.seat).title)
        return [f"Rekap dikembalikan {title} untuk perbaikan."]
    if not run.recap or not current(run):
        return []
    lines = [line(run, approval, calendar, holders) for approval in current(run)]
    return ["Persetujuan rekap:", *(f"   {each}" for each in some_lines(lines, ON_A_BOARD))]


def sent_back(run: Run, returned: Approval) -> str:
    title = short(run.sop.seat(returned.seat).title)
    return f"Rekap dikembalikan {title}. {because(returned.reason, REASON)}"


def reminder(run: Run, told: ApprovalReminder, calendar: WorkCalendar, holders: Holders) -> Message:
    """To who is asked himself."""
    approval = told.approval
    begging = "Mohon izin mengingatkan kembali" if told.again else "Mohon izin mengingatkan"
    since = moment(approval.asked_at, calendar.zone) if approval.asked_at else "-"
    text = (
        f"{to_seat(run, approval.seat, holders)} {begging}: rekap akhir {run_title(run)} menunggu "
        f"{WANTED[approval.act]} sejak {since}. Terima kasih."
    )
    return Message(text, buttons(run, approval))


def reminder_over(run: Run, approval: Approval, calendar: WorkCalendar) -> Message:
    """In place of a reminder that has done its work."""
    head = f"Pengingat {WANTED[approval.act]} rekap akhir {run_title(run)}."
    return Message(f"{head} {became(approval, calendar)}")


def report(run: Run, told: ApprovalReminder, title: str, holders: Holders) -> Message:
    """To one above who is asked."""
    who = seated(run.sop.seat(told.approval.seat), holders)
    return Message(
        f"{to(title)} Sebagai laporan, rekap akhir {run_title(run)} menunggu "
        f"{WANTED[told.approval.act]} {who}, {minutes(told.waited)} sejak diminta. Terima kasih."
    )


def complete(
    run: Run,
    title: str,
    calendar: WorkCalendar,
    pdf: Attachment | None,
    *,
    pack: bool = False,
) -> Message:
    """To who analysed and who ordered, with the printed recap that tells the recorded acts; with
    the evidence pack's button where it may be had."""
    lines = [line(run, approval, calendar, {}) for approval in current(run)]
    text = f"{to(title)} Persetujuan rekap akhir {run_title(run)} telah lengkap tercatat."
    printed = "Hasil cetak memuat catatan ini, dengan ruang paraf dan tanda tangan basah."
    ending = [printed] if pdf else []
    buttons = ((packs.button(run),),) if pack else ()
    told = some_lines(lines, UNDER_A_FILE)
    return Message("\n".join([text, *told, *ending, "Terima kasih."]), buttons, pdf)


def task(run: Run, approval: Approval, calendar: WorkCalendar) -> str:
    """A line of /tugas and of the morning digest."""
    since = moment(approval.asked_at, calendar.zone) if approval.asked_at else "-"
    title = short(run.sop.seat(approval.seat).title)
    return f"{title}: {WANTED[approval.act]} rekap akhir {run_title(run)}, diminta {since}"


def recorded(act: ApprovalAct) -> str:
    """The short answer to the tap."""
    return f"{RECORDED[act]}. Terima kasih."

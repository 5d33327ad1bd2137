"""Which use-case each button leads to; its arguments are those of the button's data."""

import inspect
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from bot.rules import periods
from bot.rules.acts import Act
from bot.rules.run import Task
from bot.usecases.answer_filling import tap_filling
from bot.usecases.approve_final import approve_final, give_paraf
from bot.usecases.approve_recap import approve_recap
from bot.usecases.ask_time import choose_duty
from bot.usecases.cancel_run import choose_cancelled
from bot.usecases.carry_out_arahan import carry_out_arahan
from bot.usecases.choose_meant import choose_meant
from bot.usecases.claim_seat import claim_seat, grant_seat, refuse_seat
from bot.usecases.close_days import open_day
from bot.usecases.confirm_letter import confirm_letter
from bot.usecases.convey import convey
from bot.usecases.convey_collected import convey_collected
from bot.usecases.correct_own_data import ask_name, ask_nip, drop_nip
from bot.usecases.decide_plea import grant_time, refuse_time
from bot.usecases.declare_nihil import declare_nihil
from bot.usecases.exclude_document import choose_excluded
from bot.usecases.explain_findings import confirm_findings
from bot.usecases.fill_in_chat import drop_filling, fill_in
from bot.usecases.find_documents import turn_page
from bot.usecases.finish_run import finish_run
from bot.usecases.keep_scan import keep_scan, send_scan
from bot.usecases.list_documents import list_run_documents
from bot.usecases.order import order
from bot.usecases.order_proposed import order_proposed, put_off_proposal
from bot.usecases.place_offer import place_offer
from bot.usecases.print_papers import print_all, print_paper
from bot.usecases.remind_now import remind_now
from bot.usecases.replace_format import replace_format
from bot.usecases.return_document import ask_return
from bot.usecases.return_recap import ask_return_recap
from bot.usecases.review_documents import accept, accept_all
from bot.usecases.send_document import send_document
from bot.usecases.send_filling import send_filling
from bot.usecases.send_pack import send_pack
from bot.usecases.send_recap import send_run_recap
from bot.usecases.show_detail import show_detail
from bot.usecases.show_timeliness import choose_kind
from bot.usecases.start_run import start_run
from bot.usecases.which_office import choose_office
from bot.usecases.withdraw_arahan import withdraw_arahan

BUTTONS: Mapping[Act, Callable[..., Awaitable[str | None]]] = {
    Act.START_RUN: start_run,
    Act.ORDER: order,
    Act.CONVEY: convey,
    Act.REPLACE_FORMAT: replace_format,
    Act.DECLARE_NIHIL: declare_nihil,
    Act.ACCEPT: accept,
    Act.ACCEPT_ALL: accept_all,
    Act.RETURN: ask_return,
    Act.CONVEY_COLLECTED: convey_collected,
    Act.APPROVE_RECAP: approve_recap,
    Act.EXCLUDE: choose_excluded,
    Act.FINISH: finish_run,
    Act.GIVE_PARAF: give_paraf,
    Act.APPROVE_FINAL: approve_final,
    Act.RETURN_RECAP: ask_return_recap,
    Act.CANCEL: choose_cancelled,
    Act.ASK_TIME: choose_duty,
    Act.GRANT_TIME: grant_time,
    Act.REFUSE_TIME: refuse_time,
    Act.CLAIM_SEAT: claim_seat,
    Act.GRANT_SEAT: grant_seat,
    Act.REFUSE_SEAT: refuse_seat,
    Act.PLACE_OFFER: place_offer,
    Act.CONFIRM_LETTER: confirm_letter,
    Act.FILL_IN: fill_in,
    Act.ANSWER_FILLING: tap_filling,
    Act.SEND_FILLING: send_filling,
    Act.DROP_FILLING: drop_filling,
    Act.CONFIRM_FINDINGS: confirm_findings,
    Act.CHOOSE_OFFICE: choose_office,
    Act.CHOOSE_MEANT: choose_meant,
    Act.READ_DOCUMENTS: turn_page,
    Act.SEND_DOCUMENT: send_document,
    Act.OPEN_DAY: open_day,
    Act.READ_DETAIL: show_detail,
    Act.REMIND_NOW: remind_now,
    Act.LIST_DOCUMENTS: list_run_documents,
    Act.SHOW_RECAP: send_run_recap,
    Act.PRINT_ALL: print_all,
    Act.PRINT_PAPER: print_paper,
    Act.READ_TIMELINESS: choose_kind,
    Act.ORDER_PROPOSED: order_proposed,
    Act.PUT_OFF: put_off_proposal,
    Act.CARRY_OUT_ARAHAN: carry_out_arahan,
    Act.WITHDRAW_ARAHAN: withdraw_arahan,
    Act.GIVE_NAME: ask_name,
    Act.GIVE_NIP: ask_nip,
    Act.DROP_NIP: drop_nip,
    Act.SEND_PACK: send_pack,
    Act.KEEP_SCAN: keep_scan,
    Act.SEND_SCAN: send_scan,
}


def number(text: str) -> int:
    """An id or a step; one longer than any of ours is none."""
    if not re.fullmatch(r"\d{1,18}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


READ: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("run_id", "office_id", "offer_id", "claim_id"), number),
    **dict.fromkeys(("document_id", "filling_id", "step", "search_id", "page"), number),
    **dict.fromkeys(("proposal_id", "disposition_id"), number),
    "question_id": number,
    "task": Task,
    "period_key": periods.parse,
    **dict.fromkeys(("first_day", "last_day"), date.fromisoformat),
}
"""What an argument must be, by the name that its use-case gives it; the others are any text."""


def carried(act: Act, args: tuple[str, ...]) -> bool:
    """Whether a button of ours could carry this: data can be forged, and old ones outlive us."""
    if act not in BUTTONS:
        return False
    try:
        given = inspect.signature(BUTTONS[act]).bind(None, None, *args).arguments
        for name, value in given.items():
            if name in READ:
                READ[name](value)
    except (TypeError, ValueError):
        return False
    return True

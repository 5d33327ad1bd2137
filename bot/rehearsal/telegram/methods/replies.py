"""reply_parameters: which message an answer hangs on."""

from __future__ import annotations

from bot.rehearsal.telegram.chats import Chat
from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.messages import Message
from bot.rehearsal.telegram.params import Params, WrongParameter, only

FIELDS = (
    "message_id chat_id allow_sending_without_reply quote quote_parse_mode quote_entities "
    "quote_position checklist_task_id poll_option_id"
)


def replied_to(chat: Chat, given: Params) -> Message | None:
    """The message, or None where none is meant or it may be missing."""
    reply = given.mapping("reply_parameters")
    if not reply:
        return None
    only(reply, FIELDS, "ReplyParameters")
    if reply.get("chat_id") not in (None, chat.id):
        raise WrongParameter("this miniature replies within one chat only")
    number = reply.get("message_id")
    if not isinstance(number, int) or isinstance(number, bool):
        raise bad_request('field "message_id" must be of type Number')
    message = chat.message(number)
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message

"""The Bot API's refusals, word for word, as they come over HTTP."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.rehearsal.telegram import Chat, Message


def button(**fields: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[fields]]}


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
TAG = 'can\'t parse entities: Unsupported start tag "div" at byte offset 0'

# method, parameters besides chat_id, what is refused
TEXTS = [
    ("sendMessage", {}, "message text is empty"),
    ("sendMessage", {"text": "  \n "}, "message text is empty"),
    ("sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "😀" * 2049}, "message is too long"),
    ("sendMessage", {"text": "<div>", "parse_mode": "HTML"}, TAG),
    ("sendMessage", {"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        "sendMessage",
        {"text": "x", "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    ("sendMessage", {"text": "x", "message_thread_id": 5}, "message thread not found"),
    ("sendDocument", {}, "there is no document in the request"),
    ("sendDocument", {"document": "x", "caption": "x" * 1025}, "message caption is too long"),
    (
        "sendDocument",
        {"document": "x"},
        "wrong remote file identifier specified: Wrong string length",
    ),
    ("sendMediaGroup", {"media": []}, "album must have 2 to 10 files"),
    ("sendChatAction", {"action": "dance"}, "wrong parameter action in request"),
    ("editMessageText", {"message_id": 99, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("deleteMessage", {"message_id": 99}, "message to delete not found"),
    ("setMessageReaction", {"message_id": 99}, "message to react not found"),
    (
        "pinChatMessage",
        {"message_id": 1},
        "not enough rights to manage pinned messages in the chat",
    ),
    ("unpinChatMessage", {}, "not enough rights to manage pinned messages in the chat"),
    ("getFile", {"file_id": "x"}, "invalid file_id"),
    (
        "getFile",
        {"file_id": "BQACAg" + "A" * 32},
        "wrong file_id or the file is temporarily unavailable",
    ),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    ("getChatMember", {"user_id": 12345}, "PARTICIPANT_ID_INVALID"),
]
MARKUPS = [
    (button(text="x", callback_data=""), "BUTTON_DATA_INVALID"),
    (button(text="x", callback_data="é" * 33), "BUTTON_DATA_INVALID"),
    (button(text="x", url="nowhere"), "BUTTON_URL_INVALID"),
    (button(text="x", copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
    (button(text="x"), "Text buttons are unallowed in the inline keyboard"),
    (button(text=" ", callback_data="x"), "inline keyboard button text is empty"),
    (
        {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101},
        "reply markup is too long",
    ),
    (
        {"force_reply": True, "input_field_placeholder": "x" * 65},
        "placeholder must have 1 to 64 characters",
    ),
]
REFUSED = TEXTS + [
    ("sendMessage", {"text": "x", "reply_markup": markup}, said) for markup, said in MARKUPS
]


def allowed(params: dict[str, Any], chat: Chat, method: str) -> dict[str, Any]:
    without_chat = ("getFile", "answerCallbackQuery")
    return params if method in without_chat else {"chat_id": chat.id, **params}


@pytest.mark.parametrize(("method", "params", "said"), REFUSED)
async def test_a_wrong_call_is_refused_in_the_bot_apis_words(
    office: Any, call: Callable[..., Any], method: str, params: dict[str, Any], said: str
) -> None:
    answer = await call(method, **allowed(params, office.group, method))
    refused = {"ok": False, "error_code": 400, "description": f"Bad Request: {said}"}
    assert answer == refused
    assert not office.telegram.violations
    assert not office.group.from_bot


def blocks(office: Any) -> int:
    office.kasubbag.block()
    return int(office.kasubbag.id)


def leaves_telegram(office: Any) -> int:
    office.kasubbag.deactivate()
    return int(office.kasubbag.id)


def removes_the_bot(office: Any) -> int:
    office.group.remove_bot(office.kasubbag)
    return int(office.group.id)


def removes_the_bot_from_a_supergroup(office: Any) -> int:
    new = office.group.migrate()
    new.remove_bot(office.kasubbag)
    return int(new.id)


def has_the_bot_leave(office: Any) -> int:
    office.group.bot_status = "left"
    office.group.posted.append(
        Message(office.group, office.telegram.bot, office.watch(), office.group.posted[0].content)
    )
    return int(office.group.id)


OUT_OF_REACH = [
    (lambda o: o.irban.id, 403, "Forbidden: bot can't initiate conversation with a user"),
    (lambda o: o.stranger.id, 400, "Bad Request: chat not found"),
    (lambda _: 42, 400, "Bad Request: chat not found"),
    (lambda _: "", 400, "Bad Request: chat_id is empty"),
    (blocks, 403, "Forbidden: bot was blocked by the user"),
    (leaves_telegram, 403, "Forbidden: user is deactivated"),
    (removes_the_bot, 403, "Forbidden: bot was kicked from the group chat"),
    (
        removes_the_bot_from_a_supergroup,
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    ),
    (has_the_bot_leave, 403, "Forbidden: bot is not a member of the group chat"),
]


@pytest.mark.parametrize(("chat_of", "code", "said"), OUT_OF_REACH)
async def test_who_is_out_of_reach_is_told_apart(
    office: Any,
    call: Callable[..., Any],
    chat_of: Callable[[Any], Any],
    code: int,
    said: str,
) -> None:
    answer = await call("sendMessage", chat_id=chat_of(office), text="x")
    assert (answer["error_code"], answer["description"]) == (code, said)


async def test_a_migrated_group_names_its_new_id(office: Any, call: Callable[..., Any]) -> None:
    old, new = office.group, office.group.migrate()
    answer = await call("sendMessage", chat_id=old.id, text="x")
    assert answer["error_code"] == 400
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert new.id < -1_000_000_000_000


async def test_an_unchanged_edit_is_refused(office: Any, call: Callable[..., Any]) -> None:
    sent = await call("sendMessage", chat_id=office.group.id, text="x ")
    edit = {"chat_id": office.group.id, "message_id": sent["result"]["message_id"]}
    answer = await call("editMessageText", **edit, text="<i></i>x", parse_mode="HTML")
    assert answer["description"] == f"Bad Request: {NOT_MODIFIED}"


async def test_only_its_own_messages_may_the_bot_edit_or_delete(
    office: Any, call: Callable[..., Any]
) -> None:
    theirs = office.irban.says(office.group, "halo")
    about = {"chat_id": office.group.id, "message_id": theirs.id}
    edited = await call("editMessageText", **about, text="x")
    deleted = await call("deleteMessage", **about)
    assert edited["description"] == "Bad Request: message can't be edited"
    assert deleted["description"] == "Bad Request: message can't be deleted"


async def test_after_two_days_the_bot_cannot_delete_even_its_own(
    office: Any, call: Callable[..., Any]
) -> None:
    await call("sendMessage", chat_id=office.group.id, text="x")
    office.watch.move(hours=49)
    answer = await call("deleteMessage", chat_id=office.group.id, message_id=office.group.last.id)
    assert answer["description"] == "Bad Request: message can't be deleted for everyone"


async def test_an_unknown_token_and_an_unknown_method(
    telegram: Any, http: httpx.AsyncClient, call: Callable[..., Any]
) -> None:
    stranger = await http.post(f"{telegram.url}/bot1:x/getMe")
    assert (stranger.status_code, stranger.json()["description"]) == (401, "Unauthorized")
    unknown = await call("sendTelegram")
    assert unknown["description"] == "Not Found: method not found"
    assert telegram.violations == ["sendTelegram: no such method here"]


STRICT = [
    ({"txet": "x"}, "unknown parameter txet"),
    ({"disable_notification": "maybe"}, 'parameter "disable_notification" must be of type Boolean'),
    ({"message_thread_id": "one"}, 'parameter "message_thread_id" must be of type Integer'),
    ({"reply_parameters": {"id": 1}}, "unknown field id in ReplyParameters"),
    (
        {"reply_markup": button(text="x", callback_data="x", colour="red")},
        "unknown field colour in InlineKeyboardButton",
    ),
    (
        {"reply_markup": button(text="x", callback_data="x", style="red")},
        "unknown button style red",
    ),
]


@pytest.mark.parametrize(("params", "said"), STRICT)
async def test_what_the_documentation_does_not_list_is_a_violation(
    office: Any, call: Callable[..., Any], params: dict[str, Any], said: str
) -> None:
    answer = await call("sendMessage", chat_id=office.group.id, text="x", **params)
    assert answer["description"] == f"Bad Request: {said}"
    assert office.telegram.violations == [f"sendMessage: Bad Request: {said}"]
    with pytest.raises(AssertionError, match="sendMessage"):
        office.telegram.check()


async def test_json_inside_a_form_is_read_and_bad_json_refused(
    office: Any, http: httpx.AsyncClient
) -> None:
    url = f"{office.telegram.url}/bot{office.telegram.bot.token}/sendMessage"
    form = {"chat_id": str(office.group.id), "text": "x"}
    markup = json.dumps(button(text="Terima", callback_data="t"))
    good = await http.post(url, data={**form, "reply_markup": markup})
    bad = await http.post(url, data={**form, "reply_markup": "{"})
    assert good.json()["result"]["reply_markup"] == json.loads(markup)
    assert bad.json()["description"] == "Bad Request: can't parse reply_markup JSON object"

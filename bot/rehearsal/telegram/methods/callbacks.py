"""answerCallbackQuery, setMessageReaction, pinChatMessage, unpinChatMessage."""

from __future__ import annotations

from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.html import utf16
from bot.rehearsal.telegram.messages import Message
from bot.rehearsal.telegram.methods.registry import method
from bot.rehearsal.telegram.methods.targets import target, writable_chat
from bot.rehearsal.telegram.params import Params, WrongParameter, only, require
from bot.rehearsal.telegram.state import State
from bot.rehearsal.telegram.tapping import Answer

# ReactionTypeEmoji of the Bot API, whole.
EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 "
    "💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ "
    "🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 "
    "👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
REACTIONS = frozenset(EMOJI.split())
VARIATION = "\ufe0f"
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NO_PIN_RIGHT = "not enough rights to manage pinned messages in the chat"


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
def answer_callback_query(state: State, given: Params) -> bool:
    tap = state.taps.get(given.text("callback_query_id"))
    if tap is None or not tap.open:
        raise bad_request(TOO_OLD)
    require(utf16(given.text("text")) <= 200, "MESSAGE_TOO_LONG")
    given.integer("cache_time")
    tap.answer = Answer(given.text("text"), given.flag("show_alert"), given.text("url"))
    state.bell.ring()
    return True


@method("setMessageReaction", "chat_id message_id reaction is_big")
def set_message_reaction(state: State, given: Params) -> bool:
    message = target(state, given, "to react")
    given.flag("is_big")
    reactions = given.array("reaction") or []
    require(len(reactions) <= 1, "REACTIONS_TOO_MANY")  # bots have one, being never premium
    require(not message.service, "REACTION_INVALID")
    for reaction in reactions:
        only(reaction, "type emoji custom_emoji_id", "ReactionType")
        if reaction.get("type") != "emoji":
            raise WrongParameter("this miniature reacts with emoji only")
        known = reaction.get("emoji", "").replace(VARIATION, "") in REACTIONS
        require(known, "REACTION_INVALID")
    message.reactions = [reaction["emoji"] for reaction in reactions]
    state.bell.ring()
    return True


@method("pinChatMessage", "business_connection_id chat_id message_id disable_notification")
def pin_chat_message(state: State, given: Params) -> bool:
    _check_may_pin(state, given)
    message = target(state, given, "to pin")
    given.flag("disable_notification")
    return _set_pinned(message, pinned=True)


@method("unpinChatMessage", "business_connection_id chat_id message_id")
def unpin_chat_message(state: State, given: Params) -> bool:
    """Without message_id the newest pinned message."""
    _check_may_pin(state, given)
    if given.integer("message_id"):
        return _set_pinned(target(state, given, "to unpin"), pinned=False)
    pinned = writable_chat(state, given).pinned
    require(bool(pinned), "message to unpin not found")
    return _set_pinned(pinned[-1], pinned=False)


def _check_may_pin(state: State, given: Params) -> None:
    chat = writable_chat(state, given)
    allowed = chat.bot_status == "administrator" and chat.bot_can_pin
    require(chat.private or allowed, NO_PIN_RIGHT)


def _set_pinned(message: Message, *, pinned: bool) -> bool:
    message.pinned = pinned
    message.chat.state.bell.ring()
    return True

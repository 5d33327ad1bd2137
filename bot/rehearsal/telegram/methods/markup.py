"""reply_markup: inline keyboards, forced replies and the removal of keyboards."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.params import Json, Params, WrongParameter, only, require

BUTTON_FIELDS = "text callback_data url copy_text style icon_custom_emoji_id"
STYLES = ("danger", "success", "primary")
MOST_BUTTONS = 100
SCHEMES = ("https://", "http://", "tg://", "t.me/")


def markup_of(given: Params) -> Json | None:
    """The checked markup; None where none was given or the keyboard is empty."""
    markup = given.mapping("reply_markup")
    if not markup:
        return None
    if "inline_keyboard" in markup:
        only(markup, "inline_keyboard", "InlineKeyboardMarkup")
        return _keyboard(markup["inline_keyboard"])
    if "force_reply" in markup:
        only(markup, "force_reply selective input_field_placeholder", "ForceReply")
        placeholder = markup.get("input_field_placeholder", " ")
        require(1 <= len(placeholder) <= 64, "placeholder must have 1 to 64 characters")
        return markup
    if "remove_keyboard" in markup:
        return only(markup, "remove_keyboard selective", "ReplyKeyboardRemove")
    raise WrongParameter("this miniature knows inline keyboards, ForceReply and removal only")


def inline_only(given: Params) -> Json | None:
    """The same for edits, which take nothing but an inline keyboard."""
    markup = markup_of(given)
    require(markup is None or "inline_keyboard" in markup, "inline keyboard expected")
    return markup


def _keyboard(rows: Any) -> Json | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array of Arrays')
    kept = [[_button(button) for button in row] for row in rows if row]
    require(sum(map(len, kept)) <= MOST_BUTTONS, "reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _button(button: Json) -> Json:
    only(button, BUTTON_FIELDS, "InlineKeyboardButton")
    require(isinstance(button.get("text"), str), 'field "text" must be of type String')
    require(bool(button["text"].strip()), "inline keyboard button text is empty")
    actions = [name for name in ("callback_data", "url", "copy_text") if name in button]
    if len(actions) != 1:
        raise bad_request("Text buttons are unallowed in the inline keyboard")
    _CHECKS[actions[0]](button[actions[0]])
    if button.get("style", STYLES[0]) not in STYLES:
        raise WrongParameter(f"unknown button style {button['style']}")
    return button


def _data(value: Any) -> None:
    require(isinstance(value, str) and 1 <= len(value.encode()) <= 64, "BUTTON_DATA_INVALID")


def _url(value: Any) -> None:
    require(isinstance(value, str) and value.startswith(SCHEMES), "BUTTON_URL_INVALID")


def _copied(value: Any) -> None:
    right = isinstance(value, dict) and 1 <= len(value.get("text", "")) <= 256
    require(right, "BUTTON_COPY_TEXT_INVALID")


_CHECKS = {"callback_data": _data, "url": _url, "copy_text": _copied}

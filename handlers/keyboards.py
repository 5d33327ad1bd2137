"""Buttons and asked replies in Telegram's form."""

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bot.rules.messages import Button, Message

HINT_LIMIT = 64  # input_field_placeholder (Bot API, ForceReply)


def markup(message: Message) -> InlineKeyboardMarkup | ForceReply | None:
    """A message has either; buttons win, since an asked reply can be given without the frame."""
    if message.buttons:
        return keyboard(message)
    if message.ask:
        return ForceReply(selective=True, input_field_placeholder=message.ask[:HINT_LIMIT])
    return None


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The buttons, for an edit as well: an edit without them takes them away."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[telegram_button(b) for b in row] for row in message.buttons])


def telegram_button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        url=button.url or None,
        callback_data=button.data or None,
        style=button.style.value or None,
    )

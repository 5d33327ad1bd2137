"""Which tags Telegram knows, and the entity that each becomes."""

from typing import Any

from bot.rehearsal.telegram.errors import ApiError, bad_request

STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip
WITH_ARGUMENT = {"a": "href", "tg-emoji": "emoji-id", "tg-time": "unix"}


def meaning(name: str, attributes: dict[str, str], inner: str) -> dict[str, Any] | None:
    """The entity without its place; None where Telegram silently drops the tag."""
    if name in WITH_ARGUMENT:
        return _WITH[name](attributes.get(WITH_ARGUMENT[name], ""), inner, attributes)
    if name == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    return {"type": STYLES[name]}


def refusal(what: str) -> ApiError:
    return bad_request(f"can't parse entities: {what}")


def _link(argument: str, inner: str, _: dict[str, str]) -> dict[str, Any] | None:
    url = argument or inner
    if url.startswith("tg://user?id="):
        return {"type": "text_mention", "user_id": int(url.removeprefix("tg://user?id="))}
    if "." not in url and "://" not in url:
        return None  # Telegram drops a link that leads nowhere, without a word
    return {"type": "text_link", "url": url if "://" in url else f"http://{url}"}


def _emoji(argument: str, _: str, __: dict[str, str]) -> dict[str, Any]:
    if not argument.isdigit():
        raise refusal("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": argument}


def _time(argument: str, _: str, attributes: dict[str, str]) -> dict[str, Any]:
    if not argument.lstrip("-").isdigit():
        raise refusal("Invalid date specified")
    shape = attributes.get("format")
    known = {"type": "date_time", "unix_time": int(argument)}
    return {**known, "date_time_format": shape} if shape else known


_WITH = {"a": _link, "tg-emoji": _emoji, "tg-time": _time}

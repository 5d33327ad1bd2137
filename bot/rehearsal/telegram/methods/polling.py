"""getUpdates and the webhook's three methods."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.rehearsal.telegram import raw
from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.methods.registry import method
from bot.rehearsal.telegram.params import Params, require
from bot.rehearsal.telegram.state import State, Webhook

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@method("getUpdates", "offset limit timeout allowed_updates")
async def get_updates(state: State, given: Params) -> Any:
    _remember_wanted(state, given)
    offset, limit = given.integer("offset") or 0, given.integer("limit")
    timeout = given.integer("timeout") or 0
    limit = min(100, max(1, 100 if limit is None else limit))
    return await state.updates.poll(offset, limit, timeout, given.alive)


@method(
    "setWebhook",
    "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
)
def set_webhook(state: State, given: Params) -> bool:
    """Plain HTTP is taken for loopback only, as by a local Bot API server."""
    url, secret = given.text("url"), given.text("secret_token")
    require(bool(SECRET.fullmatch(secret)), "secret token contains unallowed characters")
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in LOOPBACK
    if url and parts.scheme != "https" and not local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    connections = given.integer("max_connections") or 40
    require(1 <= connections <= 100, "max_connections must be between 1 and 100")
    _remember_wanted(state, given)
    return _change(state, given, Webhook(url, secret, connections))


@method("deleteWebhook", "drop_pending_updates")
def delete_webhook(state: State, given: Params) -> bool:
    return _change(state, given, Webhook())


@method("getWebhookInfo")
def get_webhook_info(state: State, _: Params) -> Any:
    info: dict[str, Any] = {
        "url": state.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.current()),
    }
    if state.webhook.url:
        info["max_connections"] = state.webhook.max_connections
    if state.webhook_trouble:
        when, what = state.webhook_trouble
        info |= {"last_error_date": raw.unix(when), "last_error_message": what}
    if state.updates.wanted:
        info["allowed_updates"] = state.updates.wanted
    return info


def _change(state: State, given: Params, webhook: Webhook) -> bool:
    if given.flag("drop_pending_updates"):
        state.updates.waiting.clear()
    state.webhook = webhook
    state.webhook_trouble = None
    state.bell.ring()
    return True


def _remember_wanted(state: State, given: Params) -> None:
    """An empty list asks for the usual kinds; no list keeps what was asked before."""
    wanted = given.array("allowed_updates")
    if wanted is not None:
        state.updates.wanted = [str(kind) for kind in wanted]

"""The webhook: Telegram calls us."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot as PtbBot
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler


class Receiver:
    """A bot's webhook that refuses as often as it is told to."""

    def __init__(self) -> None:
        self.refusals: list[int] = []
        self.seen: list[tuple[int, str, str]] = []
        self.url = ""


class Hook(RequestHandler):
    def initialize(self, receiver: Receiver) -> None:
        self.receiver = receiver

    def post(self) -> None:
        update = json.loads(self.request.body)
        secret = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        code = self.receiver.refusals.pop(0) if self.receiver.refusals else 200
        self.receiver.seen.append((code, update["message"]["text"], secret))
        self.set_status(code)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    told = Receiver()
    app = Application([("/", Hook, {"receiver": told})], log_function=lambda _: None)
    sockets = bind_sockets(0, "127.0.0.1")
    server = HTTPServer(app)
    server.add_sockets(sockets)
    told.url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/"
    yield told
    server.stop()
    await server.close_all_connections()


@pytest.fixture
def quiet(office: Any) -> Any:
    office.telegram.updates.waiting.clear()
    return office


async def test_an_update_is_posted_with_the_secret(
    quiet: Any, ptb: PtbBot, receiver: Receiver
) -> None:
    await ptb.set_webhook(receiver.url, secret_token="rahasia")
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    await quiet.telegram.until(lambda: not quiet.telegram.updates.waiting)
    assert receiver.seen == [(200, "a", "rahasia")]


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(
    quiet: Any, ptb: PtbBot, receiver: Receiver
) -> None:
    receiver.refusals = [500, 503]
    await ptb.set_webhook(receiver.url)
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    quiet.kasubbag.says(quiet.kasubbag.chat, "b")
    await quiet.telegram.until(lambda: not quiet.telegram.updates.waiting)
    assert [(code, text) for code, text, _ in receiver.seen] == [
        (500, "a"),
        (503, "a"),
        (200, "a"),
        (200, "b"),
    ]
    info = await ptb.get_webhook_info()
    assert info.last_error_message == ("Wrong response from the webhook: 503 Service Unavailable")


async def test_another_chat_does_not_wait_for_a_refused_one(
    quiet: Any, ptb: PtbBot, receiver: Receiver
) -> None:
    quiet.telegram._delivery.pause = 600
    receiver.refusals = [500]
    await ptb.set_webhook(receiver.url)
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    await quiet.telegram.until(lambda: receiver.seen)
    quiet.irban.says(quiet.group, "/status")
    await quiet.telegram.until(lambda: len(receiver.seen) == 2)
    assert receiver.seen[-1][1] == "/status"
    assert (await ptb.get_webhook_info()).pending_update_count == 1


@pytest.mark.parametrize(
    ("params", "said"),
    [
        (
            {"url": "http://contoh.go.id/"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://contoh.go.id/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_a_wrong_webhook_is_refused(call: Any, params: dict[str, str], said: str) -> None:
    assert (await call("setWebhook", **params))["description"] == f"Bad Request: {said}"


async def test_pending_updates_are_dropped_only_on_request(quiet: Any, ptb: PtbBot) -> None:
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    await ptb.delete_webhook()
    assert len(await ptb.get_updates()) == 1
    await ptb.delete_webhook(drop_pending_updates=True)
    assert await ptb.get_updates() == ()

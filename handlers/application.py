"""The library's application: our handlers, and no intake, queue or error swallowing of its own."""

from typing import Any

from telegram import User
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from handlers.buttons import tap
from handlers.commands import COMMANDS, by_a_person
from handlers.files import offer, refuse_media
from handlers.members import bot_member, group_moved
from handlers.patience import TokenRefused, patiently
from handlers.room import App
from handlers.words import answer, unknown_command

NEW = filters.UpdateType.MESSAGE
NEW_OR_EDITED = filters.UpdateType.MESSAGES  # without channel posts
# What a linked channel posts into its group is nobody's word to the bot.
OURS = ~filters.IS_AUTOMATIC_FORWARD
OTHER_MEDIA = (
    filters.VIDEO
    | filters.VOICE
    | filters.VIDEO_NOTE
    | filters.AUDIO
    | filters.ANIMATION
    | filters.Sticker.ALL
)


class Himpun(Application[Any, Any, Any, Any, Any, Any]):
    """An exception reaches the loop that handles letters, which tries again or sets aside."""

    async def process_error(
        self, update: object, error: Exception, *_args: object, **_kwargs: object
    ) -> bool:
        del update
        raise error


def build_application(token: str, api_url: str) -> App:
    """`api_url` is the root of the Bot API server. To be opened and furnished before use."""
    application: App = (
        ApplicationBuilder()
        .application_class(Himpun)
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .request(sending_request())
        .get_updates_request(polling_request())
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handlers(our_handlers())
    return application


async def open_application(application: App) -> User:
    """The bot as Telegram knows it (getMe), asked until it answers. Raises TokenRefused."""
    try:
        await patiently("getMe", application.initialize)
    except TokenRefused:
        await application.bot.shutdown()  # a shutdown of what never began closes nothing
        raise
    return application.bot.bot


def sending_request() -> HTTPXRequest:
    """Room for all that sends at once (outbox, answers to taps); uploads have their own time."""
    return HTTPXRequest(
        connection_pool_size=32,
        connect_timeout=10,
        read_timeout=20,
        write_timeout=20,
        media_write_timeout=60,
        pool_timeout=30,
    )


def polling_request() -> HTTPXRequest:
    """One connection of its own: a long poll must not wait for those who send."""
    return HTTPXRequest(connection_pool_size=1, connect_timeout=10, pool_timeout=10)


def our_handlers() -> list[BaseHandler[Any, Any, Any]]:
    """The first that takes an update has it; an update that none takes is simply done."""
    moved = filters.StatusUpdate.MIGRATE
    files = filters.Document.ALL | filters.PHOTO
    commands: list[BaseHandler[Any, Any, Any]] = [
        CommandHandler(word, by_a_person(command), NEW & OURS) for word, command in COMMANDS.items()
    ]
    return [
        CallbackQueryHandler(tap),
        ChatMemberHandler(bot_member, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(NEW & moved, group_moved),
        *commands,
        MessageHandler(NEW & filters.COMMAND & filters.ChatType.PRIVATE, unknown_command),
        # An animation is a document as well, so it is told apart first.
        MessageHandler(NEW & OTHER_MEDIA & OURS, refuse_media),
        MessageHandler(NEW_OR_EDITED & files & OURS, offer),
        MessageHandler(NEW & filters.TEXT & ~filters.COMMAND & OURS, answer),
        # A contact, a place, a poll …: what a person sends privately is never met with silence.
        MessageHandler(NEW & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, refuse_media),
    ]

"""The courier: one errand of the outbox as calls to Telegram."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.ports import Cabinet
from bot.rules.delivery import CardGone, Delivery, NotSent, Rejected
from bot.rules.errands import Card, Errand, Service
from bot.rules.messages import Message
from bot.texts import notices
from handlers.failures import failure, says
from handlers.keyboards import keyboard
from handlers.pages import CAPTION_LIMIT, TEXT_LIMIT, cut
from handlers.speaking import NO_PREVIEW, Speaker, as_html_or_plain, chat_of


class TelegramCourier:
    """Fulfils ports.Courier; every failure is told by what must happen next."""

    def __init__(self, bot: Bot, cabinet: Cabinet) -> None:
        self._bot = bot
        self._speaker = Speaker(bot, cabinet)
        self._services: dict[Service, Callable[[Errand, Card | None], Awaitable[Delivery]]] = {
            Service.SAY: self._say,
            Service.SHOW: self._show,
            Service.REACT: self._react,
            Service.PIN: self._pin,
            Service.FETCH: self._fetch,
        }

    async def carry(self, errand: Errand, card: Card | None) -> Delivery:
        try:
            return await self._services[errand.service](errand, card)
        except TelegramError as error:
            raise failure(error) from error

    async def _say(self, errand: Errand, _card: Card | None) -> Delivery:
        return Delivery(await self._speaker.say(errand.to, words(errand)))

    async def _show(self, errand: Errand, card: Card | None) -> Delivery:
        message = words(errand, again=card is None)
        message = replace(message, text=cut(message.text, room(message)))
        if card is None:
            return Delivery(await self._speaker.say(errand.to, message))
        try:
            await self._edit(card, message)
        except BadRequest as refused:
            if not says(refused, "message is not modified"):
                raise
        return Delivery(card.message_id)

    async def _edit(self, card: Card, message: Message) -> None:
        below = keyboard(message)

        async def edit(text: str, mode: str | None) -> object:
            if message.attachment is not None:
                return await self._bot.edit_message_caption(
                    card.chat_id, card.message_id, None, text, below, parse_mode=mode
                )
            return await self._bot.edit_message_text(
                text,
                card.chat_id,
                card.message_id,
                parse_mode=mode,
                reply_markup=below,
                link_preview_options=NO_PREVIEW,
            )

        await as_html_or_plain(edit, message.text)

    async def _react(self, errand: Errand, _card: Card | None) -> Delivery:
        if errand.target is None:
            raise Rejected("a reaction to no message")
        await self._bot.set_message_reaction(
            chat_of(errand.to), errand.target, errand.emoji or None
        )
        return Delivery()

    async def _pin(self, _errand: Errand, card: Card | None) -> Delivery:
        if card is None:
            raise CardGone
        await self._bot.pin_chat_message(card.chat_id, card.message_id, disable_notification=True)
        return Delivery(card.message_id)

    async def _fetch(self, errand: Errand, _card: Card | None) -> Delivery:
        """The link lives an hour at least (Bot API, getFile), so it is used at once."""
        if errand.message is None or errand.message.attachment is None:
            raise Rejected("no file named")
        file = await self._bot.get_file(errand.message.attachment.file_id)
        if not file.file_path:
            raise NotSent("no path to the file yet")
        content = bytes(await file.download_as_bytearray())
        if file.file_size is not None and len(content) != file.file_size:
            raise NotSent(f"{len(content)} of {file.file_size} bytes came")
        return Delivery(content=content)


def words(errand: Errand, *, again: bool = True) -> Message:
    """The message; where an earlier try may have arrived, `again` says so to the reader."""
    if errand.message is None:
        raise Rejected("nothing to say")
    if not (errand.doubtful and again):
        return errand.message
    return replace(
        errand.message, text=f"{errand.message.text}\n\n{notices.perhaps_twice()}".strip()
    )


def room(message: Message) -> int:
    """How much text one message of this form takes: a card is one message, whatever it says."""
    return CAPTION_LIMIT if message.attachment is not None else TEXT_LIMIT

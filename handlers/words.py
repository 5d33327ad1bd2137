"""Plain text: the answer to something that the bot asked."""

from telegram import Update

from bot.usecases import answer_question, show_help
from bot.usecases.members import refuse_anonymous
from handlers.calls import as_the_group
from handlers.files import meant_for_us
from handlers.room import Context, carry_out


async def answer(update: Update, context: Context) -> None:
    """In a group only replies to the bot are its business."""
    message = update.effective_message
    if message is None or not message.text or not meant_for_us(message, context.bot.id):
        return
    if as_the_group(message):
        await carry_out(update, context, refuse_anonymous)
        return
    await carry_out(update, context, answer_question.answer_question, message.text)


async def unknown_command(update: Update, context: Context) -> None:
    """In a private chat a command we do not know is answered with those we do."""
    await carry_out(update, context, show_help.show_help)

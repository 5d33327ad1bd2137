"""Which messages of people the bot gets to see."""

from bot.rehearsal.telegram.messages import Message


def bot_sees(message: Message) -> bool:
    """Privacy mode (Bot API, features#privacy-mode): commands, replies to the bot, service."""
    chat, bot = message.chat, message.chat.state.bot
    if chat.private:
        person = chat.state.people[chat.id]
        return person.started and not person.blocked
    if not chat.bot_inside:
        return False
    everything = chat.bot_status == "administrator" or bot.can_read_all_group_messages
    return (
        everything
        or bool(message.service)
        or (message.reply_to is not None and message.reply_to.by is bot)
        or _commands_bot(message)
    )


def _commands_bot(message: Message) -> bool:
    if message.file or not message.text.startswith("/"):
        return False
    command, _, addressee = message.text.split()[0].partition("@")
    if addressee:
        return addressee.lower() == message.chat.state.bot.username.lower()
    return len(command) > 1 and message.chat.bot_was_last_bot

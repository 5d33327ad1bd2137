"""The bot's own coming and going, and groups that change their id."""

from dataclasses import replace

from telegram import Bot, Chat, ChatMember, ChatMemberAdministrator, ChatMemberRestricted, Update

from bot.rules.people import Rights
from bot.usecases import members
from bot.usecases.perform import perform
from handlers.calls import call_of
from handlers.room import Context, carry_out, desk_of, now_of

HERE = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER}


async def bot_member(update: Update, context: Context) -> None:
    """my_chat_member: in a private chat it tells blocking, in a group joining and rights."""
    change = update.my_chat_member
    if change is None:
        return
    here, chat = present(change.new_chat_member), change.chat
    if chat.type == Chat.PRIVATE:
        await carry_out(update, context, members.person_reach, reachable=here)
    elif here:
        await _joined(update, context, change.new_chat_member, chat.title or "")
    else:
        await carry_out(update, context, members.bot_removed)


async def _joined(update: Update, context: Context, we: ChatMember, title: str) -> None:
    await carry_out(
        update,
        context,
        members.bot_joined,
        title,
        rights_of(we, context.bot),
    )


def rights_of(we: ChatMember, bot: Bot) -> Rights:
    return Rights(
        administrator=isinstance(we, ChatMemberAdministrator),
        can_pin=isinstance(we, ChatMemberAdministrator) and bool(we.can_pin_messages),
        reads_all=bool(bot.can_read_all_group_messages),
    )


def present(we: ChatMember) -> bool:
    if isinstance(we, ChatMemberRestricted):
        return we.is_member
    return we.status in HERE


async def group_moved(update: Update, context: Context) -> None:
    """Both service messages, of the old chat and of the new, tell the same; what was followed
    before it was read (handlers/letters.py) tells nothing any more."""
    message, call = update.effective_message, call_of(update, now_of(context))
    if message is None or call is None:
        return
    old = message.migrate_from_chat_id or message.chat.id
    new = message.migrate_to_chat_id or message.chat.id
    if old != new:
        await perform(desk_of(context), replace(call, chat_id=old), members.group_moved, new)

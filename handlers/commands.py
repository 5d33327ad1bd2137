"""Commands: the word leads to one use-case, what follows it is handed on as written."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Message, Update, User

from bot.rules.people import Person
from bot.usecases import (
    ask_time,
    cancel_run,
    close_days,
    file_hardcopy,
    give_arahan,
    hand_over,
    list_documents,
    name_staff,
    name_substitute,
    offer_periods,
    print_papers,
    seat_person,
    send_format,
    send_recap,
    set_letterhead,
    show_help,
    show_own_data,
    show_seats,
    show_status,
    show_tasks,
    show_timeliness,
    start,
    take_leave,
)
from bot.usecases.members import refuse_anonymous
from bot.usecases.perform import UseCase, perform
from handlers.calls import answered, as_the_group, call_of, person_of
from handlers.room import Context, carry_out, desk_of, now_of, with_admins

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


def bare(usecase: UseCase[[]]) -> Callback:
    """A command whose words after it mean nothing."""

    async def command(update: Update, context: Context) -> None:
        await carry_out(update, context, usecase)

    return command


def worded(usecase: UseCase[[str]]) -> Callback:
    """A command that takes what follows it as one text."""

    async def command(update: Update, context: Context) -> None:
        await carry_out(update, context, usecase, words_after(update))

    return command


def by_a_person(command: Callback) -> Callback:
    """What is sent in the group's own name is asked for again."""

    async def checked(update: Update, context: Context) -> None:
        message = update.effective_message
        if isinstance(message, Message) and as_the_group(message):
            await carry_out(update, context, refuse_anonymous)
        else:
            await command(update, context)

    return checked


async def seats(update: Update, context: Context) -> None:
    """/peran shows the seats; with a seat, as a reply to a person's message, it seats him."""
    seat, other = words_after(update), addressed(update)
    call = call_of(update, now_of(context))
    if call is None:
        return
    if not seat or other is None:
        await perform(desk_of(context), call, show_seats.show_seats)
        return
    call = await with_admins(call, context)
    await perform(desk_of(context), call, seat_person.seat_person, seat, person_of(other))


def of_administrators(usecase: UseCase[[str]]) -> Callback:
    """As `worded`, where an administrator of the group may do it as such."""

    async def command(update: Update, context: Context) -> None:
        call = call_of(update, now_of(context))
        if call is not None:
            call = await with_admins(call, context)
            await perform(desk_of(context), call, usecase, words_after(update))

    return command


def about_a_person(usecase: UseCase[[str, Person | None]]) -> Callback:
    """A command as a reply to the message of the person it is about; administrators may do it."""

    async def command(update: Update, context: Context) -> None:
        call, other = call_of(update, now_of(context)), addressed(update)
        if call is not None:
            call = await with_admins(call, context)
            person = person_of(other) if other is not None else None
            await perform(desk_of(context), call, usecase, words_after(update), person)

    return command


def words_after(update: Update) -> str:
    """The text after the command, line breaks and all."""
    text = update.effective_message.text if update.effective_message else None
    _, *rest = (text or "").split(maxsplit=1) or [""]
    return rest[0].strip() if rest else ""


def addressed(update: Update) -> User | None:
    """Who wrote the message replied to; None where that is a bot, or nobody in person."""
    message = update.effective_message
    original = answered(message) if message is not None else None
    if original is None or original.from_user is None or as_the_group(original):
        return None
    return None if original.from_user.is_bot else original.from_user


COMMANDS: Mapping[str, Callback] = {
    "start": worded(start.start),
    "status": bare(show_status.show_status),
    "tugas": bare(show_tasks.show_tasks),
    "mulai": bare(offer_periods.offer_periods),
    "disposisi": worded(give_arahan.give_arahan),
    "format": bare(send_format.send_format),
    "rekap": bare(send_recap.send_recap),
    "cetak": bare(print_papers.offer_papers),
    "kinerja": bare(show_timeliness.show_timeliness),
    "berkas": worded(list_documents.list_documents),
    "fisik": worded(file_hardcopy.file_hardcopy),
    "peran": seats,
    "staf": about_a_person(name_staff.name_staff),
    "plh": about_a_person(name_substitute.name_plh),
    "plt": about_a_person(name_substitute.name_plt),
    "serah": about_a_person(hand_over.hand_over),
    "cuti": about_a_person(take_leave.take_leave),
    "kendala": worded(ask_time.ask_time),
    "batal": worded(cancel_run.cancel_run),
    "datadiri": bare(show_own_data.show_own_data),
    "libur": of_administrators(close_days.close_days),
    "kop": of_administrators(set_letterhead.set_letterhead),
    "bantuan": bare(show_help.show_help),
}

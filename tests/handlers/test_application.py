"""Real updates of the miniature Telegram, each led to its use-case as a plain frozen value."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.rehearsal.telegram import Upload, picture
from bot.rules.people import Person, Rights
from bot.usecases.desk import Call, Desk, Reply
from handlers import buttons, commands, members, room
from handlers.application import build_application, open_application
from handlers.patience import TokenRefused
from handlers.room import App, furnish

LHP = Upload("LHP Irban II.pdf", b"%PDF-1.7 isi", mime="application/pdf")


class Done(NamedTuple):
    """A use-case asked for: its name, the call, what else it was given."""

    name: str
    call: Call
    args: tuple[Any, ...]
    more: dict[str, Any]


@dataclass
class Front:
    """`feed` handles every update since the last feed and gives what was asked of use-cases."""

    feed: Callable[[], Awaitable[list[Done]]]
    reply: Reply = field(default_factory=Reply)


@pytest.fixture
async def application(telegram: Any, desk: Desk, watch: Any) -> AsyncIterator[App]:
    built = build_application(telegram.bot.token, telegram.url)
    await open_application(built)
    furnish(built, desk, watch)
    yield built
    await built.shutdown()


@pytest.fixture
def front(application: App, telegram: Any, office: Any, monkeypatch: pytest.MonkeyPatch) -> Front:
    done: list[Done] = []
    seen = len(telegram.updates.history)

    async def perform(_desk: Desk, call: Call, usecase: Any, *args: Any, **more: Any) -> Reply:
        done.append(Done(usecase.__name__, call, args, more))
        return made.reply

    async def feed() -> list[Done]:
        nonlocal seen
        done.clear()
        fresh, seen = telegram.updates.history[seen:], len(telegram.updates.history)
        for raw in fresh:
            await application.process_update(Update.de_json(raw, application.bot))
        return list(done)

    for module in (room, commands, buttons, members):
        monkeypatch.setattr(module, "perform", perform)
    made = Front(feed)
    return made


@pytest.mark.parametrize(
    ("text", "name", "args"),
    [
        ("/status", "show_status", ()),
        ("/tugas", "show_tasks", ()),
        ("/mulai", "offer_periods", ()),
        ("/rekap", "send_recap", ()),
        ("/kinerja", "show_timeliness", ()),
        ("/berkas", "list_documents", ("",)),
        ("/peran", "show_seats", ()),
        ("/bantuan", "show_help", ()),
        ("/status@himpun_bot", "show_status", ()),
        ("/start", "start", ("",)),
        ("/start buka_abc", "start", ("buka_abc",)),
        ("/kendala", "ask_time", ("",)),
        ("/kendala  listrik padam\nsejak pagi ", "ask_time", ("listrik padam\nsejak pagi",)),
        ("/batal periode keliru", "cancel_run", ("periode keliru",)),
        ("/entah", "show_help", ()),
        ("listrik padam", "answer_question", ("listrik padam",)),
    ],
)
async def test_a_private_word_leads_to_its_use_case(
    office: Any, front: Front, watch: Any, text: str, name: str, args: tuple[str, ...]
) -> None:
    message = office.ani.says(office.ani.chat, text)
    [done] = await front.feed()
    assert (done.name, done.args) == (name, args)
    person = Person(office.ani.id, "Ani", "ani", reachable=True)
    assert (done.call.person, done.call.chat_id, done.call.private) == (person, office.ani.id, True)
    assert (done.call.message_id, done.call.at) == (message.id, watch.now())


async def test_a_command_in_the_group_names_the_group_and_its_person(
    office: Any, front: Front
) -> None:
    office.budi.says(office.group, "/status@himpun_bot")
    [done] = await front.feed()
    assert (done.call.chat_id, done.call.private) == (office.group.id, False)
    assert done.call.chat_title == "Kinerja DPMD"
    assert done.call.person == Person(office.budi.id, "Budi")


@pytest.mark.parametrize("text", ["/status@bot_lain", "/entah@himpun_bot", "selamat pagi"])
async def test_what_is_not_for_the_bot_is_left_alone(office: Any, front: Front, text: str) -> None:
    office.group.promote_bot(office.ani)
    await front.feed()
    office.budi.says(office.group, text)
    assert await front.feed() == []


async def test_an_edited_command_is_not_done_again(office: Any, front: Front) -> None:
    message = office.ani.says(office.ani.chat, "/mulai")
    office.ani.edits(message, "/mulai lagi")
    assert [done.name for done in await front.feed()] == ["offer_periods"]


async def test_in_the_group_only_a_reply_to_the_bot_is_an_answer(
    office: Any, front: Front, application: App
) -> None:
    office.group.promote_bot(office.ani)
    await application.bot.send_message(office.group.id, "Alasan?")
    asked = office.group.last
    talk = office.budi.says(office.group, "sudah makan?")
    office.ani.says(office.group, "belum", talk)
    office.budi.says(office.group, "listrik padam", asked)
    [done] = [d for d in await front.feed() if d.name == "answer_question"]
    assert (done.args, done.call.reply_to) == (("listrik padam",), asked.id)


async def test_in_a_topic_the_topic_is_kept_and_its_opening_is_no_reply(
    telegram: Any, front: Front
) -> None:
    ani = telegram.person("Ani")
    forum = telegram.group("Forum", [ani], [ani], topics=True)
    forum.add_bot(ani)
    forum.promote_bot(ani)
    topic = forum.open_topic("Kinerja", ani)
    await front.feed()
    ani.says(forum, "/tugas", topic=topic)
    [done] = await front.feed()
    assert (done.call.thread_id, done.call.reply_to) == (topic, None)


async def test_a_document_is_offered_as_the_message_describes_it(office: Any, front: Front) -> None:
    [sent] = office.ani.sends(office.ani.chat, LHP, "LHP semester I")
    [done] = await front.feed()
    [file] = done.args
    assert done.name == "offer_file"
    assert (file.file_id, file.name, file.size) == (sent.file.file_id, LHP.name, len(LHP.content))
    assert (file.mime, file.media, file.caption) == (
        "application/pdf",
        "document",
        "LHP semester I",
    )


async def test_a_photo_is_offered_in_its_largest_size_under_a_name_of_its_own(
    office: Any, front: Front
) -> None:
    photo = Upload("foto.png", picture(), kind="photo")
    [sent] = office.ani.sends(office.ani.chat, photo)
    [done] = await front.feed()
    [file] = done.args
    assert (file.media, file.name) == ("photo", f"foto-{sent.id}.jpg")
    assert file.file_id == sent.file.file_id


async def test_every_file_of_an_album_is_offered_and_bears_its_mark(
    office: Any, front: Front
) -> None:
    office.ani.sends(office.ani.chat, [LHP, replace(LHP, name="LHE.pdf")], "dua", album=True)
    first, second = [done.args[0] for done in await front.feed()]
    assert first.album == second.album != ""
    assert (first.caption, second.caption) == ("dua", "")


async def test_a_file_put_in_place_of_another_by_an_edit_is_offered_too(
    office: Any, front: Front
) -> None:
    [sent] = office.ani.sends(office.ani.chat, LHP)
    office.ani.edits(sent, file=replace(LHP, name="LHP perbaikan.pdf"))
    first, second = await front.feed()
    assert (second.name, second.args[0].name) == ("offer_file", "LHP perbaikan.pdf")
    assert first.call.message_id == second.call.message_id


async def test_a_file_that_was_forwarded_counts_for_who_sends_it_on(
    office: Any, front: Front
) -> None:
    [sent] = office.budi.sends(office.group, LHP)
    office.ani.forwards(sent, office.ani.chat)
    [done] = await front.feed()
    assert (done.name, done.call.person.id) == ("offer_file", office.ani.id)


async def test_a_file_in_reply_names_what_it_answers(
    office: Any, front: Front, application: App
) -> None:
    await application.bot.send_message(office.group.id, "Permintaan data")
    office.budi.sends(office.group, LHP, reply_to=office.group.last)
    [done] = await front.feed()
    assert (done.name, done.call.reply_to) == ("offer_file", office.group.last.id)


def raw_message(office: Any, chat: Any, **more: Any) -> dict[str, Any]:
    return {
        "message_id": 900,
        "date": 1790000000,
        "chat": chat.raw(),
        "from": office.ani.raw(),
        **more,
    }


VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 3}


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("voice", VOICE),
        ("video", {**VOICE, "width": 1, "height": 1}),
        ("audio", VOICE),
        ("video_note", {**VOICE, "length": 1}),
        (
            "sticker",
            {
                "file_id": "s",
                "file_unique_id": "s",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
                "type": "regular",
            },
        ),
    ],
)
async def test_other_media_are_refused_where_they_are_meant_for_the_bot(
    office: Any, telegram: Any, front: Front, kind: str, content: dict[str, Any]
) -> None:
    private = raw_message(office, office.ani.chat, **{kind: content})
    in_group = raw_message(office, office.group, **{kind: content})
    telegram.updates.add("message", private, office.ani.id)
    telegram.updates.add("message", in_group, office.group.id)
    [done] = await front.feed()
    assert (done.name, done.args) == ("refuse_media", (kind,))
    assert done.call.private


async def test_an_animation_is_no_document(office: Any, telegram: Any, front: Front) -> None:
    moving = {**VOICE, "width": 1, "height": 1}
    both = raw_message(office, office.ani.chat, animation=moving, document=VOICE)
    telegram.updates.add("message", both, office.ani.id)
    [done] = await front.feed()
    assert (done.name, done.args) == ("refuse_media", ("animation",))


async def test_who_writes_as_the_group_is_asked_to_repeat_as_himself(
    office: Any, front: Front
) -> None:
    office.group.promote_bot(office.ani)
    await front.feed()
    office.ani.says(office.group, "/mulai", anonymous=True)
    office.ani.says(office.group, "selamat pagi", anonymous=True)
    assert [done.name for done in await front.feed()] == ["refuse_anonymous"]


async def test_what_a_linked_channel_posts_is_left_alone(
    office: Any, telegram: Any, front: Front
) -> None:
    channel = {"id": -100777, "type": "channel", "title": "Kabar"}
    post = raw_message(office, office.group, text="/mulai", sender_chat=channel)
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    post |= {"is_automatic_forward": True, "entities": [entity]}
    telegram.updates.add("message", post, office.group.id)
    assert await front.feed() == []


@pytest.mark.parametrize(
    ("text", "name"), [("/peran irban-2", "seat_person"), ("/peran", "show_seats")]
)
async def test_an_administrator_seats_the_person_replied_to(
    office: Any, front: Front, text: str, name: str
) -> None:
    office.group.promote_bot(office.ani)
    await front.feed()
    talk = office.budi.says(office.group, "hadir")
    office.ani.says(office.group, text, talk)
    [done] = await front.feed()
    assert done.name == name
    if name == "seat_person":
        assert done.args == ("irban-2", Person(office.budi.id, "Budi"))
        assert done.call.admins == {office.ani.id}


async def test_a_bot_is_not_seated(office: Any, front: Front, application: App) -> None:
    await application.bot.send_message(office.group.id, "Daftar kursi")
    office.ani.says(office.group, "/peran irban-2", office.group.last)
    assert [done.name for done in await front.feed()] == ["show_seats"]


async def buttons_shown(application: App, chat: Any, data: str) -> Any:
    button = InlineKeyboardButton("Tombol", callback_data=data)
    await application.bot.send_message(
        chat.id, "Kartu", reply_markup=InlineKeyboardMarkup([[button]])
    )
    return chat.last


async def test_a_tap_leads_to_its_act_and_is_answered_at_once(
    office: Any, front: Front, application: App
) -> None:
    card = await buttons_shown(application, office.group, "terima:7:12")
    front.reply = Reply("Diterima", alert=False)
    tap = office.ani.taps(card, "Tombol")
    [done] = await front.feed()
    assert done.args == ("7", "12")
    assert done.call.tapped
    assert (done.call.reply_to, done.call.message_id) == (card.id, card.id)
    answer = await tap
    assert (answer.text, answer.show_alert) == ("Diterima", False)


async def test_a_refused_tap_is_answered_by_an_alert_as_long_as_telegram_allows(
    office: Any, front: Front, application: App
) -> None:
    card = await buttons_shown(application, office.ani.chat, "terima:7:12")
    front.reply = Reply("kata " * 60, alert=True)
    tap = office.ani.taps(card, "Tombol")
    await front.feed()
    answer = await tap
    assert (answer.text, answer.show_alert) == ("kata " * 39 + "kata…", True)


@pytest.mark.parametrize("data", ["entah:1", "status", "x", "terima", "terima:7", "terima:7:x"])
async def test_a_button_that_is_not_ours_is_told_so(
    office: Any, front: Front, application: App, data: str
) -> None:
    card = await buttons_shown(application, office.ani.chat, data)
    tap = office.ani.taps(card, "Tombol")
    assert await front.feed() == []
    assert (await tap).show_alert


async def test_a_seat_is_granted_with_the_groups_human_administrators_at_hand(
    office: Any, front: Front, application: App
) -> None:
    office.group.promote_bot(office.ani)
    await front.feed()
    card = await buttons_shown(application, office.group, "setuju:1")
    office.budi.taps(card, "Tombol")
    [done] = await front.feed()
    assert done.call.admins == {office.ani.id}


async def test_a_tap_too_old_to_be_answered_has_its_effect_all_the_same(
    office: Any, front: Front, application: App, telegram: Any
) -> None:
    card = await buttons_shown(application, office.ani.chat, "terima:7:12")
    office.ani.taps(card, "Tombol")
    telegram.faults.add(
        "answerCallbackQuery",
        "error",
        code=400,
        description="Bad Request: query is too old and response timeout expired",
    )
    assert len(await front.feed()) == 1


async def test_a_tap_on_a_message_too_old_to_be_read_names_its_message(
    office: Any, telegram: Any, front: Front, application: App
) -> None:
    old = {"chat": office.ani.chat.raw(), "message_id": 12, "date": 0}
    query = {
        "id": "1",
        "from": office.ani.raw(),
        "chat_instance": "1",
        "data": "terima:7:12",
        "message": old,
    }
    telegram.updates.add("callback_query", query, office.ani.id)
    [done] = await front.feed()
    assert (done.call.reply_to, done.call.chat_id) == (12, office.ani.id)
    telegram.violations.clear()


async def test_the_bot_added_to_a_group_tells_its_rights(office: Any, front: Front) -> None:
    office.group.promote_bot(office.ani, can_pin=False)
    [done] = await front.feed()
    assert (done.name, done.args) == ("bot_joined", ("Kinerja DPMD", Rights(administrator=True)))
    office.group.demote_bot(office.ani)
    [done] = await front.feed()
    assert done.args == ("Kinerja DPMD", Rights())


async def test_the_bot_removed_from_a_group_is_told(office: Any, front: Front) -> None:
    office.group.remove_bot(office.ani)
    assert [done.name for done in await front.feed()] == ["bot_removed"]


async def test_a_private_chat_closed_and_opened_again_is_told(office: Any, front: Front) -> None:
    office.ani.block()
    [done] = await front.feed()
    assert (done.name, done.more) == ("person_reach", {"reachable": False})
    office.ani.unblock()
    [done, *_] = await front.feed()
    assert (done.name, done.more) == ("person_reach", {"reachable": True})


async def test_both_messages_of_a_group_that_moved_tell_the_same(office: Any, front: Front) -> None:
    new = office.group.migrate()
    moved = [done for done in await front.feed() if done.name == "group_moved"]
    assert {(done.call.chat_id, done.args) for done in moved} == {(office.group.id, (new.id,))}
    assert len(moved) == 2


async def test_what_a_use_case_raises_reaches_the_loop(
    office: Any, application: App, telegram: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any, **__: Any) -> Reply:
        raise RuntimeError("rusak")

    monkeypatch.setattr(room, "perform", broken)
    office.ani.says(office.ani.chat, "/status")
    update = Update.de_json(telegram.updates.history[-1], application.bot)
    with pytest.raises(RuntimeError, match="rusak"):
        await application.process_update(update)


async def test_a_refused_token_ends_the_start(telegram: Any) -> None:
    with pytest.raises(TokenRefused):
        await open_application(build_application("1:salah", telegram.url))

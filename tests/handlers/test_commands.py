"""Words of people, led to their use-case as plain frozen values."""

from typing import Any

import pytest

from bot.rules.people import Person
from handlers.room import App
from tests.handlers.front import Front, raw_message


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

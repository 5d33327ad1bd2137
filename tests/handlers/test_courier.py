import socket
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot

from bot.rehearsal.telegram import DOWNLOAD, Upload
from bot.rehearsal.telegram.pictures import picture
from bot.rules.delivery import (
    CardGone,
    DeliveryFailure,
    Moved,
    NotSent,
    OutOfReach,
    Rejected,
    Unsure,
    Wait,
)
from bot.rules.errands import Address, Card, Errand, Service
from bot.rules.messages import Attachment, Button, Message, Style
from bot.texts import notices
from handlers.courier import TelegramCourier
from storage.cabinet import FileCabinet

NOW = datetime(2026, 11, 23, tzinfo=UTC)
HELLO = Message("Selamat pagi")
PAPER = Upload("LHP Irban II.pdf", b"%PDF-1.7 isi laporan")


def errand(service: Service, to: Address, message: Message | None = None, **more: Any) -> Errand:
    return Errand(1, "kunci", service, to, NOW, message=message, **more)


async def test_a_message_arrives_with_its_buttons_in_their_style(
    office: Any, courier: TelegramCourier
) -> None:
    rows = (
        (
            Button("Terima", data="terima:1", style=Style.SUCCESS),
            Button("Buka", url="https://t.me/x"),
        ),
    )
    said = Message("Mohon diperiksa: <b>LHP</b> &lt;2026&gt;", rows)
    done = await courier.carry(errand(Service.SAY, Address(office.group.id), said), None)
    arrived = office.group.last
    assert (arrived.id, arrived.text) == (done.message_id, "Mohon diperiksa: LHP <2026>")
    assert arrived.rows[0][0] == {"text": "Terima", "callback_data": "terima:1", "style": "success"}
    assert arrived.rows[0][1]["url"].startswith("https://t.me/x")


async def test_an_asked_reply_opens_with_its_hint_for_who_is_answered(
    office: Any, telegram: Any, courier: TelegramCourier
) -> None:
    question = office.ani.says(office.group, "/kendala@himpun_bot")
    to = Address(office.group.id, reply_to=question.id)
    await courier.carry(errand(Service.SAY, to, Message("Alasan?", ask="x" * 70)), None)
    assert office.group.last.markup == {
        "force_reply": True,
        "selective": True,
        "input_field_placeholder": "x" * 64,
    }
    assert office.group.last.reply_to is question


async def test_a_message_answered_that_is_gone_stops_nothing(
    office: Any, courier: TelegramCourier
) -> None:
    to = Address(office.group.id, reply_to=9999)
    await courier.carry(errand(Service.SAY, to, HELLO), None)
    assert office.group.last.text == "Selamat pagi"


async def test_an_answer_stays_in_its_topic_and_leaves_a_topic_that_is_gone(
    telegram: Any, courier: TelegramCourier
) -> None:
    ani = telegram.person("Ani")
    forum = telegram.group("Forum", [ani], [ani], topics=True)
    forum.add_bot(ani)
    topic = forum.open_topic("Kinerja", ani)
    await courier.carry(errand(Service.SAY, Address(forum.id, thread_id=topic), HELLO), None)
    assert forum.last.thread == topic
    await courier.carry(errand(Service.SAY, Address(forum.id, thread_id=777), HELLO), None)
    assert len(forum.from_bot) == 2


async def test_a_file_out_of_the_cabinet_arrives_under_its_name(
    office: Any, courier: TelegramCourier, cabinet: FileCabinet
) -> None:
    digest = await cabinet.keep(b"PK isi buku kerja")
    said = Message("Format terlampir", attachment=Attachment("Format TW III.xlsx", digest=digest))
    await courier.carry(errand(Service.SAY, Address(office.ani.id), said), None)
    file = office.ani.chat.last.file
    assert (file.name, file.content) == ("Format TW III.xlsx", b"PK isi buku kerja")
    assert office.ani.chat.last.text == "Format terlampir"


async def test_a_file_that_telegram_has_goes_by_its_id(
    office: Any, courier: TelegramCourier
) -> None:
    [sent] = office.ani.sends(office.ani.chat, PAPER)
    said = Message("", attachment=Attachment("x.pdf", file_id=sent.file.file_id))
    await courier.carry(errand(Service.SAY, Address(office.group.id), said), None)
    assert office.group.last.file.content == PAPER.content


@pytest.mark.parametrize("file_id", ["BQACAg" + "x" * 32, "bukan id"])
async def test_a_file_that_telegram_lost_comes_out_of_the_cabinet(
    office: Any, courier: TelegramCourier, cabinet: FileCabinet, file_id: str
) -> None:
    lost = Attachment("x.pdf", digest=await cabinet.keep(b"%PDF isi"), file_id=file_id)
    said = Message("Berkas", attachment=lost)
    await courier.carry(errand(Service.SAY, Address(office.ani.id), said), None)
    file = office.ani.chat.last.file
    assert (file.name, file.content) == ("x.pdf", b"%PDF isi")
    nowhere = replace(said, attachment=Attachment("x.pdf", file_id=file_id))
    with pytest.raises(DeliveryFailure):
        await courier.carry(errand(Service.SAY, Address(office.ani.id), nowhere), None)


async def test_a_file_with_a_long_word_has_it_as_its_reply(
    office: Any, courier: TelegramCourier, cabinet: FileCabinet
) -> None:
    attachment = Attachment("rekap.xlsx", digest=await cabinet.keep(b"PK"))
    said = Message("kata " * 300, ((Button("Selesai", data="selesai:1"),),), attachment)
    done = await courier.carry(errand(Service.SAY, Address(office.ani.id), said), None)
    file, words = office.ani.chat.from_bot[-2:]
    assert file.file is not None
    assert (words.id, words.reply_to, words.buttons) == (done.message_id, file, ["Selesai"])


async def test_a_text_too_long_comes_in_parts_with_the_buttons_below_the_last(
    office: Any, courier: TelegramCourier
) -> None:
    text = "\n".join(f"<b>Irban {n}</b>: LHP, LHE" for n in range(400))
    said = Message(text, ((Button("Terima semua", data="semua:1"),),))
    await courier.carry(errand(Service.SAY, Address(office.ani.id), said), None)
    first, last = office.ani.chat.from_bot[-2:]
    assert first.buttons == []
    assert last.buttons == ["Terima semua"]
    assert last.text.endswith("Irban 399: LHP, LHE")


async def test_a_text_that_broke_off_between_its_parts_may_come_twice(
    office: Any, telegram: Any, courier: TelegramCourier
) -> None:
    telegram.faults.add("sendMessage", "500", after=1)
    with pytest.raises(Unsure):
        await courier.carry(
            errand(Service.SAY, Address(office.ani.id), Message("kata " * 900)), None
        )


async def test_a_text_whose_tags_are_refused_arrives_plain(
    office: Any, telegram: Any, courier: TelegramCourier
) -> None:
    broken = Message("<b>tebal &amp; miring</i>")
    await courier.carry(errand(Service.SAY, Address(office.ani.id), broken), None)
    assert office.ani.chat.last.text == "tebal & miring"
    telegram.violations.clear()  # the miniature counts the refused tags as a fault of the bot


async def test_a_doubtful_message_says_that_it_may_come_twice(
    office: Any, courier: TelegramCourier
) -> None:
    again = errand(Service.SAY, Address(office.ani.id), HELLO, doubtful=True)
    await courier.carry(again, None)
    assert office.ani.chat.last.text.startswith("Selamat pagi\n\n")
    assert notices.perhaps_twice() in office.ani.chat.last.text


async def test_a_card_is_sent_once_and_then_edited(office: Any, courier: TelegramCourier) -> None:
    show = errand(Service.SHOW, Address(office.group.id), Message("Papan: 1"), card="papan")
    sent = await courier.carry(show, None)
    assert sent.message_id is not None
    card = Card("papan", office.group.id, sent.message_id)
    show = errand(Service.SHOW, Address(office.group.id), Message("Papan: 2"), doubtful=True)
    done = await courier.carry(show, card)
    assert done.message_id == sent.message_id
    assert [m.text for m in office.group.from_bot] == ["Papan: 2"]


async def test_a_card_that_says_the_same_already_is_done(
    office: Any, courier: TelegramCourier
) -> None:
    show = errand(Service.SHOW, Address(office.group.id), HELLO)
    sent = await courier.carry(show, None)
    assert sent.message_id is not None
    card = Card("papan", office.group.id, sent.message_id)
    assert await courier.carry(show, card) == sent


async def test_a_card_with_a_file_is_edited_in_its_caption(
    office: Any, courier: TelegramCourier, cabinet: FileCabinet
) -> None:
    attachment = Attachment("rekap.xlsx", digest=await cabinet.keep(b"PK"))
    to = Address(office.ani.id)
    sent = await courier.carry(
        errand(Service.SHOW, to, Message("Rekap", attachment=attachment)), None
    )
    assert sent.message_id is not None
    card = Card("rekap", office.ani.id, sent.message_id)
    newer = Message("Rekap disetujui " * 100, attachment=attachment)
    await courier.carry(errand(Service.SHOW, to, newer), card)
    assert office.ani.chat.last.text.startswith("Rekap disetujui")
    assert len(office.ani.chat.last.text) <= 1024


async def test_a_card_that_somebody_deleted_is_gone(office: Any, courier: TelegramCourier) -> None:
    with pytest.raises(CardGone):
        await courier.carry(
            errand(Service.SHOW, Address(office.group.id), HELLO),
            Card("papan", office.group.id, 9999),
        )


async def test_a_reaction_stands_at_the_file(office: Any, courier: TelegramCourier) -> None:
    office.group.promote_bot(office.ani)
    [sent] = office.budi.sends(office.group, PAPER)
    react = errand(Service.REACT, Address(office.group.id), target=sent.id, emoji="👍")
    await courier.carry(react, None)
    assert sent.reactions == ["👍"]


async def test_a_card_is_pinned_quietly(
    office: Any, telegram: Any, courier: TelegramCourier
) -> None:
    office.group.promote_bot(office.ani)
    to = Address(office.group.id)
    sent = await courier.carry(errand(Service.SHOW, to, HELLO), None)
    assert sent.message_id is not None
    card = Card("papan", office.group.id, sent.message_id)
    await courier.carry(errand(Service.PIN, to), card)
    assert [m.id for m in office.group.pinned] == [sent.message_id]
    [call] = telegram.called("pinChatMessage")
    assert str(call.params["disable_notification"]).lower() == "true"


async def test_pinning_without_the_right_is_refused_for_that_reason(
    office: Any, courier: TelegramCourier
) -> None:
    to = Address(office.group.id)
    office.group.promote_bot(office.ani, can_pin=False)
    sent = await courier.carry(errand(Service.SHOW, to, HELLO), None)
    assert sent.message_id is not None
    with pytest.raises(Rejected) as refused:
        await courier.carry(errand(Service.PIN, to), Card("p", office.group.id, sent.message_id))
    assert refused.value.code == "rights"


def fetching(file_id: str) -> Errand:
    named = Message("", attachment=Attachment("x", file_id=file_id))
    return errand(Service.FETCH, Address(5), named, offer_id=1)


async def test_a_file_is_fetched_whole(office: Any, courier: TelegramCourier) -> None:
    [sent] = office.ani.sends(office.ani.chat, PAPER)
    done = await courier.carry(fetching(sent.file.file_id), None)
    assert done.content == PAPER.content


@pytest.mark.parametrize("kind", ["cut", "short", "500"])
async def test_a_download_that_breaks_off_is_tried_again(
    office: Any, telegram: Any, courier: TelegramCourier, kind: str
) -> None:
    [sent] = office.ani.sends(office.ani.chat, PAPER)
    telegram.faults.add(DOWNLOAD, kind)
    with pytest.raises((NotSent, Unsure)):
        await courier.carry(fetching(sent.file.file_id), None)
    done = await courier.carry(fetching(sent.file.file_id), None)
    assert done.content == PAPER.content


async def test_a_file_over_the_limit_is_too_big(office: Any, courier: TelegramCourier) -> None:
    huge = Upload("video.pdf", b"%PDF", claimed_size=20 * 1024 * 1024 + 1)
    [sent] = office.ani.sends(office.ani.chat, huge)
    with pytest.raises(Rejected) as refused:
        await courier.carry(fetching(sent.file.file_id), None)
    assert refused.value.code == "file_too_big"


@pytest.mark.parametrize(
    ("kind", "details", "failure"),
    [
        ("429", {"retry_after": 3}, Wait),
        ("500", {}, NotSent),
        ("502", {}, NotSent),
        ("lost", {}, Unsure),
        ("refuse", {}, Unsure),  # the server took the request and closed: nobody can know
        (
            "error",
            {"code": 403, "description": "Forbidden: bot was blocked by the user"},
            OutOfReach,
        ),
        ("error", {"code": 400, "description": "Bad Request: chat not found"}, OutOfReach),
    ],
)
async def test_trouble_on_the_way_is_told_by_what_must_happen_next(
    office: Any,
    telegram: Any,
    courier: TelegramCourier,
    kind: str,
    details: dict[str, Any],
    failure: type[DeliveryFailure],
) -> None:
    telegram.faults.add("sendMessage", kind, **details)
    with pytest.raises(failure):
        await courier.carry(errand(Service.SAY, Address(office.ani.id), HELLO), None)


async def test_nobody_listening_means_not_sent(cabinet: FileCabinet) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # a port that is ours but does not listen
        bot = Bot("1:x", base_url=f"http://127.0.0.1:{taken.getsockname()[1]}/bot")
        async with bot.request:
            with pytest.raises(NotSent):
                await TelegramCourier(bot, cabinet).carry(
                    errand(Service.SAY, Address(1), HELLO), None
                )


async def test_who_never_opened_the_private_chat_is_out_of_reach(
    office: Any, courier: TelegramCourier
) -> None:
    with pytest.raises(OutOfReach):
        await courier.carry(errand(Service.SAY, Address(office.budi.id), HELLO), None)


async def test_a_group_that_became_a_supergroup_tells_where_it_went(
    office: Any, courier: TelegramCourier
) -> None:
    new = office.group.migrate()
    with pytest.raises(Moved) as moved:
        await courier.carry(errand(Service.SAY, Address(office.group.id), HELLO), None)
    assert moved.value.chat_id == new.id


async def test_a_file_missing_in_the_cabinet_is_refused_for_good(
    office: Any, courier: TelegramCourier
) -> None:
    said = Message("x", attachment=Attachment("x.pdf", digest="0" * 64))
    with pytest.raises(Rejected):
        await courier.carry(errand(Service.SAY, Address(office.ani.id), said), None)


@pytest.mark.parametrize(
    "refused", ["not enough rights to send photos to the chat", "IMAGE_PROCESS_FAILED"]
)
async def test_where_a_picture_is_refused_its_words_go_alone(
    office: Any, telegram: Any, courier: TelegramCourier, cabinet: FileCabinet, refused: str
) -> None:
    digest = await cabinet.keep(picture())
    said = Message("<b>Rekap</b>", attachment=Attachment("rekap.png", digest, media="photo"))
    telegram.faults.add("sendPhoto", "error", description=f"Bad Request: {refused}")
    done = await courier.carry(errand(Service.SAY, Address(office.group.id), said), None)
    arrived = office.group.last
    assert (arrived.id, arrived.text, arrived.file) == (done.message_id, "Rekap", None)


async def test_a_picture_refused_for_another_reason_is_no_message_without_it(
    office: Any, telegram: Any, courier: TelegramCourier, cabinet: FileCabinet
) -> None:
    digest = await cabinet.keep(picture())
    said = Message("Rekap", attachment=Attachment("rekap.png", digest, media="photo"))
    telegram.faults.add("sendPhoto", "error", description="Bad Request: chat not found")
    with pytest.raises(OutOfReach):
        await courier.carry(errand(Service.SAY, Address(office.group.id), said), None)

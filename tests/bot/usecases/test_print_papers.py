"""/cetak: the papers of a run, to those whose they are."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from pypdf import PdfReader

from bot.papers import sheet
from bot.papers.typeset import TypesetFault
from bot.rules.acts import Act, button_data
from bot.rules.delivery import Delivery
from bot.rules.errands import Card, Errand
from bot.rules.messages import Message
from bot.rules.printed import PaperKind
from bot.texts import preparing
from bot.texts import printing as texts
from bot.usecases import send_papers
from bot.usecases.desk import Reply
from bot.usecases.perform import UseCase, perform
from bot.usecases.print_papers import offer_papers, print_all, print_paper
from tests.bot.usecases.staffed import Chats, Staffed

KASUBBAG, SEKRETARIS = "kasubbag-perencanaan", "sekretaris"
REQUEST, RECEIPT = PaperKind.REQUEST.name, PaperKind.RECEIPT.name


@dataclass
class Papers(Chats):
    """A courier that keeps the messages themselves."""

    sent: list[tuple[int, Message]] = field(default_factory=list)

    async def carry(self, errand: Errand, card: Card | None) -> Delivery:
        if errand.message is not None:
            self.sent.append((errand.to.chat_id or 0, errand.message))
        return await super().carry(errand, card)


@pytest.fixture
def office(at_work: Staffed) -> Staffed:
    at_work.chats = Papers()
    return at_work


async def got(office: Staffed, seat: str) -> list[Message]:
    await office.carry()
    assert isinstance(office.chats, Papers)
    return [message for chat, message in office.chats.sent if chat == office.holder(seat).id]


async def tapped(office: Staffed, seat: str, *data: object) -> Reply:
    usecase = {Act.PRINT_ALL: print_all, Act.PRINT_PAPER: print_paper}[Act(data[0])]
    call = replace(office.call(seat), tapped=True)
    return await perform(office.desk, call, usecase, str(office.run_id), *map(str, data[1:]))


async def words(office: Staffed, message: Message) -> list[str]:
    assert message.attachment is not None
    pdf = PdfReader(io.BytesIO(await office.desk.cabinet.open(message.attachment.digest)))
    plain = (page.extract_text().replace("\u200b", "") for page in pdf.pages)
    return [" ".join(page.split()) for page in plain]


def labels(message: Message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


async def test_who_reads_all_is_offered_all_and_told_what_is_not_there_yet(
    office: Staffed,
) -> None:
    await perform(office.desk, office.call(KASUBBAG), offer_papers)
    [card] = await got(office, KASUBBAG)
    assert labels(card) == ["Semua", "Permintaan data (4)", "Rekap", "Kartu kendali"]
    assert "Belum ada: lembar disposisi, tanda terima dan berita acara." in card.text
    assert "sementara" in card.text


async def test_a_supplier_has_his_own_request_alone(office: Staffed) -> None:
    await perform(office.desk, office.call("irban-2"), offer_papers)
    [card] = await got(office, "irban-2")
    assert labels(card) == ["Permintaan data"]
    assert "Belum ada" not in card.text
    assert (await tapped(office, "irban-2", Act.PRINT_PAPER, REQUEST)).text == texts.SENT
    paper = (await got(office, "irban-2"))[-1]
    [page] = await words(office, paper)
    assert "Yth. Bapak/Ibu Irban II" in page
    assert "paling lambat Senin, 23 November 2026 pukul 14.50 WITA" in page
    code = paper.text.rpartition(": ")[2].rstrip(".")
    assert code in page


@pytest.mark.parametrize("kind", [RECEIPT, PaperKind.RECAP.name, "LAIN"])
async def test_what_is_not_his_is_not_there_for_a_supplier(office: Staffed, kind: str) -> None:
    assert "belum ada" in (await tapped(office, "irban-2", Act.PRINT_PAPER, kind)).text
    other = texts.told_apart("irban-1")
    said = await tapped(office, "irban-2", Act.PRINT_PAPER, REQUEST, other)
    assert "belum ada" in said.text
    refused = await tapped(office, "irban-2", Act.PRINT_ALL)
    assert refused.alert
    assert await got(office, "irban-2") == []


async def test_several_of_one_kind_are_chosen_from_and_one_is_sent(office: Staffed) -> None:
    await tapped(office, SEKRETARIS, Act.PRINT_PAPER, REQUEST)
    [choice] = await got(office, SEKRETARIS)
    assert labels(choice) == ["Irban I", "Irban II", "Irban III", "Irban IV"]
    wanted = choice.buttons[1][0].data
    _, _, *rest = wanted.split(":")
    await tapped(office, SEKRETARIS, Act.PRINT_PAPER, *rest)
    assert "Irban III" in (await words(office, (await got(office, SEKRETARIS))[-1]))[0]


async def test_all_come_in_one_pdf_with_contents_outline_and_the_same_codes_again(
    office: Staffed,
) -> None:
    await tapped(office, KASUBBAG, Act.PRINT_ALL)
    await tapped(office, KASUBBAG, Act.PRINT_ALL)
    first, again = await got(office, KASUBBAG)
    assert first.attachment == again.attachment
    contents, *pages = await words(office, first)
    assert "Permintaan data Irban IV, Triwulan III 2026" in contents
    assert all(f"{n} / {len(pages)}" in page for n, page in enumerate(pages, 1))
    async with office.desk.store.look() as uow:
        kept = await uow.printed_papers.of_run(office.run_id)
        facts = [f.verb for f, _ in await uow.facts.of_run(office.run_id)]
    assert len(kept) == 6
    assert all(paper.code in contents for paper in kept)
    assert facts.count("naskah dicetak") == 6


@pytest.mark.parametrize(
    ("usecase", "args"), [(print_paper, (PaperKind.RECAP.name,)), (print_all, ())]
)
async def test_a_tap_that_comes_twice_prints_once(
    office: Staffed, usecase: UseCase[Any], args: tuple[str, ...]
) -> None:
    call = replace(office.call(KASUBBAG), tapped=True)
    for _ in range(2):
        await perform(office.desk, call, usecase, str(office.run_id), *args)
    assert len(await got(office, KASUBBAG)) == 1


async def test_the_tap_for_all_is_answered_before_anything_is_made(office: Staffed) -> None:
    said = await tapped(office, KASUBBAG, Act.PRINT_ALL)
    assert said.text == preparing.under_way(texts.PAPERS)
    async with office.desk.store.look() as uow:
        assert await uow.printed_papers.of_run(office.run_id) == ()
    [bundle] = await got(office, KASUBBAG)
    assert bundle.attachment is not None


async def test_all_that_a_kill_left_half_made_is_brought_once(
    office: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> bytes:
        raise KeyboardInterrupt

    await tapped(office, KASUBBAG, Act.PRINT_ALL)
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(send_papers, "bundle_pdf", killed)
        await office.carry()
    async with office.desk.store.look() as uow:
        assert await uow.printed_papers.of_run(office.run_id) == ()
    [bundle] = await got(office, KASUBBAG)
    assert bundle.attachment is not None
    assert len(await got(office, KASUBBAG)) == 1


async def test_who_gave_his_seat_away_meanwhile_is_told_and_gets_nothing(office: Staffed) -> None:
    await tapped(office, KASUBBAG, Act.PRINT_ALL)
    async with office.desk.store.work() as uow:
        await uow.seats.put(office.office.id, KASUBBAG, office.holder(SEKRETARIS).id)
        await uow.seats.put(office.office.id, "irban-1", office.holder(KASUBBAG).id)
    [told] = await got(office, KASUBBAG)
    assert told.attachment is None
    assert "Tindakan ini milik" in told.text
    async with office.desk.store.look() as uow:
        assert await uow.printed_papers.of_run(office.run_id) == ()


@pytest.mark.parametrize(
    ("act", "args", "said"),
    [
        (Act.PRINT_PAPER, (PaperKind.RECAP.name,), texts.NOT_MADE),
        (Act.PRINT_ALL, (), preparing.under_way(texts.PAPERS)),
    ],
)
async def test_what_cannot_be_set_is_told_and_not_recorded_as_printed(
    office: Staffed, monkeypatch: pytest.MonkeyPatch, act: Act, args: tuple[str, ...], said: str
) -> None:
    def broken(*_: object) -> bytes:
        raise TypesetFault("huruf tidak ditemukan")

    monkeypatch.setattr(sheet, "typeset_pdf", broken)
    assert (await tapped(office, KASUBBAG, act, *args)).text == said
    [told] = await got(office, KASUBBAG)
    assert "belum dapat dibuat" in told.text
    assert told.attachment is None
    async with office.desk.store.look() as uow:
        assert await uow.printed_papers.of_run(office.run_id) == ()
        assert await uow.facts.of_run(office.run_id) == ()


def test_a_button_s_data_fits_however_long_a_seat_s_key_is() -> None:
    choices: Sequence[texts.Choice] = [("k" * 90, "Unit"), ("k" * 90 + "/p", "Unit")]
    tokens = {texts.told_apart(subject) for subject, _ in choices}
    assert len(tokens) == 2
    for token in tokens:
        assert button_data(Act.PRINT_PAPER, 10**12, "DISPOSITION", token)

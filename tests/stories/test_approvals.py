"""The recap of a closed run goes from hand to hand: paraf, a return, and all of it once more."""

import io
from hashlib import sha256

import pytest
from pypdf import PdfReader

from bot.rehearsal import steps
from bot.rehearsal.telegram import Message
from bot.rehearsal.theatre import Play
from bot.rules.acts import Act, button_data
from bot.usecases.verify_facts import verify_facts
from tests.stories.acting import Scene, collected, idle, request, said, seated

pytestmark = pytest.mark.slow

KASUBBAG, SEKRETARIS, KEPALA = "kasubbag-perencanaan", "sekretaris", "kepala"
REASON = "Faktor penghambat belum diuraikan"


async def closed(scene: Scene, remark: str) -> Message:
    """A run with the workbook of Irban I alone, closed; the final recap."""
    await request(scene)
    await collected(scene)
    await steps.approve_recap(scene.stage)
    return await steps.analyse(scene.stage, remark)


def bytes_of(message: Message) -> bytes:
    assert message.file is not None
    return message.file.content


def printed(message: Message) -> str:
    pages = PdfReader(io.BytesIO(bytes_of(message))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


async def tapped(scene: Scene, seat: str, label: str, words: str) -> None:
    await scene.stage.tap(scene.who(seat), label, words="rekap akhir")
    await scene.sees(seat, words)


async def send_back(scene: Scene) -> None:
    person = scene.who(SEKRETARIS)
    await scene.stage.tap(person, "Kembalikan", words="rekap akhir")
    question = await scene.until(
        lambda: next((m for m in reversed(person.chat.from_bot) if m.asks_reply), None)
    )
    person.says(person.chat, REASON, reply_to=question)
    await scene.sees(KASUBBAG, REASON)


async def test_a_returned_recap_is_mended_and_approved_by_all_once_more(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        first = await closed(scene, "Dibahas pada rapat berikutnya.")
        head = sha256(bytes_of(first)).hexdigest()[:12]
        summaries = said(scene.group, "Putaran selesai")
        await tapped(scene, KASUBBAG, "Paraf", "Paraf tercatat")
        card = await stage.button(scene.who(SEKRETARIS).chat, "Paraf", "rekap akhir")
        assert bytes_of(card) == bytes_of(first)
        assert f"sidik {head}" in card.text
        await send_back(scene)
        await scene.sees(KASUBBAG, "gugur")

        # who presses what is void hears it, though his button stands no more
        old = await scene.who(SEKRETARIS).presses(card, button_data(Act.GIVE_PARAF, 1, 2, head))
        assert old.show_alert
        assert "gugur" in old.text

        draft = await stage.button(scene.who(KASUBBAG).chat, "Selesai", REASON)
        scene.who(KASUBBAG).says(scene.who(KASUBBAG).chat, "Diuraikan.", reply_to=draft)
        await idle(scene, scene.who(KASUBBAG))
        await scene.who(KASUBBAG).taps(draft, "Selesai")
        for seat, label in ((KASUBBAG, "Paraf"), (SEKRETARIS, "Paraf"), (KEPALA, "Setujui")):
            await stage.tap(scene.who(seat), label, words="untuk di")
        final = await scene.sees(KASUBBAG, "terlampir. Putaran telah selesai")
        assert "tidak berlaku lagi" in first.text
        assert bytes_of(final) != bytes_of(first)
        whole = await scene.sees(KASUBBAG, "telah lengkap tercatat")
        told = printed(whole)
        assert told.count("Paraf tercatat") == 2
        assert told.count("Persetujuan tercatat") == 1

        await idle(scene, scene.who(KASUBBAG))
        assert said(scene.group, "Putaran selesai") == summaries  # nothing there differs
        board = await stage.sees(scene.group, "Persetujuan rekap:")
        assert "Kepala Dinas: persetujuan tercatat" in board.text

        # the frozen file is the one of /rekap, of the pack and of every approval
        scene.who(KEPALA).says(scene.who(KEPALA).chat, "/rekap")
        shown = await scene.sees(KEPALA, "Rekap data kinerja Triwulan III 2026, selesai")
        async with scene.desk.store.look() as seen:
            run = await seen.runs.get(1)
        assert run is not None
        assert sha256(bytes_of(shown)).hexdigest() == run.recap
        assert sha256(bytes_of(final)).hexdigest() == run.recap
        assert run.recap[:12] != head
        assert {a.recap for a in run.approvals if a.turn == 2} == {run.recap}
        proof = await verify_facts(scene.desk.store, scene.desk.cabinet)
        assert proof.broken == ()

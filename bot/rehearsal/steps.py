"""The SOP's steps as people play them, whatever roles and kinds the SOP's data names."""

from contextlib import suppress

from bot.rehearsal.papers import filled_workbook, letter
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, NotSeen, Person, Upload
from bot.rehearsal.telegram.bell import Countdown
from bot.rules.sop import DocumentKind, Role, Seat, Step, StepKind
from bot.texts import rehearsals as texts
from bot.texts.approvals import LABELS

ALL_APPROVED = "Semua berkas telah diterima dan disetujui"
FINAL, COMPLETE = "rekap akhir", "telah lengkap tercatat"
SOON = 20.0  # real seconds


async def order(stage: Stage, period: str) -> None:
    """/mulai, the period, the pre-flight, [Perintahkan]."""
    step = stage.sop.steps_of(StepKind.ORDER)[0]
    stage.tell(stage.seat_of(stage.actors(StepKind.ORDER)[0]), texts.starts(period), step)
    stage.orderer.says(stage.orderer.chat, "/mulai")
    await stage.tap(stage.orderer, period)
    await stage.tap(stage.orderer, "Perintahkan")


async def convey(stage: Stage, step: Step) -> None:
    for seat in stage.sop.seats_of(step.actors):
        stage.tell(seat, texts.CONVEYS, step)
        await stage.tap(stage.cast[seat.key], "Sampaikan")
        await stage.pass_time(minutes=1)


def kinds_of(stage: Stage, seat: Seat) -> tuple[DocumentKind, ...]:
    return stage.sop.kinds_from(seat.role)


def collecting(stage: Stage) -> Step:
    return stage.sop.steps_of(StepKind.COLLECT)[0]


async def request_in_group(stage: Stage) -> Message:
    return await stage.button(stage.group, "Buka chat pribadi", "Permintaan")


async def everything(stage: Stage, seat: Seat, letters: int = 1) -> list[Upload]:
    """A file of every kind that the seat owes; `letters` of each that is no workbook."""
    files = []
    for kind in kinds_of(stage, seat):
        if kind.workbook:
            files.append(await filled_workbook(stage, seat.key))
        else:
            files += [letter(stage, seat.key, kind, n + 1) for n in range(letters)]
    return files


async def hand_in_album(stage: Stage, seat: Seat) -> None:
    """As a reply to the request in the group: a file for each collector at once, then the rest.

    Files of one album come to the bot in any order; those of one collector are sent one after
    another, so that every rehearsal reads the same.
    """
    stage.tell(seat, texts.HANDS_IN_ALBUM, collecting(stage))
    request, person = await request_in_group(stage), stage.cast[seat.key]
    files = dict(zip(kinds_of(stage, seat), await everything(stage, seat), strict=True))
    first = {kind.collector: kind for kind in reversed(files)}
    together = [file for kind, file in files.items() if kind in first.values()]
    person.sends(stage.group, together, reply_to=request, album=len(together) > 1)
    for file in files.values():
        if file not in together:
            await stage.idle()
            person.sends(stage.group, file, reply_to=request)
    await receipt(stage, seat)


async def hand_in_privately(stage: Stage, seat: Seat) -> None:
    """One by one in the private chat, two letters of a kind."""
    stage.tell(seat, texts.HANDS_IN_PRIVATELY, collecting(stage))
    person = stage.cast[seat.key]
    for file in await everything(stage, seat, letters=2):
        person.sends(person.chat, file)
        await stage.idle()
    await receipt(stage, seat)


async def hand_in_with_nihil(stage: Stage, seat: Seat) -> None:
    """The last kind that is no workbook does not occur this period."""
    person = stage.cast[seat.key]
    letters = [kind for kind in kinds_of(stage, seat) if not kind.workbook]
    nothing = letters[-1:]
    stage.tell(seat, texts.hands_in_with_nihil(nothing), collecting(stage))
    for kind in kinds_of(stage, seat):
        if kind in nothing:
            await stage.tap(person, f"Nihil {kind.code}")
        elif kind.workbook:
            person.sends(person.chat, await filled_workbook(stage, seat.key))
        else:
            person.sends(person.chat, letter(stage, seat.key, kind, 1))
        await stage.idle()
    await receipt(stage, seat)


async def receipt(stage: Stage, seat: Seat) -> Message:
    return await stage.sees(stage.cast[seat.key].chat, "Berkas lengkap")


async def return_one(stage: Stage, collector: Seat, reason: str) -> Message:
    """The collector returns the newest document that waits; the notice to who sent it."""
    person = stage.cast[collector.key]
    document = await stage.button(person.chat, "Kembalikan")
    stage.tell(collector, texts.RETURNS, collecting(stage))
    before = questions(person)
    await person.taps(document, "Kembalikan")
    question = await stage.telegram.until(
        lambda: next((m for m in questions(person) if m not in before), None),
        seconds=stage.patience,
    )
    person.says(person.chat, reason, reply_to=question)
    sender = await stage.telegram.until(
        lambda: next((p for p in stage.cast.values() if p.chat.find(reason) and p != person), None),
        seconds=stage.patience,
    )
    return await stage.sees(sender.chat, reason)


def questions(person: Person) -> list[Message]:
    """What the bot has asked of him to be answered by a reply."""
    return [message for message in person.chat.from_bot if message.asks_reply]


async def resubmit(stage: Stage, collector: Seat, notice: Message, file: Upload) -> None:
    """The mended file, as a reply to the notice of its return; the collector gets version 2."""
    person = next(p for p in stage.cast.values() if p.chat is notice.chat)
    key = next(key for key, one in stage.cast.items() if one is person)
    stage.tell(stage.seat_of(key), texts.MENDS, collecting(stage))
    person.sends(person.chat, file, reply_to=notice)
    await stage.sees(stage.cast[collector.key].chat, "(versi 2)")


async def collect(stage: Stage, step: Step, collector: Seat) -> None:
    """[Terima semua], then [Sampaikan ke …]."""
    person = stage.cast[collector.key]
    recipient: Role = stage.sop.role(step.recipients[0])
    stage.tell(collector, texts.COLLECTS, step)
    await stage.button(person.chat, "Terima semua")
    await stage.idle()
    waiting = Countdown(stage.patience)
    while not person.chat.find(ALL_APPROVED) and waiting.left:
        card = stage.newest(person.chat, "Terima semua")
        if card:  # a file that was shown after the tap waits for another one
            await person.taps(card, "Terima semua")
        with suppress(NotSeen):
            await stage.telegram.until(lambda: person.chat.find(ALL_APPROVED), seconds=SOON)
    await stage.sees(person.chat, ALL_APPROVED)
    await stage.tap(person, f"Sampaikan ke {recipient.short}")
    await stage.sees(person.chat, "Telah dilaksanakan")


async def approve_recap(stage: Stage) -> Message:
    compiler = stage.actors(StepKind.COMPILE)[0]
    person = stage.cast[compiler]
    stage.tell(stage.seat_of(compiler), texts.APPROVES, stage.sop.steps_of(StepKind.COMPILE)[0])
    recap = await stage.button(person.chat, "Setujui rekap")
    await person.taps(recap, "Setujui rekap")
    return recap


async def analyse(stage: Stage, remark: str) -> Message:
    """Remarks, [Selesai]; the final recap."""
    analyst = stage.actors(StepKind.ANALYSE)[0]
    person = stage.cast[analyst]
    stage.tell(stage.seat_of(analyst), texts.CLOSES, stage.sop.steps_of(StepKind.ANALYSE)[0])
    draft = await stage.button(person.chat, "Selesai")
    person.says(person.chat, remark, reply_to=draft)
    await stage.sees(person.chat, "Catatan analisis telah dicatat")
    await stage.tap(person, "Selesai")
    return await stage.sees(person.chat, "Rekap akhir")


async def give_approvals(stage: Stage) -> Message | None:
    """[Paraf] and [Setujui] in the SOP's order; the message to who analysed when all are recorded,
    None where the SOP asks nobody."""
    if not stage.sop.approving.chain:
        return None
    for approver in stage.sop.approving.chain:
        seat = stage.sop.role(approver.role).seats[0]
        await stage.pass_time(minutes=10)
        stage.tell(seat, texts.GIVES[approver.act])
        await stage.tap(stage.cast[seat.key], LABELS[approver.act], words=FINAL)
    return await stage.sees(stage.cast[stage.actors(StepKind.ANALYSE)[0]].chat, COMPLETE)


async def recap_papers(stage: Stage, recap: Message) -> dict[str, Message]:
    """Where each form of the final recap stands, by what a rehearsal calls its file."""
    return {
        "recap.xlsx": recap,
        "recap.pdf": await stage.sees(recap.chat, "untuk dicetak"),
        "recap.png": await stage.sees(stage.group, "Rata-rata capaian"),
    }


async def mended(stage: Stage, seat: Seat, kind: DocumentKind) -> Upload:
    """What replaces a returned document: the workbook filled again, or another letter."""
    if kind.workbook:
        return await filled_workbook(stage, seat.key, again=True)
    return letter(stage, seat.key, kind, 9)

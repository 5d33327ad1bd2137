"""`himpun gladi --otomatis`: a whole office day at speed, and what it leaves in a folder."""

import re
import shutil
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.rehearsal import steps
from bot.rehearsal.counts import counts
from bot.rehearsal.day import PERIOD, office_day
from bot.rehearsal.printing import FOLDER, printed_papers
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Chat, Message
from bot.rehearsal.theatre import Play, theatre
from bot.texts import rehearsals as texts

# The group's own token in the link that opens a private chat: drawn anew for every office.
TOKEN = re.compile(r"(/start [a-z]+_)\S+")


async def play(out: Path, sop_file: Path | None, say: Callable[[str], None]) -> bool:
    """True when all six steps were done and the recap lies in `out`; raises nothing for a day
    that failed, which is told by `say` and leaves its transcripts."""
    with tempfile.TemporaryDirectory(prefix="himpun-gladi-") as room:
        played = Play(Path(room), sop_file)
        async with theatre(played) as stage:
            say(texts.opening(stage.clock.now(), stage.calendar.zone))
            stage.say = numbered(stage, say)
            try:
                recap = await steps.recap_papers(stage, await office_day(stage))
                await stage.idle()
                found = counts(stage, played.speed)
                approved = await steps.give_approvals(stage)
                recap |= printed_anew(approved)
                recap |= await printed_papers(stage)
                await stage.idle()
            except AssertionError as missed:
                say(texts.failed(str(missed)))
                write_transcripts(stage, out)
                return False
            told = texts.counted(len(found.acts), len(found.said), found.refused)
            leave(stage, recap, told_acts(approved), told, out)
    say(told)
    say(texts.left(out))
    return True


def printed_anew(approved: Message | None) -> dict[str, Message]:
    """The printed recap with the recorded approvals in place of the one before them."""
    return {"recap.pdf": approved} if approved is not None and approved.file else {}


def told_acts(approved: Message | None) -> list[str]:
    """Each recorded approval of the recap, as who analysed was told it."""
    lines = approved.text.splitlines() if approved is not None else []
    return [line.removeprefix("• ") for line in lines if line.startswith("• ")]


def numbered(stage: Stage, say: Callable[[str], None]) -> Callable[[str], None]:
    """Each act with its number and the rehearsed time, so that who watches sees it go on."""
    numbers = count(1)

    def tell(line: str) -> None:
        say(texts.progress(next(numbers), stage.clock.now(), stage.calendar.zone, line))

    return tell


def leave(
    stage: Stage, recap: dict[str, Message], approvals: list[str], told: str, out: Path
) -> None:
    """`told` counts what the run asked of people."""
    out.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(out / FOLDER, ignore_errors=True)
    (out / FOLDER).mkdir()
    for name, message in recap.items():
        if message.file is not None:
            (out / name).write_bytes(message.file.content)
    write_files(stage, out / "berkas")
    write_transcripts(stage, out)
    lines = texts.summary(
        PERIOD,
        [step.activity for step in stage.sop.steps],
        recap["recap.png"].text,
        approvals,
        told,
        len(stage.telegram.calls),
    )
    (out / "ringkasan.txt").write_text(lines, "utf-8")


def write_files(stage: Stage, folder: Path) -> None:
    """Every file that somebody or the bot sent, under its chat."""
    shutil.rmtree(folder, ignore_errors=True)
    for chat in chats(stage):
        for message in chat.messages:
            if message.file is not None:
                path = folder / plain(chat.title) / f"{message.id:03} {plain(message.file.name)}"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(message.file.content)


def write_transcripts(stage: Stage, out: Path) -> None:
    folder = out / "percakapan"
    folder.mkdir(parents=True, exist_ok=True)
    zone = ZoneInfo(stage.calendar.zone)
    for chat in chats(stage):
        text = TOKEN.sub(r"\1…", stage.telegram.transcript(chat, zone))
        (folder / f"{plain(chat.title)}.txt").write_text(text, "utf-8")


def chats(stage: Stage) -> list[Chat]:
    return [stage.group, *dict.fromkeys(person.chat for person in stage.cast.values())]


def plain(name: str) -> str:
    """A name of a file, whatever people called theirs."""
    return (
        "".join(c if c.isalnum() or c in " .-_" else "-" for c in name).strip(" .") or "tanpa nama"
    )

"""Setting a group up, as its people do it: the bot is added, seats are claimed and granted."""

from bot.rehearsal.stage import Stage
from bot.rules.sop import StepKind
from bot.texts import rehearsals as texts
from bot.texts.words import seat_label


async def set_up(stage: Stage) -> None:
    """Every seat of the SOP is claimed in private and granted in the group."""
    stage.tell(stage.seat_of(stage.actors(StepKind.ORDER)[0]), texts.ADDS_BOT)
    stage.group.add_bot(stage.orderer)
    stage.group.promote_bot(stage.orderer)
    await stage.sees(stage.group, "siap mendampingi")
    stage.orderer.says(stage.group, "/peran@" + stage.telegram.bot.username)
    listing = await stage.button(stage.group, "Pilih kursi saya")
    link = next(b["url"] for row in listing.rows for b in row)
    for key in stage.cast:
        await claim(stage, key, link)


async def claim(stage: Stage, key: str, link: str) -> None:
    person, seat = stage.cast[key], stage.seat_of(key)
    stage.tell(seat, texts.CLAIMS)
    person.opens(link)
    await stage.tap(person, seat_label(stage.sop, seat))
    await stage.tap(stage.orderer, "Setujui", stage.group, f"sebagai {seat.title}.")
    await stage.sees(person.chat, f"Kursi {seat.title}")
    await stage.idle()

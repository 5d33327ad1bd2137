"""Setting a group up, as its people do it: the bot is added, seats are claimed and granted."""

from bot.rehearsal.stage import Stage
from bot.texts.fitting import brief
from bot.texts.words import PERSON, seat_label


async def set_up(stage: Stage) -> None:
    """Every seat of the SOP is claimed in private and granted in the group."""
    stage.say("Sistem ditambahkan ke grup dan dijadikan administrator")
    stage.group.add_bot(stage.orderer)
    stage.group.promote_bot(stage.orderer)
    await stage.sees(stage.group, "siap mendampingi")
    stage.orderer.says(stage.group, "/peran@" + stage.telegram.bot.username)
    listing = await stage.button(stage.group, "Pilih kursi saya")
    link = next(b["url"] for row in listing.rows for b in row)
    for key in stage.cast:
        await claim(stage, key, link)


async def claim(stage: Stage, key: str, link: str) -> None:
    person, title = stage.cast[key], stage.seat_of(key).title
    stage.say(f"{person.name} mengajukan kursi {title}")
    person.opens(link)
    await stage.tap(person, brief(seat_label(stage.sop, stage.seat_of(key)), PERSON))
    await stage.tap(stage.orderer, "Setujui", stage.group, f"sebagai {title}.")
    await stage.sees(person.chat, f"Kursi {title}")

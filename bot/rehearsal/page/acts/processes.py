"""Trouble on purpose: Telegram's faults, and the bot killed, stopped and started."""

from bot.rehearsal.page.acts.given import Given, Json
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.troubles import TROUBLES
from bot.texts import pages as texts

MOST_TIMES = 1000


async def fault(scene: Scene, given: Given) -> Json:
    kind, times = given.text("kind"), given.optional("times")
    if kind not in TROUBLES or (times is not None and not 1 <= times <= MOST_TIMES):
        raise Refused(texts.WRONG_REQUEST)
    scene.faults.begin(kind, times)
    scene.changed()
    return {}


async def faults_clear(scene: Scene, _: Given) -> Json:
    scene.faults.clear()
    scene.changed()
    return {}


async def bot(scene: Scene, given: Given) -> Json:
    """Returns when it is done: a bot that is stopped in order may take some seconds."""
    does = {"kill": scene.bot.kill, "stop": scene.bot.stop, "start": scene.bot.start}
    what = given.text("do")
    if what not in does:
        raise Refused(texts.WRONG_REQUEST)
    await does[what]()
    return {}

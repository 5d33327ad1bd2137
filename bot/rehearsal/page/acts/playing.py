"""[Mainkan otomatis]."""

from bot.rehearsal.page.acts.given import Given, Json
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.script import PACES
from bot.texts import pages as texts


async def script(scene: Scene, given: Given) -> Json:
    """With a pace alone it goes on as it is, faster or slower."""
    does = {"play": scene.script.play, "pause": scene.script.pause}
    what, pace = given.text("do"), given.values.get("pace")
    if (what and what not in does) or (pace is not None and pace not in PACES):
        raise Refused(texts.WRONG_REQUEST)
    if pace is not None:
        scene.script.pace = float(pace)
    if what:
        does[what]()
    scene.changed()
    return {}

"""Where everything of the page is found."""

from typing import Any

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.web.deeds import DeedHandler
from bot.rehearsal.page.web.events import EventsHandler
from bot.rehearsal.page.web.files import AssetHandler, IndexHandler, MessageFileHandler
from bot.rehearsal.page.web.limits import Limits


def routes_for(scene: Scene) -> list[Any]:
    known = {"scene": scene}
    return [
        (r"/", IndexHandler, known),
        (r"/aset/([a-z_]+\.[a-z]+)", AssetHandler, known),
        (r"/peristiwa", EventsHandler, known),
        (r"/berkas/(-?\d{1,18})/(\d{1,9})", MessageFileHandler, known),
        (r"/tindakan/([a-z_]+)", DeedHandler, {"scene": scene, "limits": Limits()}),
    ]

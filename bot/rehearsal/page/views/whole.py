"""The View: all that the page shows to one person who looks at one chat."""

from typing import Any

from bot.rehearsal.page.samples import samples_for
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.views import chats, messages, progress, trouble
from bot.rehearsal.page.views.acting import last_act
from bot.rehearsal.page.views.commands import commands_for
from bot.rehearsal.telegram import Chat, Person

Json = dict[str, Any]


def chosen(scene: Scene, person_id: int, chat_id: int) -> tuple[Person, Chat]:
    """Who and what is looked at: the first person and the group where nothing else is known."""
    person = next((p for p in scene.people if p.id == person_id), scene.people[0])
    seen = scene.chats_of(person)
    return person, next((chat for chat in seen if chat.id == chat_id), seen[0])


def view(scene: Scene, person: Person, chat: Chat) -> Json:
    shown = [messages.shown(scene, message, person) for message in chat.messages]
    return {
        "clock": progress.clock(scene),
        "speed": scene.speed,
        "people": [chats.person(scene, one) for one in scene.people],
        "chats": [chats.chat(scene, one, person) for one in scene.chats_of(person)],
        "viewing": {"person": person.id, "chat": chat.id},
        "messages": shown,
        "pinned": chat.pinned[-1].id if chat.pinned else None,
        "typing": chats.typing(scene, chat),
        "commands": commands_for(scene.telegram.state, person, chat),
        **chats.rights(person, chat),
        "group": {
            "bot_inside": scene.group.bot_inside,
            "bot_admin": scene.group.bot_status == "administrator",
        },
        "run": progress.run(scene),
        "bot": trouble.bot(scene),
        "faults": trouble.faults(scene),
        "calls": trouble.calls(scene),
        "script": {
            "state": scene.script.state,
            "caption": scene.script.caption,
            "pace": scene.script.pace,
            "at": last_act(scene.telegram),
        },
        "samples": [
            {"id": one.id, "label": one.label, "good": one.good}
            for one in samples_for(scene.stage, scene.seats_of(person))
        ],
    }

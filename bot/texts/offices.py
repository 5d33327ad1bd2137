"""Which office a private command is for, where a person has seats in several."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.messages import Button, Message
from bot.rules.people import Office
from bot.texts.fitting import brief, short


def which_office(question_id: int, command: str, offices: Sequence[Office]) -> Message:
    """One button an office; two of the same title are told apart by their numbers."""
    titles = [brief(office.title) for office in offices]
    rows = tuple(
        (Button(label(office, titles), button_data(Act.CHOOSE_OFFICE, question_id, office.id)),)
        for office in offices
    )
    return Message(f"Perintah /{command} untuk kantor yang mana?", rows)


def label(office: Office, titles: Sequence[str]) -> str:
    title = brief(office.title)
    return f"{brief(title, 40)} (nomor {office.id})" if titles.count(title) > 1 else title


def chosen(office: Office) -> str:
    return f"Kantor: {short(office.title)}"

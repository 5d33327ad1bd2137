"""Which office or run is meant by what a person typed privately, where he serves several."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.messages import Button, Message
from bot.rules.people import Office
from bot.rules.run import Run
from bot.texts.fitting import brief, short
from bot.texts.formats import period
from bot.texts.words import run_title


def which_office(question_id: int, command: str, offices: Sequence[Office]) -> Message:
    """One button an office; two of the same title are told apart by their numbers."""
    called = labels(offices)
    rows = tuple(
        (Button(called[office.id], button_data(Act.CHOOSE_OFFICE, question_id, office.id)),)
        for office in offices
    )
    return Message(f"Perintah /{command} untuk kantor yang mana?", rows)


def which_meant(question_id: int, text: str, takers: Sequence[tuple[str, Run, Office]]) -> Message:
    """One button a run; of one office by the period, of several by the office first."""
    called = labels([office for _, _, office in takers])

    def named(run: Run, office: Office) -> str:
        found = period(run.period)
        return f"{called[office.id]} — {found}" if len(called) > 1 else found

    rows = tuple(
        (Button(named(run, office), button_data(Act.CHOOSE_MEANT, question_id, key)),)
        for key, run, office in takers
    )
    return Message(f"Pesan “{short(text)}” untuk putaran yang mana?", rows)


def meant_for(run: Run, office: Office) -> Message:
    """In place of that question."""
    return Message(f"Untuk {short(office.title)}, {run_title(run)}.")


def labels(offices: Sequence[Office]) -> dict[int, str]:
    """What stands on a button for each, by its id; alike titles are told apart by numbers."""
    known = {office.id: office for office in offices}
    titles = [brief(office.title) for office in known.values()]
    return {
        number: f"{brief(office.title, 40)} (nomor {number})"
        if titles.count(brief(office.title)) > 1
        else brief(office.title)
        for number, office in known.items()
    }


def heading(office: Office) -> str:
    """Above a private message to one who serves in several; short, so that any message has room
    for it."""
    return f"<b>{short(office.title, 40)}</b>"


def chosen(office: Office) -> str:
    return f"Kantor: {short(office.title)}"

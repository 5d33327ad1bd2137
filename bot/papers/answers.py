"""What a reader in the child process answers, as bytes: JSON, so that nothing in it can act."""

import json
from typing import Any

from bot.rules import kinds
from bot.rules.form_faults import FormFaults
from bot.rules.forms import FilledForm, ReadFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.kinds import UnreadableFile

Answer = FilledForm | FormFaults | ReadFormat | UnreadableFile | str
TYPES: dict[str, Any] = {kind.__name__: kind for kind in (FilledForm, FormFaults, ReadFormat)}
TYPES |= {kind.__name__: kind for kind in UnreadableFile.__subclasses__()}
TYPES["str"] = str
LARGEST = 4_000_000  # bytes


def packed(answer: Answer) -> bytes:
    name = type(answer).__name__
    data = json.dumps([name, to_json(answer)]).encode()
    return data if len(data) <= LARGEST else packed(kinds.TooLarge())


def unpacked(data: bytes) -> Answer:
    """Raises ValueError, KeyError or TypeError on anything that `packed` did not make."""
    name, value = json.loads(data)
    answer: Answer = from_json(TYPES[name], value)
    return answer

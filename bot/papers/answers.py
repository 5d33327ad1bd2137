"""What a reader in the child process is asked and answers, as bytes: JSON, so that nothing in it
can act."""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any

from bot.rules import kinds
from bot.rules.form_faults import FormFault, FormFaults
from bot.rules.forms import FilledForm, ReadFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.kinds import UnreadableFile
from bot.rules.printed import FoundCodes

Answer = FilledForm | FormFaults | ReadFormat | FoundCodes | UnreadableFile | str | bytes
FOUND = (FilledForm, FormFaults, ReadFormat, FoundCodes)
TYPES: dict[str, Any] = {kind.__name__: kind for kind in FOUND}
TYPES |= {kind.__name__: kind for kind in UnreadableFile.__subclasses__()}
TYPES["str"] = str
LARGEST = 4_000_000  # bytes


def packed(answer: Answer) -> bytes:
    name = type(answer).__name__
    value = b64encode(answer).decode() if isinstance(answer, bytes) else to_json(answer)
    data = json.dumps([name, value]).encode()
    return data if len(data) <= LARGEST else packed(kinds.TooLarge())


def unpacked(data: bytes) -> Answer:
    """Raises ValueError, KeyError or TypeError on anything that `packed` did not make."""
    name, value = json.loads(data)
    if name == "bytes":
        return b64decode(value, validate=True)
    answer: Answer = from_json(TYPES[name], value)
    return answer


def question(data: bytes, faults: Sequence[FormFault]) -> bytes:
    """A file, and the faults to mark in it, as the child reads them: the faults on a line."""
    return json.dumps([to_json(fault) for fault in faults]).encode() + b"\n" + data


def asked(said: bytes) -> tuple[bytes, tuple[FormFault, ...]]:
    line, _, data = said.partition(b"\n")
    return data, tuple(from_json(FormFault, fault) for fault in json.loads(line))

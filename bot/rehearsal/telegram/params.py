"""A call's parameters, as strictly typed as the Bot API's documentation types them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.telegram.errors import ApiError, bad_request
from bot.rehearsal.telegram.files import Upload

Json = dict[str, Any]


class WrongParameter(ApiError):
    """Refused by this miniature alone: the real server would guess or ignore."""

    def __init__(self, what: str) -> None:
        super().__init__(400, f"Bad Request: {what}")


@dataclass
class Params:
    """Values come as text (forms) or as JSON; files by the name of their part."""

    values: Json
    files: dict[str, Upload] = field(default_factory=dict)
    # False as soon as the caller has hung up, which ends a long poll.
    alive: Callable[[], bool] = lambda: True

    def text(self, name: str) -> str:
        """The value, or an empty text where it was not given."""
        value = self.values.get(name, "")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise WrongParameter(f'parameter "{name}" must be of type String')
        return value

    def integer(self, name: str) -> int | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not str(value).lstrip("-").isdigit():
            raise WrongParameter(f'parameter "{name}" must be of type Integer')
        return int(value)

    def flag(self, name: str) -> bool:
        value = self.values.get(name, False)
        if isinstance(value, str) and value.lower() in ("true", "false"):
            value = value.lower() == "true"
        if not isinstance(value, bool):
            raise WrongParameter(f'parameter "{name}" must be of type Boolean')
        return value

    def mapping(self, name: str) -> Json | None:
        value = self._decoded(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {name} JSON object")
        return value

    def array(self, name: str) -> list[Any] | None:
        value = self._decoded(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name} JSON object")
        return value

    def _decoded(self, name: str) -> Any:
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as wrong:
            raise bad_request(f"can't parse {name} JSON object") from wrong

    def summary(self) -> Json:
        """For the log: what was asked, with the name and size of a file instead of its bytes."""
        files = {name: f"<{file.name}, {file.size} byte>" for name, file in self.files.items()}
        readable = {name: self._readable(name) for name in self.values}
        return {**readable, **files}

    def _readable(self, name: str) -> Any:
        value = self.values[name]
        if isinstance(value, str) and value[:1] in ("{", "["):
            try:
                return json.loads(value)
            except ValueError:
                return value
        return value


def only(mapping: Json, allowed: str, where: str) -> Json:
    """The mapping itself; a key that the Bot API does not list for it is refused."""
    unknown = set(mapping) - set(allowed.split())
    if unknown:
        raise WrongParameter(f"unknown field {', '.join(sorted(unknown))} in {where}")
    return mapping


def require(value: object, description: str) -> None:
    if not value:
        raise bad_request(description)

"""Values as JSON keeps them, and back: whatever is made of dataclasses, tuples and enums."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """Dicts, lists, strings and numbers; decimals as strings so that no cent is lost."""
    if is_dataclass(value):
        return {part.name: to_json(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, tuple):
        return [to_json(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def from_json(kind: type[T], data: Any) -> T:
    """The value that `to_json` came from. Raises KeyError, TypeError or ValueError on others."""
    try:
        built: T = _build(kind, data)
    except (AttributeError, ArithmeticError) as other:  # null for an object, letters for a decimal
        raise ValueError(f"no {kind.__name__}") from other
    return built


# thousands of values of a few types are read for one recap
@lru_cache(maxsize=64)
def hints_of(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, data: Any) -> Any:
    if get_origin(kind) is tuple:
        return tuple(_build(get_args(kind)[0], part) for part in data)
    if get_origin(kind) is Literal:
        return data
    if type(None) in get_args(kind):
        return None if data is None else _build(get_args(kind)[0], data)
    if is_dataclass(kind):
        hints = hints_of(kind)  # type: ignore[arg-type]
        return kind(**{key: _build(hints[key], part) for key, part in data.items()})  # type: ignore[operator]
    if kind in (date, datetime):
        return kind.fromisoformat(data)
    return kind(data) if kind in (Decimal, str, int) or issubclass(kind, Enum) else data

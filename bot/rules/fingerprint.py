"""A JSON value known again by its hash, however it was written down."""

import hashlib
import json
from typing import Any


def canonical(value: Any) -> bytes:
    """One JSON form per value: what comes back from a JSON column gives the same bytes."""
    plain = json.loads(json.dumps(value))  # keys are text and tuples lists, as after storage
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(value: Any) -> str:
    """SHA-256 (hex) of a JSON value, whatever the order of its keys."""
    return hashlib.sha256(canonical(value)).hexdigest()

"""The code of a printed paper: seven letters and a check letter, read however it was typed.

Crockford's Base32 leaves out I, L, O and U; O is read as 0, I and L as 1. Each letter is an element
of GF(32) and the eight, weighted by the powers of a primitive element, sum to nothing: one wrong
letter, or two that changed places, never do.
"""

import hashlib
import re

from bot.rules.errors.hardcopies import MistypedCode

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("OIL", "011")
BETWEEN = re.compile(r"[\s\-‐-―]+")  # also the dashes that telephones put for a hyphen
IN_FRONT = re.compile(r"([0-9A-Za-z]{4}[\s\-‐-―]*[0-9A-Za-z]{4})(?![0-9A-Za-z])(.*)", re.DOTALL)
LENGTH = 8
REDUCING = 0b100101  # x⁵ + x² + 1 makes GF(32); x is primitive in it


def made_code(about: str, attempt: int = 0) -> str:
    """XXXX-XXXX; the same for the same content, and another at each attempt."""
    drawn = int.from_bytes(hashlib.sha256(f"{attempt} {about}".encode()).digest())
    values = [drawn >> 5 * place & 31 for place in range(LENGTH - 1)]
    # the check letter's weight is the first power, 1: it is what the others sum to
    return shown("".join(LETTERS[value] for value in (balance(values), *values)))


def read_code(written: str) -> str:
    """As it is kept: upper case and hyphened. Raises MistypedCode."""
    letters = BETWEEN.sub("", written).upper().translate(ALIKE)
    if len(letters) != LENGTH or not set(letters) <= set(LETTERS):
        raise MistypedCode(written)
    check, *values = map(LETTERS.index, letters)
    if balance(values) != check:
        raise MistypedCode(written)
    return shown(letters)


def code_and_rest(written: str) -> tuple[str, str]:
    """What people type after /fisik: a code, in one word or two, and what follows it."""
    found = IN_FRONT.match(written.strip())
    code, rest = found.groups() if found else (*written.split(maxsplit=1), "", "")[:2]
    return read_code(code), rest.strip(" ,;:\n\t")


def code_searched(words: str) -> str | None:
    """The code alone that is looked for, also as "kode …"; None for words."""
    try:
        code, rest = code_and_rest(re.sub(r"^\s*kode\s+", "", words, flags=re.IGNORECASE))
    except MistypedCode:
        return None
    return None if rest else code


def shown(letters: str) -> str:
    return f"{letters[:4]}-{letters[4:]}"


def balance(values: list[int]) -> int:
    """What these values, at the weights x¹, x², … of their places, sum to."""
    total, weights = 0, [2]
    for value in values:
        total ^= product(value, weights[-1])
        weights.append(product(weights[-1], 2))
    return total


def product(left: int, right: int) -> int:
    """In GF(32)."""
    result = 0
    while right:
        result ^= left if right & 1 else 0
        left = left << 1 ^ (REDUCING if left & 16 else 0)
        right >>= 1
    return result

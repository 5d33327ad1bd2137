"""An arahan as it is typed: its sifat in front where one is named, then what is to be done."""

import re
from dataclasses import dataclass

from bot.rules.dispositions import Nature
from bot.rules.errors.dispositions import ArahanTooLong, ArahanTooShort

SHORTEST = 3
LONGEST = 1000  # about a third of the sheet's first page
NATURES = "|".join(r"\s+".join(nature.value.split()) for nature in Nature)
SIFAT = re.compile(rf"(?:sifat\s*:?\s*)?({NATURES})\b[\s:;,.–—-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Arahan:
    instruction: str
    nature: Nature = Nature.ORDINARY


def read_arahan(words: str) -> Arahan:
    """Refused: ArahanTooShort, ArahanTooLong."""
    text = words.strip()
    named = SIFAT.match(text)
    instruction = text[named.end() :].strip() if named else text
    if len(instruction) < SHORTEST:
        raise ArahanTooShort
    if len(instruction) > LONGEST:
        raise ArahanTooLong(LONGEST)
    nature = Nature(" ".join(named[1].lower().split())) if named else Nature.ORDINARY
    return Arahan(instruction, nature)

"""The words that undo what a command did, the same behind every command."""

UNDOING = frozenset({"batal", "hapus", "selesai"})


def undoes(word: str) -> bool:
    return word.casefold() in UNDOING

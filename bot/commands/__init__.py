"""What an operator does: one room a kind of command, heavy imports inside."""

DONE, FAILED, WRONGLY_USED = 0, 1, 2

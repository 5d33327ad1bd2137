"""What every refusal is."""


class Refusal(Exception):
    """Something that may not or cannot be done; nothing has changed.

    `zone` is that of the office where it was refused; empty where none was at work.
    """

    zone: str = ""

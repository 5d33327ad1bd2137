"""Why a folder cannot be a rehearsal's room. Each message is the sentence for whoever named it."""


class RoomRefused(Exception):
    """Nothing in the folder was changed."""

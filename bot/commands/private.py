"""What is kept for nobody else on this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

OURS_ALONE = 0o077  # documents hold findings that the office has not published


@contextmanager
def private_files() -> Iterator[None]:
    """Files and folders made meanwhile can be opened by this system user alone.

    Above all commands that write, except the rehearsal, whose papers are made to be shown.
    """
    before = os.umask(OURS_ALONE)
    try:
        yield
    finally:
        os.umask(before)

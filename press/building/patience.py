"""A database that is locked for a while: what became of a kit is written nevertheless."""

import time
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection

Result = TypeVar("Result")
# Seconds, on top of those for which the database waits by itself.
PAUSES = (1, 5, 20)


def insist(write: Callable[[], Result], sleep: Callable[[float], object] = time.sleep) -> Result:
    """Return what `write` returns, tried again while the database is busy.

    Raises `OperationalError` when it still is after the last pause.
    """
    for pause in PAUSES:
        try:
            return write()
        except OperationalError:
            sleep(pause)
            connection.close_if_unusable_or_obsolete()
    return write()

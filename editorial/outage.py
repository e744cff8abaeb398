"""A server beside us that does not answer is left alone for some seconds."""

import logging
import math
from threading import Lock
from time import monotonic

logger = logging.getLogger(__name__)
PAUSE = 5.0
TOLD_EVERY = 60.0


class Outage:
    """What one process knows of a server that may be away; times in seconds.

    During an outage one caller after each pause tries again, and the others go on without it.
    """

    def __init__(self, name: str, pause: float = PAUSE) -> None:
        self.name = name
        self.pause = pause
        self._lock = Lock()
        self._until: float | None = None
        self._told = -math.inf

    def may_ask(self) -> bool:
        """Tell whether the server is to be asked now."""
        if self._until is None:
            return True
        with self._lock:
            now = monotonic()
            if self._until is not None and now < self._until:
                return False
            if self._until is not None:
                self._until = now + self.pause
            return True

    def begin(self, error: object) -> None:
        """Note that the server did not answer; told to the log once a minute."""
        with self._lock:
            now = monotonic()
            self._until = now + self.pause
            is_new = now - self._told >= TOLD_EVERY
            self._told = now if is_new else self._told
        if is_new:
            logger.error("%s does not answer: %s", self.name, error)

    def end(self) -> None:
        """Note that the server answered."""
        if self._until is None:
            return
        with self._lock:
            self._until = None
        logger.warning("%s answers again.", self.name)

"""Waiting for a server to be what it is to be."""

import time
from collections.abc import Callable

from tests.bad_input.redirects import Visitor
from tests.bad_input.world import Server

SECONDS = 60.0


def wait_until(is_so: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Return when it is so, or after so many seconds in any case."""
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)


def wait_for_pages(server: Server) -> None:
    """A port listens before the program behind it is loaded."""

    def answers() -> bool:
        try:
            return Visitor(server).ask("/healthz")[0] == 200
        except OSError:
            return False

    wait_until(answers)

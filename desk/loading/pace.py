"""How many films or records one transaction takes, from how long the last ones took."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.db import connection

T = TypeVar("T")

# On SQLite a transaction holds the only write lock: a batch ends after about so many seconds ...
LONGEST = 0.7
# ... or so many items.
FIRST_ITEMS, FEWEST_ITEMS, MOST_ITEMS = 20, 5, 100
# Who waits for SQLite's lock looks again every tenth of a second (`sqliteDefaultBusyCallback`): a
# shorter gap between two batches would be found by chance only.
GAP = 0.12


class Pace:
    """Measures each batch: `with pace.of(batch):`; `wanted` is how many the next shall have."""

    def __init__(self) -> None:
        self.count, self.wanted, self.started, self.held = 0, FIRST_ITEMS, 0.0, 0.0

    def begin(self) -> None:
        """Start anew: what comes now may take longer than what came before."""
        self.wanted = FIRST_ITEMS

    def of(self, count: int) -> "Pace":
        self.count = count
        return self

    def __enter__(self) -> None:
        if self.held > GAP:  # short ones, such as single pages, follow each other at once
            _give_way()
            self.held = 0.0
        self.started = time.monotonic()

    def __exit__(self, *args: object) -> None:
        seconds = time.monotonic() - self.started
        self.held += seconds
        fitting = int(self.count * LONGEST / max(seconds, 0.001))
        self.wanted = max(FEWEST_ITEMS, min(MOST_ITEMS, 2 * self.wanted, fitting))


def _give_way() -> None:
    """Let editors save who are waiting; a dry run is one transaction and has no gaps."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        time.sleep(GAP)


def batches(items: Iterable[T], pace: Pace, most: int = MOST_ITEMS) -> Iterator[list[T]]:
    """Yield the items in lists as long as `pace` wants them by then."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) >= min(pace.wanted, most):
            yield batch
            batch = []
    if batch:
        yield batch

"""What was acknowledged, and what is asked of the site for it in the end."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# Film and field.
Place = tuple[str, str]


@dataclass
class Ledger:
    """Values in the order in which they were sent; `unsure` were sent and not acknowledged."""

    acknowledged: dict[Place, list[str]] = field(default_factory=lambda: defaultdict(list))
    unsure: dict[Place, list[str]] = field(default_factory=lambda: defaultdict(list))
    counts: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)
    slowest: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, what: str, seconds: float = 0.0) -> None:
        with self._lock:
            self.counts[what] += 1
            self.slowest[what] = max(self.slowest[what], seconds)

    def complain(self, what: str) -> None:
        with self._lock:
            self.counts["mistakes"] += 1
            self.mistakes.append(what)

    def acknowledge(self, place: Place, value: str) -> None:
        with self._lock:
            self.acknowledged[place].append(value)

    def doubt(self, place: Place, value: str) -> None:
        with self._lock:
            self.unsure[place].append(value)


def lost_saves(
    ledger: Ledger, latest: Mapping[Place, str], history: Mapping[Place, Iterable[str]]
) -> list[str]:
    """Return which acknowledged values are gone: from the row if they were the last,
    or from history.

    A value that was never acknowledged may stand there as well: its answer may have been lost.
    """
    lost = []
    for place, values in ledger.acknowledged.items():
        allowed = {values[-1], *ledger.unsure.get(place, ())}
        if latest.get(place) not in allowed:
            lost.append(f"{place}: the last save {values[-1]!r}, the row {latest.get(place)!r}")
        kept = set(history.get(place, ()))
        lost += [
            f"{place}: {value!r} is not in the history" for value in values if value not in kept
        ]
    return lost

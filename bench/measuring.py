"""What a bench returns, and the arithmetic of it: medians, quartiles, ratios within one round."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["absolute", "ratio"]
Samples = tuple[float, ...]


@dataclass(frozen=True)
class Asked:
    """What a bench is told: an empty folder of its own, whether it may be short, further words."""

    folder: Path
    is_quick: bool = False
    words: tuple[str, ...] = ()

    def times(self, often: int, quick: int = 2) -> int:
        """Return how often something is measured."""
        return quick if self.is_quick else often


@dataclass(frozen=True)
class Measurement:
    """Samples of one thing in `unit`; a ratio has one of each round. `at_most` is its target."""

    name: str
    unit: str
    samples: Samples
    kind: Kind = "absolute"
    at_most: float | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def quartiles(self) -> tuple[float, float]:
        """Return the values that a quarter of the samples lie below and above."""
        if len(self.samples) < 2:
            return self.samples[0], self.samples[0]
        low, _median, high = statistics.quantiles(self.samples, method="inclusive")
        return low, high

    @property
    def is_met(self) -> bool | None:
        """Tell whether the median keeps the target; None without one."""
        return None if self.at_most is None else self.median <= self.at_most


def alternate(
    contestants: Mapping[str, Callable[[], float]], rounds: int, warm_up: int = 1
) -> dict[str, Samples]:
    """Measure A B C A B C ...: what else the machine does meanwhile troubles all alike.

    A contestant returns what it cost. The first `warm_up` rounds do not count.
    """
    spent: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(warm_up + rounds):
        for name, measure in contestants.items():
            cost = measure()
            if number >= warm_up:
                spent[name].append(cost)
    return {name: tuple(costs) for name, costs in spent.items()}


def ratio_of(
    name: str, ours: Sequence[float], theirs: Sequence[float], at_most: float | None = None
) -> Measurement:
    """Compare round by round; the median of the ratios is not the ratio of the medians."""
    ratios = tuple(a / b for a, b in zip(ours, theirs, strict=True))
    return Measurement(name, "x", ratios, "ratio", at_most)


def cpu_of(call: Callable[[], object]) -> float:
    """Return the CPU time of one call in this process, all threads, in milliseconds."""
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def clock_of(call: Callable[[], object]) -> float:
    """Return how long one call took by the clock, in milliseconds."""
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def one(name: str, unit: str, value: float, at_most: float | None = None) -> Measurement:
    """Return what was measured or counted once."""
    return Measurement(name, unit, (float(value),), at_most=at_most)

"""What processes and folder cost from minute to minute (Linux, proc(5))."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
MOST_GROWTH = 0.05
# Opened and closed all the time: a few more or less mean nothing, a leak is one for each request.
MORE_FILES = 20
MORE_TEMPORARY = 20
MOST_WAL = 256 * MEGABYTE


@dataclass(frozen=True)
class Sample:
    """One moment: seconds since the start, bytes and open files of each process, bytes of the WAL.

    `memory` is what a process has for itself alone (PSS of what is shared would hide a leak).
    """

    seconds: float
    memory: dict[str, int]
    files: dict[str, int]
    wal: int
    temporary: int


def children_of(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return sorted(int(child) for child in found)


def sample(seconds: float, processes: dict[str, int], folder: Path) -> Sample:
    wal = folder / "db.sqlite3-wal"
    return Sample(
        seconds,
        {name: memory_of(pid) for name, pid in processes.items()},
        {name: len(list(Path(f"/proc/{pid}/fd").iterdir())) for name, pid in processes.items()},
        wal.stat().st_size if wal.exists() else 0,
        sum(1 for _path in (folder / "tmp").rglob("*")),
    )


def memory_of(pid: int) -> int:
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    own = [row.split()[1] for row in rows if row.startswith(("Private_Clean", "Private_Dirty"))]
    return sum(map(int, own)) * 1024


def growth_of(values: Sequence[float]) -> float:
    """Return how much the median of the last tenth is above that of the first, as a part of it."""
    tenth = max(1, len(values) // 10)
    first, last = statistics.median(values[:tenth]), statistics.median(values[-tenth:])
    return (last - first) / max(first, 1)


def find_growth(samples: Sequence[Sample], warm_up: float) -> list[str]:
    """Return what grows from the end of the warm-up, in seconds, to the end."""
    warm = [one for one in samples if one.seconds >= warm_up]
    problems = []
    for name in warm[0].memory:
        growth = growth_of([one.memory[name] for one in warm])
        if growth > MOST_GROWTH:
            problems.append(f"memory of {name} grew by {growth:.1%}")
        files = [one.files[name] for one in warm]
        if _ends(files) - _begins(files) > MORE_FILES:
            problems.append(f"open files of {name} grew from {files[0]} to {files[-1]}")
    temporary = [one.temporary for one in warm]
    if _ends(temporary) - _begins(temporary) > MORE_TEMPORARY:
        problems.append(f"temporary files grew from {temporary[0]} to {temporary[-1]}")
    largest = max(one.wal for one in samples)
    if largest > MOST_WAL:
        problems.append(f"the WAL grew to {largest // MEGABYTE} MB")
    return problems


def _begins(values: Sequence[int]) -> float:
    return statistics.median(values[: max(1, len(values) // 10)])


def _ends(values: Sequence[int]) -> float:
    return statistics.median(values[-max(1, len(values) // 10) :])

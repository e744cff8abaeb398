"""How much more memory a case takes than what was there before it (Linux)."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MB = 1024  # of the kilobytes that /proc counts in


class Peak:
    """The most memory that this process and its servers have taken since it was made."""

    def __init__(self) -> None:
        self.before = dict(_each_now("VmRSS"))
        for process in self.before:
            with suppress(OSError):  # 5 forgets the former peak (proc(5), clear_refs)
                Path(f"/proc/{process}/clear_refs").write_text("5")

    def grown(self) -> float:
        """Return megabytes: the growth of each added up, without programs started meanwhile."""
        peaks = dict(_each_now("VmHWM"))
        more = (peaks[process] - was for process, was in self.before.items() if process in peaks)
        return sum(max(0, growth) for growth in more) / MB


def _each_now(line: str) -> Iterator[tuple[int, int]]:
    for process in _with_children(os.getpid()):
        with suppress(OSError, StopIteration):
            lines = Path(f"/proc/{process}/status").read_text().splitlines()
            found = next(each for each in lines if each.startswith(line))
            yield process, int(found.split()[1])


def _with_children(process: int) -> Iterator[int]:
    yield process
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in listed.read_text().split():
                yield from _with_children(int(child))

"""What became of one operation."""

import random
import statistics
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """`problems` is what was half, lost or left behind; `seconds` what it takes unhurt."""

    operation: str
    whole: int = 0
    absent: int = 0
    seconds: float = 0.0
    lost: int = 0
    recoveries: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    note: str = ""

    @property
    def good(self) -> int:
        return self.whole + self.absent

    def count(self, is_whole: bool) -> None:
        if is_whole:
            self.whole += 1
        else:
            self.absent += 1

    def line(self, instants: int) -> str:
        """Return one line of the table."""
        back = statistics.median(self.recoveries) if self.recoveries else 0.0
        parts = [
            f"{self.operation:<9} {self.good} of {instants} whole or absent "
            f"({self.whole} whole, {self.absent} absent)",
            f"takes {self.seconds * 1000:.0f} ms",
            f"back after {back * 1000:.0f} ms" if back else "",
            self.note,
        ]
        return "; ".join(part for part in parts if part)


def spread(chance: random.Random, count: int, end: float, begin: float = 0.0) -> list[float]:
    """Return one random instant of each of `count` equal parts between begin and end."""
    part = (end - begin) / count
    return [begin + (n + chance.random()) * part for n in range(count)]

"""Names that look like one that is known: the first of them, among as many as there are.

Two names are alike if `difflib` finds most of their letters in one order. Nearly all known names
fail already because they lack the letters, and that is asked for all of them at once: for every
letter one integer holds, bit by bit, which names have it. Adding such integers up says who lacks
more letters than a similar name may, in microseconds for 50,000 names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from math import floor

# Names at least this much alike are shown to the editor; they are never merged alone.
SIMILAR = 0.86
# A ratio r of names with a and b letters, m of them common, is 2m / (a + b). As b is at least m,
# m is at least a * r / (2 - r): no more than this share of the letters may be lacking.
LACKING = 1 - SIMILAR / (2 - SIMILAR)


class SimilarNames:
    """Names in the order in which they were added."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names: list[str] = []
        # By letter and how often: the names that have it at least so often, as bits.
        self.having: dict[tuple[str, int], int] = defaultdict(int)
        self._add_all(names)

    def _add_all(self, names: Iterable[str]) -> None:
        numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, name in enumerate(names):
            self.names.append(name)
            for pair in _letters(name):
                numbers[pair].append(number)
        for pair, listed in numbers.items():
            self.having[pair] = _bits(listed, len(self.names))

    def add(self, name: str) -> None:
        bit = 1 << len(self.names)
        self.names.append(name)
        for pair in _letters(name):
            self.having[pair] |= bit

    def first_like(self, name: str) -> str | None:
        """Return the first known name that is similar."""
        matcher = SequenceMatcher(None, "", name)
        for number in _numbers(self._candidates(name)):
            matcher.set_seq1(self.names[number])
            # The two quick ratios are upper bounds: they spare nearly all of the slow ones.
            if (
                matcher.real_quick_ratio() >= SIMILAR
                and matcher.quick_ratio() >= SIMILAR
                and matcher.ratio() >= SIMILAR
            ):
                return self.names[number]
        return None

    def _candidates(self, name: str) -> int:
        """Return, as bits, the names that lack few enough of the letters."""
        most = floor(len(name) * LACKING + 1e-9)
        everyone = (1 << len(self.names)) - 1
        # lacking[n] has the names that lack at least n + 1 letters.
        lacking = [0] * (most + 1)
        for pair in _letters(name):
            carry = everyone & ~self.having.get(pair, 0)
            for place in range(most + 1):
                lacking[place], carry = lacking[place] | carry, lacking[place] & carry
        return everyone & ~lacking[most]


def _letters(name: str) -> Iterator[tuple[str, int]]:
    for letter, times in Counter(name).items():
        for time in range(times):
            yield letter, time


def _bits(numbers: Iterable[int], length: int) -> int:
    """Return the integer that has these bits."""
    held = bytearray(length // 8 + 1)
    for number in numbers:
        held[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(held, "little")


def _numbers(bits: int) -> Iterator[int]:
    """Yield which bits are set, from the lowest."""
    held = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    for place, byte in enumerate(held):
        if byte:
            yield from (place * 8 + n for n in range(8) if byte >> n & 1)

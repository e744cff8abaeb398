"""Lining up the lists of two languages."""

from collections import deque
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")


def align(
    base: Sequence[T],
    other: Sequence[T],
    key: Callable[[T], Hashable],
    is_like: Callable[[T, T], bool],
) -> list[tuple[T | None, T | None]]:
    """Pair the rows of two lists: equal keys in any order, what is then left row by row.

    Rows of `base` come first in their order, then the rows of `other` that found no partner.
    """
    waiting: dict[Hashable, deque[int]] = {}
    for j, row in enumerate(other):
        waiting.setdefault(key(row), deque()).append(j)
    partners: dict[int, int] = {}
    for i, row in enumerate(base):
        if places := waiting.get(key(row)):
            partners[i] = places.popleft()
    taken = set(partners.values())
    left = [i for i in range(len(base)) if i not in partners]
    right = [j for j in range(len(other)) if j not in taken]
    partners |= {i: j for i, j in zip(left, right, strict=False) if is_like(base[i], other[j])}
    taken = set(partners.values())
    pairs: list[tuple[T | None, T | None]] = [
        (row, other[partners[i]] if i in partners else None) for i, row in enumerate(base)
    ]
    return pairs + [(None, row) for j, row in enumerate(other) if j not in taken]

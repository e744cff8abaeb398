"""The order of a film's pictures: what one editor moves must not undo what another added."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from films.models import Placement

T = TypeVar("T")


def merge_order(current: Sequence[T], wanted: Iterable[T]) -> list[T]:
    """Return `current` with the items of `wanted` in that order.

    Items that `wanted` does not know keep their place; those that are no longer there are dropped.
    """
    here = set(current)
    known = [item for item in dict.fromkeys(wanted) if item in here]
    moved, places = set(known), iter(known)
    return [next(places) if item in moved else item for item in current]


def move(current: Sequence[T], chosen: set[T], step: int) -> list[T]:
    """Return the list with the chosen items one place earlier (-1) or later (1)."""
    items = list(current)
    indices = range(1, len(items)) if step < 0 else range(len(items) - 2, -1, -1)
    for index in indices:
        other = index + step
        if items[index] in chosen and items[other] not in chosen:
            items[index], items[other] = items[other], items[index]
    return items


def bring_forward(current: Sequence[T], chosen: set[T]) -> list[T]:
    """Return the list with the chosen items first, in the order that they have."""
    return sorted(current, key=lambda item: item not in chosen)


def save_order(wanted: Iterable[Placement]) -> None:
    """Number the rows anew, inside a change; only those whose number differs are written."""
    rows = list(wanted)
    moved = []
    for position, row in enumerate(rows):
        if row.position != position:
            row.position = position
            moved.append(row)
    if moved:
        Placement.objects.bulk_update(moved, ["position"])

"""The order of rows that both sides have moved, put together. Knows only identifiers."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the fewest rows whose moving makes one order of the other."""
    places = {uuid: place for place, uuid in enumerate(old)}
    ends: list[int] = []
    chains: list[list[str]] = []
    for uuid in new:
        if uuid not in places:
            continue
        at = bisect_left(ends, places[uuid])
        chain = [*(chains[at - 1] if at else []), uuid]
        ends[at : at + 1], chains[at : at + 1] = [places[uuid]], [chain]
    common = {uuid for uuid in new if uuid in places}
    return common - set(chains[-1]) if chains else set()


def merge_orders(
    ancestor: Sequence[str], theirs: Sequence[str], ours: Sequence[str], kept: Sequence[str]
) -> tuple[list[str], set[str]]:
    """Return the rows `kept` in one order, and those that both sides moved, and differently.

    Theirs is the order to begin with; what ours moved or added stands behind the row that it
    follows there.
    """
    both = [uuid for uuid in ours if uuid in set(theirs)]
    ours_moved = moved(ancestor, ours)
    contested: set[str] = set()
    if both != [uuid for uuid in theirs if uuid in set(ours)]:
        contested = moved(ancestor, theirs) & ours_moved
    known = set(theirs)
    placed = [uuid for uuid in theirs if uuid in set(kept) and uuid not in ours_moved]
    before: str | None = None
    for uuid in ours:
        if uuid in ours_moved or (uuid in set(kept) and uuid not in known):
            if uuid not in kept:
                continue
            at = placed.index(before) + 1 if before is not None else 0
            placed.insert(at, uuid)
        if uuid in placed:
            before = uuid
    return placed, contested

"""Whatever else is made of a person's data and kept outside documents: built kits, exports.

A module that keeps such things registers a function when the apps are ready, as it does for the
times at which pages change. The function is called inside the change, deletes what it keeps, and
returns one line a human can read for each thing, or nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Erased:
    """Whose traces are to go: identifiers, names, and the records that showed the person."""

    uuids: frozenset[str]
    names: tuple[str, ...]
    records: frozenset[int]
    is_dry_run: bool


Place = Callable[[Erased], Iterable[str]]
_places: list[Place] = []


def register_place(place: Place) -> Place:
    """Let an app erase what it keeps outside documents; nothing is written on a dry run."""
    _places.append(place)
    return place


def clear_places(erased: Erased) -> list[str]:
    """Return what the registered places say they have deleted."""
    return [line for place in _places for line in place(erased)]

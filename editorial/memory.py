"""Site-wide look-ups kept in the process: until the content version steps or time brings a change.

For vocabulary, menus and the company profile, which every page needs and few saves change.
"""

from collections.abc import Callable, Hashable
from datetime import datetime
from threading import Lock
from typing import TypeVar, cast

from django.db import connection
from django.utils import timezone

from editorial.models import ContentVersion
from editorial.publishing.boundaries import next_boundary

T = TypeVar("T")
# So many look-ups are kept; what was not asked for the longest goes first. Some are kept by film.
MOST = 4_000
_lock = Lock()
_kept: dict[tuple[Hashable, ...], tuple[int, object]] = {}
_state: dict[str, object] = {"version": None, "until": None, "database": None, "generation": 0}


def remember(name: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """Return what `make` returned the last time, as long as it can still be true.

    What a slow thread made under an older state is returned to it, but not to anybody else.
    """
    generation = cast(int, _state["generation"])
    found = _kept.get(name)
    if found is None or found[0] != generation:
        found = (generation, make())
    with _lock:
        # The order of a dictionary is that of writing.
        _kept.pop(name, None)
        _kept[name] = found
        while len(_kept) > MOST:
            del _kept[next(iter(_kept))]
    return cast(T, found[1])


def renew(version: int | None = None) -> int:
    """Forget everything if content or time have moved on; called once per public request."""
    number = ContentVersion.read() if version is None else version
    now = timezone.now()
    until = _state["until"]
    is_over = isinstance(until, datetime) and now >= until
    database = connection.settings_dict["NAME"]
    if is_over or (_state["version"], _state["database"]) != (number, database):
        boundary = next_boundary(now)
        with _lock:
            _kept.clear()
            _state["generation"] = cast(int, _state["generation"]) + 1
            _state.update(version=number, until=boundary, database=database)
    return number


def forget() -> None:
    """Forget everything now (tests, and after vocabulary was loaded in bulk)."""
    with _lock:
        _kept.clear()
        _state["generation"] = cast(int, _state["generation"]) + 1
        _state.update(version=None, until=None)

"""Site-wide look-ups kept in the process: until the content version steps or time brings a change.

For vocabulary, menus and the company profile, which every page needs and few saves change.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.db import connection
from django.utils import timezone

from editorial.models import ContentVersion
from editorial.publishing import next_boundary

T = TypeVar("T")
_kept: dict[tuple, object] = {}
_state: dict[str, object] = {"version": None, "until": None, "database": None}


def remember(name: tuple, make: Callable[[], T]) -> T:
    """Return what `make` returned the last time, as long as it can still be true."""
    if name not in _kept:
        _kept[name] = make()
    return _kept[name]  # type: ignore[return-value]


def renew(version: int | None = None) -> int:
    """Forget everything if content or time have moved on; called once per public request."""
    number = ContentVersion.read() if version is None else version
    until = _state["until"]
    now = timezone.now()
    database = connection.settings_dict["NAME"]
    same = (_state["version"], _state["database"]) == (number, database)
    if not same or (isinstance(until, datetime) and now >= until):
        _kept.clear()
        _state.update(version=number, until=next_boundary(now), database=database)
    return number


def forget() -> None:
    """Forget everything now (tests, and after vocabulary was loaded in bulk)."""
    _kept.clear()
    _state.update(version=None, until=None)

"""What rooms further out say on a film page, by template tags of their own.

A finished page is kept as long as nothing on it changes (pages/stored.py), so each of these rooms
names what its tag would say.
"""

from collections.abc import Callable

from films.sheet import FilmSheet

Addition = Callable[[FilmSheet], object]
_additions: list[Addition] = []


def register_addition(addition: Addition) -> None:
    """Let an app name what its template tag says of a film; asked when content has changed."""
    if addition not in _additions:
        _additions.append(addition)


def additions_to(film: FilmSheet) -> tuple[object, ...]:
    return tuple(addition(film) for addition in _additions)

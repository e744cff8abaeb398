"""Doors in the film's form to desks of rooms further out, which register theirs when ready; and
what those can do with films chosen in the list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Door:
    """A line in a tab of the form: what lies behind it, and the name of its address, which takes
    the film's primary key. `rows` that are part of the film are counted in the tab."""

    tab: str
    label: Any
    address: str
    rows: type[models.Model] | None = None
    may: Callable[[Any], bool] | None = None


_doors: list[Door] = []


def register_door(door: Door) -> None:
    if door not in _doors:
        _doors.append(door)


def doors() -> tuple[Door, ...]:
    return tuple(_doors)


# What a room further out says above the form of a film and its credits desk: HTML, '' of nothing.
Line = Callable[[Any, Any], str]
_lines: list[Line] = []


def register_line(line: Line) -> None:
    """Show a line above the form; it is asked with the film and the user."""
    if line not in _lines:
        _lines.append(line)


def lines_of(film: Any, user: Any) -> list[str]:
    return [said for line in _lines if (said := line(film, user))]


Action = Callable[..., Any]
_actions: list[tuple[Action, Callable[[Any], bool]]] = []


def register_action(action: Action, may: Callable[[Any], bool]) -> None:
    """Offer an action in the list of films to the users who may."""
    if (action, may) not in _actions:
        _actions.append((action, may))


def actions_of(user: Any) -> list[Action]:
    return [action for action, may in _actions if may(user)]

"""Doors in the film's form to desks of rooms further out, which register theirs when ready."""

from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Door:
    """A line in a tab of the form: what lies behind it, and the name of its address, which takes
    the film's primary key. `rows` are told in the tab: how many the film has of them."""

    tab: str
    label: Any
    address: str
    rows: type[models.Model]


_doors: list[Door] = []


def register_door(door: Door) -> None:
    if door not in _doors:
        _doors.append(door)


def doors() -> tuple[Door, ...]:
    return tuple(_doors)

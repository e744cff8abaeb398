"""One thing that needs attention, and several of a kind."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

# What stands in sight, and what can be unfolded; beyond that it is work for a list.
IN_SIGHT, MOST = 4, 60


@dataclass(frozen=True)
class Item:
    """`retry` is the address that tries a job again, '' if there is none to try or no right."""

    title: str
    url: str
    note: Any = ""
    language: str = ""
    retry: str = ""


@dataclass(frozen=True)
class Block:
    """`count` may be more than what is listed; `is_more` says that there are more than `MOST`."""

    key: str
    name: Any
    count: int
    items: tuple[Item, ...] = field(default_factory=tuple)
    is_more: bool = False

    @property
    def first(self) -> tuple[Item, ...]:
        # One line behind a fold is worse than one line more.
        return self.items if len(self.items) == IN_SIGHT + 1 else self.items[:IN_SIGHT]

    @property
    def rest(self) -> tuple[Item, ...]:
        return self.items[len(self.first) :]


def block_of(key: str, name: Any, found: Iterable[Item]) -> Block | None:
    """Return a block of what was found, asked for up to one more than `MOST`; None of nothing."""
    items = tuple(found)
    if not items:
        return None
    return Block(key, name, min(len(items), MOST), items[:MOST], len(items) > MOST)


def form_url(kind_model: Any, pk: int) -> str:
    meta = kind_model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[pk])

"""Microsites for tests: rows made the way the desk makes them."""

from typing import Any

from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from microsites.models import Block, Entry, MicrositePage


def add_page(film: Film, **facts: Any) -> MicrositePage:
    with change(None, "test"):
        return MicrositePage.objects.create(
            film=film, position=MicrositePage.objects.filter(film=film).count(), **facts
        )


def add_block(
    page: MicrositePage, kind: str, entries: tuple[dict, ...] = (), **facts: Any
) -> Block:
    """Add a block with its entries, each a dictionary of fields."""
    with change(None, "test"):
        place = Block.objects.filter(page=page).count()
        block = Block.objects.create(page=page, kind=kind, position=place, **facts)
        for position, entry in enumerate(entries):
            Entry.objects.create(block=block, position=position, **entry)
        return block


def go_live(film: Film, *languages: str) -> None:
    for language in languages or ("en", "de"):
        publish(film.record, language)

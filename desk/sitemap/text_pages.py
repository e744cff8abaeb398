"""Text pages of the sitemap, and what the law asks for where no text page says it."""

from collections.abc import Iterator
from datetime import datetime

from desk.sitemap.entries import Entry, Place
from desk.sitemap.films import Live, entries_of
from editorial.fields import languages
from pages.legal import PURPOSES, legal_pages


def page_entries(live: Live) -> list[Entry]:
    """Return the text pages. Imprint and the like belong together by what they serve."""
    written = [Entry(tuple(places)) for places in entries_of(live, "page").values()]
    changes = {place.path: place.changed_at for entry in written for place in entry.places}
    legal = list(_legal_entries(live, changes))
    taken = {place.path for entry in legal for place in entry.places}
    others = [
        Entry(tuple(place for place in entry.places if place.path not in taken))
        for entry in written
    ]
    return [*(entry for entry in others if entry.places), *legal]


def _legal_entries(live: Live, changes: dict[str, datetime | None]) -> Iterator[Entry]:
    spoken = [c for c in languages() if live.latest("film", c) or live.latest("page", c)]
    for number in range(len(PURPOSES)):
        pages = [(code, legal_pages(code)[number]) for code in spoken]
        if pages:
            yield Entry(tuple(Place(c, page.url, changes.get(page.url)) for c, page in pages))

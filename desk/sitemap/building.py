"""The sitemap's files: one for a small site; on a large one an index and files by kind.

On a very large one (`ranges.py`) nobody reads everything at once: each part is made when it is
asked for, of the records between two.
"""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from desk.sitemap.entries import Entry, Place
from desk.sitemap.films import Live, film_entries, read_live
from desk.sitemap.microsites import microsite_entries
from desk.sitemap.press import press_entries
from desk.sitemap.shared import COMPANIES, FESTIVALS, PEOPLE, shared_entries
from desk.sitemap.text_pages import page_entries
from desk.sitemap.writing import write_index, write_pages
from editorial.fields import languages

# The protocol allows 50,000 addresses and 50 MB a file; pictures and languages take their room.
MOST_ADDRESSES = 5000
# The XML and the last change of each file, by what stands behind "sitemap-"; '' is the main one.
Files = dict[str, tuple[str, datetime | None]]


def build_sitemap(most: int = MOST_ADDRESSES) -> Files:
    """Return all files. The number of queries does not depend on what is live."""
    kinds = _collect(timezone.now())
    everything = [entry for entries in kinds.values() for entry in entries]
    if sum(len(entry.places) for entry in everything) <= most:
        return {"": (write_pages(everything), last_change(everything))}
    files: Files = {}
    for kind, entries in kinds.items():
        for number, part in enumerate(_parts(entries, most), start=1):
            files[f"{kind}-{number}"] = (write_pages(part), last_change(part))
    index = [
        (reverse("sitemap_part", args=[name]), changed) for name, (_xml, changed) in files.items()
    ]
    return {"": (write_index(index), last_change(everything)), **files}


def last_change(entries: Iterable[Entry]) -> datetime | None:
    moments = [p.changed_at for entry in entries for p in entry.places if p.changed_at]
    return max(moments, default=None)


def _collect(now: datetime) -> dict[str, list[Entry]]:
    live = read_live(now)
    return {
        "pages": [*list_entries(live), *page_entries(live)],
        "films": film_entries(live),
        "microsites": microsite_entries(live),
        "press": press_entries(live),
        "people": shared_entries(PEOPLE, now),
        "companies": shared_entries(COMPANIES, now),
        "festivals": shared_entries(FESTIVALS, now),
    }


def list_entries(live: Live) -> list[Entry]:
    """Return home and the pages that list what is live, in the languages that have something."""
    lists = {"home": ("film", "page"), "catalogue": ("film",), "festivals": ("film",)}
    if live.has_screenings:
        lists["screenings"] = ("film",)
    entries = []
    for name, kinds in lists.items():
        places = []
        for language in languages():
            changes = [live.latest(kind, language) for kind in kinds]
            known = [change for change in changes if change]
            if known:
                places.append(Place(language, reverse(name, args=[language]), max(known)))
        entries += [Entry(tuple(places))] if places else []
    return entries


def _parts(entries: list[Entry], most: int) -> Iterable[list[Entry]]:
    """Yield the entries in files of at most `most` addresses, a page's languages together."""
    part: list[Entry] = []
    size = 0
    for entry in entries:
        if part and size + len(entry.places) > most:
            yield part
            part, size = [], 0
        part.append(entry)
        size += len(entry.places)
    if part:
        yield part

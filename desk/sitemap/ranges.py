"""Parts of a very large sitemap: each has the records between two, and is made by itself."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from desk.sitemap.building import last_change, list_entries
from desk.sitemap.entries import Entry
from desk.sitemap.films import Live, Range, film_entries, read_live
from desk.sitemap.microsites import microsite_entries
from desk.sitemap.press import area_entries, room_entries
from desk.sitemap.shared import COMPANIES, FESTIVALS, PEOPLE, Shared, shared_entries
from desk.sitemap.text_pages import page_entries
from desk.sitemap.writing import write_index, write_pages
from editorial.models import Publication, Record

# Records in a part: in two languages as many addresses twice.
RECORDS = 2_000
PAGES = "pages-1"
# The XML, and when what it lists last changed.
File = tuple[str, datetime | None]
Make = Callable[[datetime, Range], list[Entry]]


def _of_films(make: Callable[[Live], list[Entry]], now: datetime, within: Range) -> list[Entry]:
    return make(read_live(now, "film", within))


def _of_shared(shared: Shared, now: datetime, within: Range) -> list[Entry]:
    return shared_entries(shared, now, within)


KINDS: dict[str, tuple[str, Make]] = {
    "films": ("film", partial(_of_films, film_entries)),
    "microsites": ("film", partial(_of_films, microsite_entries)),
    "press": ("film", partial(_of_films, area_entries)),
    "people": ("person", partial(_of_shared, PEOPLE)),
    "companies": ("company", partial(_of_shared, COMPANIES)),
    "festivals": ("festival", partial(_of_shared, FESTIVALS)),
}


def is_large() -> bool:
    """Tell whether the site has more films and people than are read at once. One query."""
    counted = Record.objects.filter(kind__in=("film", "person"), binned_at=None)
    return counted.count() > RECORDS * 2


def read_pages(now: datetime) -> list[Entry]:
    """Return the lists, the press room and the text pages."""
    live = read_live(now, "page")
    films = Publication.objects.live(now).filter(kind="film").order_by()
    newest = dict(films.values_list("language").annotate(Max("publish_at")))
    facts = newest.pop("", now)
    live.newest = {("film", code): max(moment, facts) for code, moment in newest.items()}
    live.has_screenings = films.filter(screens_until__gte=now).exists()
    return [*list_entries(live), *room_entries(live), *page_entries(live)]


def write_list() -> str:
    """Return the index of all parts. They say themselves what changed when."""
    names = [PAGES, *(name for kind in KINDS for name in _names(kind))]
    return write_index([(reverse("sitemap_part", args=[name]), None) for name in names])


def _names(kind: str) -> Iterable[str]:
    return (f"{kind}-{number}" for number in range(1, len(_firsts(kind)) + 1))


def _firsts(kind: str) -> list[int]:
    """Return the first record of each part. One query on an index."""
    records = Record.objects.filter(kind=KINDS[kind][0]).order_by("pk")
    return list(records.values_list("pk", flat=True))[::RECORDS]


def read_part(name: str) -> list[Entry] | None:
    """Return the entries of a part such as people-3, None if there is none of this name."""
    if name == PAGES:
        return read_pages(timezone.now())
    kind, _hyphen, number = name.rpartition("-")
    if kind not in KINDS or not number.isdecimal():
        return None
    firsts = [*_firsts(kind), 2**62]
    place = int(number) - 1
    if not 0 <= place < len(firsts) - 1:
        return None
    return KINDS[kind][1](timezone.now(), (firsts[place], firsts[place + 1] - 1))


def build_file(name: str) -> File | None:
    """Return the XML and the last change of the index, '', or of a part; None for another name."""
    if not name:
        return write_list(), None
    entries = read_part(name)
    return None if entries is None else (write_pages(entries), last_change(entries))

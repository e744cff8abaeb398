"""The home page: one film at the top, all the others by category, what is on next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from assets.models import Image
from editorial.memory import remember
from editorial.models import Publication, Reference
from editorial.texts import EMPTY, Text
from films.calendar import FilmScreening, upcoming
from films.choices import Category
from films.sheet import FilmSheet, live_sheet
from films.sheet.objects import PictureSheet, QuoteSheet
from pages.counting import count_films
from pages.listing import FACTS, ListedFilm, Narrowing, live_films, read_films
from pages.paging import newest_films
from pages.tiles import TILE_USAGES, FilmTile, list_order, ordered_tiles

# With a picture; the older films of a category follow as titles, so that 120 films stay a page.
SHELF_TILES = 9
# Beyond these titles the catalogue is the better list.
MOST_TITLES = 60
SCREENINGS = 4
# The film at the top is sought among so many first.
LOOKED_AT = 60
STILLS = tuple(usage for usage in TILE_USAGES if usage != "poster")


@dataclass(frozen=True)
class Shelf:
    """The films of one category: the first with pictures, `further` by title alone.

    `count` is how many there are; what is not listed here stands in the catalogue.
    """

    category: str
    heading: str
    tiles: tuple[FilmTile, ...]
    further: tuple[FilmTile, ...]
    count: int

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.tiles) + len(self.further)


@dataclass(frozen=True)
class Top:
    """The film at the top of the page, and where its buttons lead."""

    film: FilmSheet

    @property
    def picture(self) -> PictureSheet | None:
        return self.film.hero or self.film.poster

    @property
    def line(self) -> Text:
        """The film in a sentence of the page's own language."""
        texts = (self.film.tagline, self.film.logline)
        return next((text for text in texts if text and not text.is_foreign), EMPTY)

    @property
    def url(self) -> str:
        return reverse("address", args=[self.film.language, self.film.path])

    @property
    def trailer(self) -> str:
        return f"{self.url}#trailer" if self.film.trailers else ""

    @property
    def screenings(self) -> str:
        return f"{self.url}#screenings" if self.film.screenings else ""

    @property
    def quote(self) -> QuoteSheet | None:
        return next((quote for quote in self.film.quotes if quote.is_featured), None)


@dataclass(frozen=True)
class Front:
    """What the home page of one language shows; `tiles` are all films that stand on it."""

    tiles: tuple[FilmTile, ...]
    top: Top | None
    shelves: tuple[Shelf, ...]


def front_page(language: str) -> Front:
    """Return the home page's films, remembered until something live changes."""
    return remember(("front", language), lambda: _make_front(language, timezone.now()))


def next_screenings(language: str) -> tuple[FilmScreening, ...]:
    return upcoming(language)[:SCREENINGS]


def _make_front(language: str, now: datetime) -> Front:
    with translation.override(language):
        chosen = _find_top(language)
        film = _read_sheet(chosen, language, now) if chosen else None
        shelves = _fill_shelves(chosen, language)
        shown = [tile for shelf in shelves for tile in (*shelf.tiles, *shelf.further)]
        tiles = sorted([*([chosen] if chosen else []), *shown], key=list_order)
        return Front(tuple(tiles), Top(film) if film else None, shelves)


def _find_top(language: str) -> FilmTile | None:
    """Return the film for the top of the page. Of a long list only the first are looked at."""
    pinned = _pinned(language)
    tiles = ordered_tiles(pinned or newest_films(language, 0, LOOKED_AT), language)
    found = choose_top(sorted(tiles, key=list_order))
    if pinned or found is None or (found.picture and not found.is_poster):
        return found
    for usages in (STILLS, TILE_USAGES):
        newest = _newest_with(usages, language)
        if newest:
            return ordered_tiles(newest, language)[0]
    return found


def _pinned(language: str, category: str = "") -> list[ListedFilm]:
    wanted = Q(record__pinned__isnull=False) & Narrowing((category,) if category else ()).facts
    return read_films(language, wanted)[:MOST_TITLES]


def _newest_with(usages: Sequence[str], language: str) -> list[ListedFilm]:
    """Return the newest film that has a picture for one of these uses, if any has."""
    pictures = Reference.objects.filter(
        publication=OuterRef(f"{FACTS}pk"),
        usage__in=usages,
        target__in=Image.objects.visible().values("pk"),
    )
    year = live_films(language, Q(Exists(pictures))).aggregate(year=Max(f"{FACTS}year"))["year"]
    return read_films(language, Q(Exists(pictures), **{f"{FACTS}year": year}))[:1]


def choose_top(tiles: list[FilmTile]) -> FilmTile | None:
    """Return the first pinned film, else the newest with a still, else with a poster, else any."""
    stills = [tile for tile in tiles if tile.picture and not tile.is_poster]
    posters = [tile for tile in tiles if tile.picture]
    pinned = [tile for tile in tiles if tile.pinned is not None]
    return next(iter(pinned or stills or posters or tiles), None)


def _read_sheet(tile: FilmTile, language: str, now: datetime) -> FilmSheet | None:
    live = Publication.objects.live(now).filter(record=tile.record_id)
    return live_sheet(list(live.select_related("record").defer("search_text")), language, now)


def _fill_shelves(top: FilmTile | None, language: str) -> tuple[Shelf, ...]:
    shelves = []
    for category in Category:
        count = sum(sort.count for sort in count_films(language) if sort.category == category)
        count -= top is not None and top.category == category
        if count:
            shelves.append(_fill_shelf(category, count, top, language))
    return tuple(shelves)


def _fill_shelf(category: Category, count: int, top: FilmTile | None, language: str) -> Shelf:
    # A list of one or two titles would look forgotten.
    shown = count if count <= SHELF_TILES + 2 else SHELF_TILES
    listed = _pinned(language, category)
    # One more than there is room for: the film at the top of the page may be among them.
    newest = newest_films(language, 0, SHELF_TILES + MOST_TITLES + 1, Narrowing((category,)))
    known = {film.record_id for film in listed}
    listed += [film for film in newest if film.record_id not in known]
    tiles = [tile for tile in ordered_tiles(listed, language) if tile != top]
    ordered = sorted(tiles, key=list_order)[: SHELF_TILES + MOST_TITLES]
    heading = category_heading(category)
    return Shelf(category, heading, tuple(ordered[:shown]), tuple(ordered[shown:]), count)


def category_heading(category: Category) -> str:
    """Return what stands above the films of a category."""
    headings = {
        Category.FEATURE: _("Feature films"),
        Category.DOCUMENTARY: _("Documentaries"),
        Category.SHORT: _("Short films"),
        Category.SERIES: _("Series"),
        Category.COMMERCIAL: _("Commercials"),
    }
    return headings[category]

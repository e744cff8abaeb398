"""The home page: one film at the top, all the others by category, what is on next."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from editorial.memory import remember
from editorial.models import Publication
from editorial.publishing.window import live_titles
from editorial.texts import EMPTY, Text
from films.calendar import FilmScreening, upcoming
from films.choices import Category
from films.sheet import FilmSheet, live_sheet
from films.sheet.objects import PictureSheet, QuoteSheet
from pages.tiles import FilmTile, make_tiles

# With a picture; the older films of a category follow as titles, so that 120 films stay a page.
SHELF_TILES = 9
SCREENINGS = 4


@dataclass(frozen=True)
class Shelf:
    """The films of one category: the first with pictures, `further` by title alone."""

    category: str
    heading: str
    tiles: tuple[FilmTile, ...]
    further: tuple[FilmTile, ...]

    @property
    def count(self) -> int:
        return len(self.tiles) + len(self.further)


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
    """What the home page of one language shows."""

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
        tiles = make_tiles(live_titles("film", language, now), language)
        chosen = choose_top(tiles)
        film = _read_sheet(chosen, language, now) if chosen else None
        shelves = _fill_shelves([tile for tile in tiles if tile != chosen])
        return Front(tuple(tiles), Top(film) if film else None, shelves)


def choose_top(tiles: list[FilmTile]) -> FilmTile | None:
    """Return the first pinned film, else the newest with a still, else with a poster, else any."""
    stills = [tile for tile in tiles if tile.picture and not tile.is_poster]
    posters = [tile for tile in tiles if tile.picture]
    pinned = [tile for tile in tiles if tile.pinned is not None]
    return next(iter(pinned or stills or posters or tiles), None)


def _read_sheet(tile: FilmTile, language: str, now: datetime) -> FilmSheet | None:
    live = Publication.objects.live(now).filter(record=tile.record_id)
    return live_sheet(list(live.select_related("record").defer("search_text")), language, now)


def _fill_shelves(tiles: list[FilmTile]) -> tuple[Shelf, ...]:
    shelves = []
    for category in Category:
        own = [tile for tile in tiles if tile.category == category]
        # A list of one or two titles would look forgotten.
        shown = len(own) if len(own) <= SHELF_TILES + 2 else SHELF_TILES
        if own:
            heading = category_heading(category)
            shelves.append(Shelf(category, heading, tuple(own[:shown]), tuple(own[shown:])))
    return tuple(shelves)


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

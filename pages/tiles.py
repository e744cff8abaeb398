"""Films in lists: title, address, year and a picture, from index columns and references."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from assets.models import Image
from editorial.fields import column
from editorial.models import Publication, Reference
from editorial.publishing.window import live_facts, live_titles
from pages.listing import ListedFilm

# Which picture stands for a film in a list, the best first. Posters are never cropped to a tile.
TILE_USAGES = ("still", "trailer", "background", "poster")


@dataclass(frozen=True)
class FilmTile:
    """A live film as it stands in lists of its language."""

    record_id: int
    key: str
    title: str
    path: str
    year: int | None
    category: str
    pinned: int | None
    picture: Any
    alt: str
    is_poster: bool
    focal_x: int = 50
    focal_y: int = 50
    countries: str = ""


def make_tiles(titles: Iterable[Publication], language: str) -> list[FilmTile]:
    """Return tiles in the order of lists: pinned, newest, by title. Three queries."""
    now = timezone.now()
    listed = list(titles)
    facts = live_facts([title.record_id for title in listed], now)
    pictures = _pictures({facts[pk].pk: pk for pk in facts}, now)
    tiles = [
        _make_tile(title, facts[title.record_id], pictures.get(title.record_id), language)
        for title in listed
        if title.record_id in facts
    ]
    return sorted(tiles, key=list_order)


def ordered_tiles(films: Iterable[ListedFilm], language: str) -> list[FilmTile]:
    """Return the tiles of these films in their order. Four queries."""
    listed = list(films)
    titles = live_titles("film", language).filter(pk__in=[film.title_id for film in listed])
    tiles = {tile.record_id: tile for tile in make_tiles(titles, language)}
    return [tiles[film.record_id] for film in listed if film.record_id in tiles]


def list_order(tile: FilmTile) -> tuple[int, int, str]:
    """Return by what lists are ordered: pinned first, then the newest, then by title."""
    place = 9999 if tile.pinned is None else tile.pinned
    return (place, -(tile.year or 0), tile.title.casefold())


def _pictures(publications: dict[int, int], now) -> dict[int, tuple[str, Image]]:
    """Return (usage, picture) by record: the best that may be shown at `now`."""
    references = Reference.objects.filter(
        publication__in=list(publications), usage__in=TILE_USAGES
    ).order_by("position", "pk")
    rows = list(references.values_list("publication_id", "usage", "target_id"))
    images = Image.objects.visible(now).in_bulk([target for _p, _u, target in rows])
    best: dict[int, tuple[str, Image]] = {}
    for publication, usage, target in rows:
        image = images.get(target)
        record = publications[publication]
        if image is None:
            continue
        if record not in best or _rank(usage) < _rank(best[record][0]):
            best[record] = (usage, image)
    return best


def _rank(usage: str) -> int:
    return TILE_USAGES.index(usage)


def _make_tile(title: Publication, facts: Publication, found, language: str) -> FilmTile:
    usage, image = found or ("", None)
    alt = image and (getattr(image, column("alt", language)) or "")
    return FilmTile(
        record_id=title.record_id,
        key=title.record.key,
        title=title.title,
        path=title.path,
        year=facts.year,
        category=facts.category,
        pinned=title.record.pinned,
        picture=image.picture if image else None,
        alt=alt or _("Still from “%(title)s”") % {"title": title.title},
        is_poster=usage == "poster",
        focal_x=image.focal_x if image else 50,
        focal_y=image.focal_y if image else 50,
        countries=facts.countries.strip(","),
    )

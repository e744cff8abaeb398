"""Pages that list films or screenings, and the page of a festival."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.cities import city_name
from films.calendar import FilmScreening
from films.linked_data.screenings import screening_data
from pages.absolute import absolute
from pages.linked_data import (
    Node,
    address_data,
    company_data,
    graph,
    page_data,
    path_data,
    site_data,
    tile_list,
)
from pages.tiles import FilmTile


def home_linked_data(language: str, tiles: Iterable[FilmTile]) -> Node:
    """Return the company, its site and its films."""
    company = company_data(language)
    site = site_data(language, company.get("name", "Lichtspiel"))
    return graph(company, site, tile_list(_("Films"), language, tiles))


def catalogue_linked_data(language: str, tiles: Iterable[FilmTile]) -> Node:
    """Return the catalogue with the films that it shows."""
    url = reverse("catalogue", args=[language])
    return graph(
        page_data("CollectionPage", url, language, _("Films")),
        tile_list(_("Films"), language, tiles),
        _path(language, (_("Films"), url)),
    )


def calendar_linked_data(language: str, screenings: Iterable[FilmScreening]) -> Node:
    """Return the screenings that the page shows as events, each with its film."""
    url = reverse("screenings", args=[language])
    events = [_event(language, screening) for screening in screenings]
    return graph(
        page_data("CollectionPage", url, language, _("Screenings")),
        *events,
        _path(language, (_("Screenings"), url)),
    )


def _event(language: str, screening: FilmScreening) -> Node:
    film = screening.film
    url = reverse("address", args=[language, film.path])
    work = f"{absolute(url)}#film"
    return screening_data(screening, film.title, work, url, film.picture)


def festival_linked_data(
    festival: Any, name: str, language: str, tiles: Iterable[FilmTile]
) -> Node:
    """Return a festival as a series of events, and the films it has shown."""
    url = reverse("festival", args=[language, festival.record.key])
    city = city_name(festival.city, festival.country, language)
    place = address_data("", "", city, festival.country)
    data = {
        "@type": "EventSeries",
        "@id": f"{absolute(url)}#festival",
        "name": name,
        "url": absolute(url),
        "location": {"@type": "Place", "name": city, "address": place} if place else None,
        "sameAs": festival.website,
    }
    unique = {tile.record_id: tile for tile in tiles}
    return graph(
        data,
        tile_list(_("Films"), language, unique.values()),
        _path(language, (_("Festivals"), reverse("festivals", args=[language])), (name, url)),
    )


def festivals_linked_data(language: str) -> Node:
    """Return the page that lists the festivals."""
    url = reverse("festivals", args=[language])
    return graph(
        page_data("CollectionPage", url, language, _("Festivals")),
        _path(language, (_("Festivals"), url)),
    )


def _path(language: str, *places: tuple[str, str]) -> Node:
    return path_data([(_("Home"), reverse("home", args=[language])), *places])

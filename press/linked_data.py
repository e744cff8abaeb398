"""What press room and press areas tell search engines (schema.org)."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.absolute import absolute
from pages.linked_data import Node, graph, image_data, page_data, path_data
from press.area import PressArea
from press.releases import Release


def room_linked_data(language: str, releases: Iterable[Release]) -> Node:
    """Return the press room with its releases."""
    url, name = reverse("press_room", args=[language]), pgettext("press room", "Press")
    parts = [
        {
            "@type": "WebPage",
            "@id": f"{absolute(release.url)}#page",
            "url": absolute(release.url),
            "name": release.title,
            "datePublished": release.published_at.isoformat(timespec="seconds"),
        }
        for release in releases
    ]
    page = page_data("CollectionPage", url, language, name, hasPart=parts)
    return graph(page, path_data([_home(language), (name, url)]))


def area_linked_data(area: PressArea) -> Node:
    """Return the press area with the film it is about and its pictures, whose licence is said."""
    film, language = area.film, area.film.language
    room = reverse("press_room", args=[language])
    film_url = reverse("address", args=[language, film.path])
    url = reverse("press_area", args=[language, film.path])
    pictures = [
        image_data(
            picture.sheet.picture,
            picture.sheet.caption.value,
            picture.sheet.credit,
            picture.sheet.photographer,
            picture.sheet.copyright,
        )
        for picture in area.stills
    ]
    name = pgettext("press room", "Press: %(film)s") % {"film": film.title.value}
    about = {"@id": f"{absolute(film_url)}#film"}
    page = page_data("CollectionPage", url, language, name, about=about, hasPart=pictures)
    path = [_home(language), (pgettext("press room", "Press"), room), (film.title.value, url)]
    return graph(page, path_data(path))


def _home(language: str) -> tuple[str, str]:
    return _("Home"), reverse("home", args=[language])

"""People and companies for search engines: schema.org's Person and Organization."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from assets.models import Image
from editorial.prose import plain_text
from editorial.texts import Text
from pages.absolute import absolute
from pages.linked_data import Node, address_data, graph, image_data, path_data, tile_list
from pages.social import Card, card_picture
from pages.tiles import FilmTile
from people.filmography import FilmographyEntry
from people.models import Company, Person
from people.names_shown import ShownNames

# What somebody is called first: three words say it, the rest stands in the filmography.
MOST_TITLES = 3
LONGEST_DESCRIPTION = 300


def person_linked_data(context: dict[str, Any], language: str) -> Node:
    """Return what the person's page tells, and the films on it."""
    person: Person = context["person"]
    films: Sequence[FilmographyEntry] = context["filmography"]
    names: ShownNames = context["names"]
    birthplace: Text = context["birthplace"]
    url = reverse("person", args=[language, person.record.key])
    words = dict.fromkeys(role for entry in films for role in entry.roles)
    data = {
        "@type": "Person",
        "@id": f"{absolute(url)}#person",
        "name": person.name,
        "alternateName": list(names.every),
        "url": absolute(url),
        "description": _short(context["biography"]),
        "birthDate": person.born_on,
        "birthPlace": {"@type": "Place", "name": birthplace.value} if birthplace else None,
        "deathDate": person.died_on,
        "jobTitle": list(words)[:MOST_TITLES],
        "image": _picture(context["portrait"]),
        "sameAs": person.website,
    }
    shown = _films(language, (entry.tile for entry in films))
    return graph(data, shown, _path(language, person.name, url))


def company_linked_data(context: dict[str, Any], language: str) -> Node:
    """Return what the company's page tells, and the films on it."""
    company: Company = context["company"]
    is_asked = context["is_asked"]
    url = reverse("company", args=[language, company.record.key])
    data = {
        "@type": "Organization",
        "@id": f"{absolute(url)}#company",
        "name": company.name,
        "url": absolute(url),
        "description": _short(context["description"]),
        "address": address_data("", "", context["city"], company.country),
        "email": company.email if is_asked else "",
        "telephone": company.phone if is_asked else "",
        "logo": _picture(context["logo"]),
        "sameAs": company.website,
    }
    shown = _films(language, (tile for group in context["groups"] for tile in group.tiles))
    return graph(data, shown, _path(language, company.name, url))


def person_card(context: dict[str, Any]) -> Card:
    """Return the person's card in messengers and networks."""
    return _card(context["person"].name, context["biography"], context["portrait"])


def company_card(context: dict[str, Any]) -> Card:
    return _card(context["company"].name, context["description"], context["logo"])


def _card(name: str, text: Text, image: Image | None) -> Card:
    picture = card_picture(image.picture, name) if image else None
    return Card(name, _short(text), "profile", picture)


def _films(language: str, tiles: Iterable[FilmTile]) -> Node:
    return tile_list(_("Films"), language, {tile.record_id: tile for tile in tiles}.values())


def _path(language: str, name: str, url: str) -> Node:
    return path_data([(_("Home"), reverse("home", args=[language])), (name, url)])


def _picture(image: Image | None) -> Node | None:
    if image is None:
        return None
    return image_data(
        image.picture,
        credit=image.credit,
        photographer=image.photographer,
        owner=image.copyright,
    )


def _short(text: Text) -> str:
    """Return the beginning as plain text."""
    return plain_text(text.value, LONGEST_DESCRIPTION)

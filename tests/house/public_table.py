"""What visitors may have at each public address: the table that test_public_matrix.py holds.

Whoever asks gets the same: what is not live is not there, for members either, who look at it by
previews. Rows are found by the name of the address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Args = Callable[[Any], dict[str, Any]]
SAFE = frozenset({"GET", "HEAD"})
ASKED_BEFORE = SAFE | {"OPTIONS"}  # by browsers, of what a sandboxed page wants to have


@dataclass(frozen=True)
class Row:
    """`status` where all is live. With `by_state` the address names a record: where that is not
    live, it is not found."""

    status: int = 200
    args: Args = lambda world: {}
    query: str = ""
    methods: frozenset[str] = SAFE
    by_state: bool = False


def spoken(**facts: Any) -> Args:
    """Return the arguments of an address that begins with its language."""
    return lambda world: {"language": "en"} | facts


def of_film(**facts: Any) -> Args:
    return lambda world: (
        {"language": "en", "slug": world["slug"]}
        | {name: fact(world) if callable(fact) else fact for name, fact in facts.items()}
    )


def from_world(name: str) -> Callable[[Any], Any]:
    return lambda world: world[name]


PUBLIC: dict[str, Row] = {
    "entrance": Row(302),
    "home": Row(200, spoken()),
    "catalogue": Row(200, spoken()),
    "films_json": Row(200, spoken()),
    "screenings": Row(200, spoken()),
    "screenings_ics": Row(200, spoken()),
    "festivals": Row(200, spoken()),
    "festival": Row(200, lambda world: {"language": "en", "slug": world["festival"]}),
    "person": Row(200, lambda world: {"language": "en", "slug": world["person"]}),
    "company": Row(200, lambda world: {"language": "en", "slug": world["company"]}),
    "feed": Row(200, spoken()),
    "search": Row(200, spoken(), "?q=Geheimplan"),
    "search_entrance": Row(302, query="?q=Geheimplan"),
    "press_room": Row(200, spoken()),
    "press_feed": Row(200, spoken()),
    "sitemap": Row(200),
    "sitemap_part": Row(404, lambda world: {"name": "films"}),  # only a large site has parts
    "robots": Row(200),
    "security_contact": Row(200),
    "health": Row(200),
    "known_host": Row(404, query="?domain=unknown.example"),
    "schema": Row(200, lambda world: {"name": "film"}),
    # a film
    "address": Row(200, lambda world: {"language": "en", "path": world["slug"]}, by_state=True),
    "film_json": Row(200, of_film(), by_state=True),
    "film_ics": Row(200, of_film(), by_state=True),
    "laurel": Row(200, of_film(uuid=from_world("laurel"), kind="svg"), by_state=True),
    "microsite": Row(200, of_film(), by_state=True),
    "microsite_page": Row(200, of_film(page="diary"), by_state=True),
    "archived_site": Row(200, of_film(path=""), methods=ASKED_BEFORE, by_state=True),
    "press_area": Row(200, of_film(), by_state=True),
    "data_sheet": Row(200, of_film(), by_state=True),
    "data_sheet_file": Row(200, of_film(kind="csv"), by_state=True),
    "press_kit_file": Row(200, of_film(name=from_world("stills")), by_state=True),
    # links for outsiders, and files: their own tests below
    "shared_preview": Row(404, lambda world: {"token": "none"}),
    "shared_press": Row(404, lambda world: {"token": "none"}),
    "archived_preview": Row(
        404, lambda world: {"token": "none", "language": "en", "path": ""}, methods=ASKED_BEFORE
    ),
    "media": Row(404, lambda world: {"path": "renditions/aa/none.jpg"}),
    "microsite_style": Row(404, lambda world: {"name": "none", "path": "none.css"}),
}

"""What a text page tells search engines and networks."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.publishing.window import live_titles
from pages.linked_data import Node, graph, image_data, page_data, path_data
from pages.social import Card, card_picture


def page_linked_data(context: dict[str, Any], language: str, path: str) -> Node:
    """Return the WebPage with its place in the tree. One query below the first level."""
    url = reverse("address", args=[language, path])
    image, released = context["image"], context.get("released_at")
    facts = {
        "description": context["description"],
        "primaryImageOfPage": _image(image) if image else None,
        "datePublished": released.isoformat(timespec="seconds") if released else "",
    }
    return graph(
        page_data("WebPage", url, language, context["title"], **facts),
        path_data([*_above(language, path), (context["title"], url)]),
    )


def page_card(context: dict[str, Any]) -> Card:
    image = context["image"]
    picture = card_picture(image["picture"], image["alt"]) if image else None
    return Card(context["title"], context["description"], "article", picture)


def _image(image: dict[str, Any]) -> Node:
    return image_data(image["picture"], caption=image["caption"], credit=image["credit"])


def _above(language: str, path: str) -> list[tuple[str, str]]:
    """Return home and the live pages above `path`, from the top down."""
    words = path.split("/")[:-1]
    above = ["/".join(words[:number]) for number in range(1, len(words) + 1)]
    live = live_titles("page", language).filter(path__in=above) if above else ()
    titles = {page.path: page.title for page in live}
    found = [(titles[p], reverse("address", args=[language, p])) for p in above if p in titles]
    return [(_("Home"), reverse("home", args=[language])), *found]

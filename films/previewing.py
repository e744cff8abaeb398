"""The outputs of a film: where they stand, and how a preview shows them from any document."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.kinds import Document
from editorial.outputs import Links, Output, register_follower, register_output
from films.leaving import find_leaving_festivals, find_leaving_people
from films.sheet import make_sheet
from films.targets import texts_of
from pages.rendering import render_page


def register_outputs() -> None:
    register_output(Output("film", "film", gettext_lazy("Film page"), film_address, show_film))
    register_output(Output("film", "json", gettext_lazy("Data (film.json)"), json_address))
    register_follower("film", find_leaving_people)
    register_follower("film", find_leaving_festivals)


def film_address(document: Document, language: str) -> str:
    return reverse("address", args=[language, slug_of(document, language)])


def json_address(document: Document, language: str) -> str:
    return reverse("film_json", args=[language, slug_of(document, language)])


def slug_of(document: Document, language: str) -> str:
    """Return the film's slug, its key while it has none."""
    slug: str = texts_of(document, language).get("slug") or document["key"]
    return slug


def complete(document: Document, language: str) -> Document:
    """Return the document with what a live film has and a new one may lack: title and address."""
    texts = document.get("texts", {})
    own = texts.get(language, {})
    facts = {"slug": slug_of(document, language), **own.get("facts", {})}
    if not any(part.get("facts", {}).get("title") for part in texts.values()):
        facts["title"] = _("No title yet")
    return {**document, "texts": {**texts, language: {**own, "facts": facts}}}


def show_film(
    request: HttpRequest, document: Document, language: str, frame: dict[str, Any], others: Links
) -> HttpResponse:
    film = make_sheet(complete(document, language), language)
    return render_page(request, "films/film_detail.html", language, {**frame, "film": film}, others)

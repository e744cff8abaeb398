"""The outputs of a film: where they stand, and how a preview shows them from any document."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.kinds import Document
from editorial.outputs import Links, Output, register_follower, register_output
from editorial.texts import Text
from films.leaving import find_leaving_festivals, find_leaving_people
from films.sheet import FilmSheet, make_sheet
from films.targets import texts_of
from pages.rendering import render_page


def register_outputs() -> None:
    register_output(Output("film", "film", gettext_lazy("Film page"), film_address, show_film))
    register_output(
        Output("film", "microsite", gettext_lazy("Microsite"), microsite_address, show_microsite)
    )
    register_output(Output("film", "json", gettext_lazy("Data (film.json)"), json_address))
    register_follower("film", find_leaving_people)
    register_follower("film", find_leaving_festivals)


def film_address(document: Document, language: str) -> str:
    return reverse("address", args=[language, slug_of(document, language)])


def microsite_address(document: Document, language: str) -> str:
    return reverse("microsite", args=[language, slug_of(document, language)])


def json_address(document: Document, language: str) -> str:
    return reverse("film_json", args=[language, slug_of(document, language)])


def slug_of(document: Document, language: str) -> str:
    """Return the film's slug, its key while it has none."""
    slug: str = texts_of(document, language).get("slug") or document["key"]
    return slug


def preview_sheet(document: Document, language: str) -> FilmSheet:
    """Return the sheet of a document that may lack what a live film has."""
    sheet = make_sheet(document, language)
    title = sheet.title or Text(_("No title yet"), language)
    return replace(sheet, path=slug_of(document, language), title=title)


def show_film(
    request: HttpRequest, document: Document, language: str, frame: dict[str, Any], others: Links
) -> HttpResponse:
    context = {**frame, "film": preview_sheet(document, language)}
    return render_page(request, "films/film_detail.html", language, context, others)


def show_microsite(
    request: HttpRequest, document: Document, language: str, frame: dict[str, Any], others: Links
) -> HttpResponse:
    context = {**frame, "film": preview_sheet(document, language)}
    return render_page(request, "films/microsite.html", language, context, others)

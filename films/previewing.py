"""The outputs of a film: where they stand, and how a preview shows them from any document."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.kinds import Document
from editorial.models import Publication, Record, Reference
from editorial.outputs import Links, Output, register_follower, register_output
from editorial.texts import Text
from films.sheet import FilmSheet, make_sheet
from films.targets import texts_of
from pages.rendering import render_page
from people.models import Person


def register_outputs() -> None:
    register_output(Output("film", "film", gettext_lazy("Film page"), film_address, show_film))
    register_output(
        Output("film", "microsite", gettext_lazy("Microsite"), microsite_address, show_microsite)
    )
    register_output(Output("film", "json", gettext_lazy("Data (film.json)"), json_address))
    register_follower("film", find_leaving_people)


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


def find_leaving_people(record: Record, language: str) -> Iterable[tuple[str, str]]:
    """Return pages of people whom no other film live in the language credits."""
    now = timezone.now()
    live = Publication.objects.live(now).filter(kind="film")
    spoken = live.filter(language=language).exclude(record=record).values("record")
    credits = Reference.objects.filter(usage="credit")
    mine = credits.filter(publication__in=live.filter(record=record, language="").values("pk"))
    others = live.filter(language="", record__in=spoken).values("pk")
    elsewhere = credits.filter(publication__in=others).values("target")
    people = Person.objects.filter(pk__in=mine.values("target")).exclude(pk__in=elsewhere)
    return [
        (str(person), reverse("person", args=[language, person.record.key]))
        for person in people.select_related("record").order_by("pk")
    ]

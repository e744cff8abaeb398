"""How a preview shows a microsite from any document."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from editorial.kinds import Document
from editorial.outputs import Links, Output, register_output
from films.previewing import complete, slug_of
from microsites.asking import asked_number
from microsites.sheet import make_microsite
from microsites.showing import render_microsite


def register_outputs() -> None:
    register_output(
        Output("film", "microsite", gettext_lazy("Microsite"), microsite_address, show_microsite)
    )


def microsite_address(document: Document, language: str) -> str:
    return reverse("microsite", args=[language, slug_of(document, language)])


def show_microsite(
    request: HttpRequest, document: Document, language: str, frame: dict[str, Any], others: Links
) -> HttpResponse:
    path = slug_of(document, language)

    def address(slug: str) -> str:
        rest = [slug] if slug else []
        return reverse("microsite_page" if slug else "microsite", args=[language, path, *rest])

    today: date | None = None
    number = asked_number(request)
    site = make_microsite(
        complete(document, language), language, address, today=today, number=number
    )
    assert site is not None, "every microsite has a start page"
    return render_microsite(request, site, others, frame)

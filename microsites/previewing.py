"""How a preview shows a microsite from any document: each of its pages, on any day."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from editorial.kinds import Document
from editorial.outputs import Links, Output, register_output
from films.previewing import complete, slug_of
from microsites.asking import asked_number
from microsites.phases.marks import list_marks
from microsites.sheet import make_microsite
from microsites.sheet.build import page_slugs
from microsites.showing import render_microsite


def register_outputs() -> None:
    register_output(
        Output(
            "film",
            "microsite",
            gettext_lazy("Microsite"),
            microsite_address,
            show_microsite,
            pages=microsite_pages,
            marks=phase_marks,
        )
    )


def microsite_address(document: Document, language: str, slug: str = "") -> str:
    rest = [slug] if slug else []
    name = "microsite_page" if slug else "microsite"
    return reverse(name, args=[language, slug_of(document, language), *rest])


def microsite_pages(document: Document, language: str) -> Iterable[tuple[str, str]]:
    """Yield (uuid, address) of each page; that of the start page is ''."""
    for uuid, slug in page_slugs(complete(document, language), language).items():
        yield uuid if slug else "", microsite_address(document, language, slug)


def phase_marks(document: Document, language: str) -> list[Any]:
    return list_marks(complete(document, language), language)


def show_microsite(
    request: HttpRequest, document: Document, language: str, frame: dict[str, Any], others: Links
) -> HttpResponse:
    """Show the page and the day that the frame's `preview` names; by itself the start page, now."""
    asked = frame.get("preview", {})
    whole, on = complete(document, language), asked.get("on")
    slug = page_slugs(whole, language).get(asked.get("part", ""), "")

    def address(slug: str) -> str:
        return microsite_address(document, language, slug)

    number, now = asked_number(request), begin_of(on) if on else None
    site = make_microsite(whole, language, address, slug, today=on, number=number, now=now)
    assert site is not None, "every microsite has a start page"
    return render_microsite(request, site, others, frame)


def begin_of(day: date) -> datetime:
    """Return the first moment of a day on the company's clock: all of its screenings are ahead."""
    return timezone.make_aware(datetime.combine(day, time()))

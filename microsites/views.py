"""Public pages of microsites."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from editorial.models import Publication
from films.finding import find_publications
from films.sheet.build import live_document
from microsites.asking import asked_number
from microsites.sheet import make_microsite
from microsites.sheet.build import page_slugs
from microsites.showing import render_microsite
from pages.rendering import open_window


def microsite(request: HttpRequest, language: str, slug: str, page: str = "") -> HttpResponse:
    """Show a page of a film's microsite; without `page` the start page."""
    open_window()
    name, rest = ("microsite_page", [page]) if page else ("microsite", [])
    publications, moved = find_publications(language, slug, name, *rest)
    if moved:
        return moved
    return show_page(request, language, publications, page)


def show_page(
    request: HttpRequest, language: str, publications: list[Publication], page: str
) -> HttpResponse:
    """Show the page from live publications. Raises Http404 where there is no such page."""
    document = live_document(publications, language)
    if document is None:
        raise Http404
    paths = {p.language: p.path for p in publications if p.language}
    number = asked_number(request)

    def address(slug: str, code: str = language) -> str:
        rest = [slug] if slug else []
        return reverse("microsite_page" if slug else "microsite", args=[code, paths[code], *rest])

    site = make_microsite(document, language, address, page, number=number)
    if site is None:
        raise Http404
    slugs = {code: page_slugs(document, code)[site.page.uuid] for code in paths}
    others = [(code, address(slug, code)) for code, slug in slugs.items()]
    return render_microsite(request, site, others)

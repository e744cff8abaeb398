"""The addresses of the sitemap."""

from django.http import Http404, HttpRequest, HttpResponse

from desk.sitemap.building import build_sitemap
from editorial.memory import remember
from pages.fresh import answer_fresh
from pages.rendering import open_window

TYPE = "application/xml; charset=utf-8"


def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages; on a large site the list of the parts."""
    return _answer(request, "")


def sitemap_part(request: HttpRequest, name: str) -> HttpResponse:
    """One part of a large site's sitemap, such as films-2."""
    return _answer(request, name)


def _answer(request: HttpRequest, name: str) -> HttpResponse:
    open_window()
    files = remember(("sitemap",), build_sitemap)
    if name not in files:
        raise Http404
    xml, changed = files[name]
    return answer_fresh(request, xml, TYPE, changed)

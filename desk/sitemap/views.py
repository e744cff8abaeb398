"""The addresses of the sitemap."""

from django.http import Http404, HttpRequest, HttpResponse

from desk.sitemap.building import build_sitemap, last_change
from desk.sitemap.microsites import host_entries
from desk.sitemap.writing import write_pages
from editorial.memory import remember
from microsites.hosts.known import make_origin
from microsites.hosts.request import HostRequest
from pages.fresh import answer_fresh
from pages.rendering import open_window

TYPE = "application/xml; charset=utf-8"


def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages; on a large site the list of the parts."""
    return _answer(request, "")


def sitemap_part(request: HttpRequest, name: str) -> HttpResponse:
    """One part of a large site's sitemap, such as films-2."""
    return _answer(request, name)


def host_sitemap(request: HostRequest) -> HttpResponse:
    """The pages of a microsite on its own host."""
    origin = make_origin(request.own_host)
    entries = host_entries(request.publications)
    return answer_fresh(request, write_pages(entries, origin), TYPE, last_change(entries))


def _answer(request: HttpRequest, name: str) -> HttpResponse:
    open_window()
    files = remember(("sitemap",), build_sitemap)
    if name not in files:
        raise Http404
    xml, changed = files[name]
    return answer_fresh(request, xml, TYPE, changed)

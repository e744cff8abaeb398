"""The addresses of the sitemap."""

from django.http import Http404, HttpRequest, HttpResponse

from desk.sitemap.building import build_sitemap, last_change
from desk.sitemap.microsites import host_entries
from desk.sitemap.ranges import File, build_file, is_large
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
    file = _find_file(name)
    if file is None:
        raise Http404
    xml, changed = file
    return answer_fresh(request, xml, TYPE, changed)


def _find_file(name: str) -> File | None:
    """Return the file, which is kept: of a large site each part by itself."""
    if remember(("sitemap is large",), is_large):
        return remember(("sitemap", name), lambda: build_file(name))
    return remember(("sitemap",), build_sitemap).get(name)

"""What a film's own host answers: its microsite, and what machines ask for."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.utils import translation

from editorial.models import Publication
from films.laurel_views import show_laurel
from microsites.hosts.known import find_host, make_origin
from microsites.hosts.links import fit_links
from microsites.hosts.names import is_company
from microsites.hosts.places import host_path
from microsites.hosts.request import HostRequest
from microsites.views import show_page
from pages.negotiation import preferred_language

# Characters; no host name has more (RFC 1035).
LONGEST = 253


def entrance(request: HostRequest) -> HttpResponse:
    """Lead to the language that the visitor prefers among those in which the film is live."""
    codes = list(paths_of(request.publications))
    return HttpResponseRedirect(host_path(preferred_language(request, codes), ""))


def show(request: HostRequest, language: str, page: str = "") -> HttpResponse:
    """Show a page of the microsite."""
    host, publications = request.own_host, request.publications
    return _fit(request, show_page(request, language, publications, page, host=host))


def missing(request: HostRequest) -> HttpResponse:
    """404 in the dress of the microsite, in a language in which the film is live."""
    codes = list(paths_of(request.publications))
    wanted = request.LANGUAGE_CODE
    language = wanted if wanted in codes else preferred_language(request, codes)
    host, publications = request.own_host, request.publications
    with translation.override(language):
        page = show_page(request, language, publications, "", host=host, status=404)
    page.headers["Content-Language"] = language
    return _fit(request, page)


def laurel(
    request: HostRequest, language: str, slug: str, uuid: UUID, kind: str
) -> HttpResponseBase:
    """Draw a laurel of this film, as pages of its microsite show it."""
    if paths_of(request.publications).get(language) != slug:
        raise Http404
    return show_laurel(request, language, slug, uuid, kind)


def robots(request: HostRequest) -> HttpResponse:
    """robots.txt (RFC 9309): everything is open; where the sitemap is."""
    origin = make_origin(request.own_host)
    text = f"User-agent: *\nDisallow:\n\nSitemap: {origin}/sitemap.xml\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def known(request: HttpRequest) -> HttpResponse:
    """Tell a web server whether a certificate for `?domain=` is ours to have (200), or not (404).

    It is for the company's hosts and for those of live films.
    """
    name = split_domain_port(request.GET.get("domain", "")[:LONGEST])[0]
    is_ours = bool(name) and (is_company(name) or find_host(name) is not None)
    text, status = ("known\n", 200) if is_ours else ("unknown\n", 404)
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


def paths_of(publications: list[Publication]) -> dict[str, str]:
    """Return the film's address in every language in which it is live."""
    return {p.language: p.path for p in publications if p.language}


def _fit(request: HostRequest, response: HttpResponse) -> HttpResponse:
    html = fit_links(response.content.decode(), make_origin(request.own_host))
    response.content = html.encode()
    return response

"""Public pages of microsites."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from editorial.models import Publication
from films.finding import find_publications
from films.sheet.build import live_document
from microsites.asking import asked_number
from microsites.hosts.known import origin_of
from microsites.hosts.names import is_local_site
from microsites.hosts.places import company_path, host_path, host_paths
from microsites.sheet import make_microsite
from microsites.sheet.build import page_slugs
from microsites.showing import render_microsite
from pages.rendering import Home, open_window


def microsite(request: HttpRequest, language: str, slug: str, page: str = "") -> HttpResponse:
    """Show a page of a film's microsite; without `page` the start page."""
    open_window()
    name, rest = ("microsite_page", [page]) if page else ("microsite", [])
    publications, moved = find_publications(language, slug, name, *rest)
    if moved:
        return moved
    return show_page(request, language, publications, page)


def show_page(
    request: HttpRequest,
    language: str,
    publications: list[Publication],
    page: str,
    *,
    host: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show the page from live publications. Raises Http404 where there is no such page.

    On a `host` of its own, links to the microsite begin with that. A `status` other than 200 shows
    that there is nothing, in the dress of the page.
    """
    document = live_document(publications, language)
    if document is None:
        raise Http404
    paths = {p.language: p.path for p in publications if p.language}
    origin = origin_of(publications[0].record_id)

    def address(slug: str, code: str = language) -> str:
        if host:
            return origin + host_path(code, slug)
        return company_path(code, paths[code], slug)

    number = asked_number(request)
    site = make_microsite(document, language, address, page, host=host, number=number)
    if site is None:
        raise Http404
    slugs = {code: page_slugs(document, code)[site.page.uuid] for code in paths}
    home = Home(origin, host_paths(slugs), host_path(language, page)) if origin else None
    if home and not host and not is_local_site():
        return _lead_home(request, home)
    if status != 200:
        # No page of the menu is the one that was asked for.
        site = replace(site, page=replace(site.page, uuid=""))
    others = [(code, address(slug, code)) for code, slug in slugs.items()]
    return render_microsite(request, site, others, home=home, status=status)


def _lead_home(request: HttpRequest, home: Home) -> HttpResponse:
    """Lead to the microsite's own host, for now.

    Browsers keep a permanent redirect as long as they like; a domain may be given up.
    """
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(home.origin + home.path + (f"?{query}" if query else ""))

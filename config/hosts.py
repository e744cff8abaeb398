"""The first question of every request: is its host one of ours, and does it belong to a film?"""

import logging

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import DisallowedHost
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, is_valid_path, resolve
from django.utils import translation
from django.utils.http import escape_leading_slashes
from django.utils.translation import gettext as _

from config.maintenance import maintenance_page
from config.middleware import activate_language, refuse_impossible_values
from editorial.memory import renew
from editorial.publishing.window import live_of
from microsites.hosts.known import all_hosts, find_host, make_origin
from microsites.hosts.names import is_company, name_of
from microsites.hosts.views import missing

log = logging.getLogger(__name__)


def refuse_unknown_hosts(get_response):
    """Answer 400 to hosts that are neither the company's nor those of a live film.

    Stands first. The company's hosts are judged by ALLOWED_HOSTS, as ever; a film's host is
    written to `request.own_host`. Neither costs a query, once known.
    """

    def middleware(request):
        name = name_of(request)
        try:
            is_film = not is_company(name) and find_host(name) is not None
        except Error:
            log.exception("The database does not say whose host %r is.", name[:100])
            return maintenance_page()
        if is_film:
            _let_in(request, name)
        elif not _is_allowed(request):
            return _refuse()
        return get_response(request)

    return middleware


def _let_in(request: HttpRequest, name: str) -> None:
    """Note the film's host, which Django would look for in ALLOWED_HOSTS in vain."""
    authority = make_origin(name).partition("://")[2]
    request.own_host = name
    request.get_host = lambda: authority


def _is_allowed(request: HttpRequest) -> bool:
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True


def _refuse() -> HttpResponse:
    """400 in all languages: an editor may have set the DNS before the host was entered."""
    lines = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            lines.append(_("There is no site of this name here."))
    response = HttpResponse("\n".join([*lines, ""]), status=400)
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return response


def serve_hosts(get_response):
    """Answer for films' own hosts; no session, login or form stands behind.

    Addresses are resolved here and not by `request.urlconf`: whatever a page names with `reverse`
    must stay an address of the company's site (microsites/hosts/links.py makes it whole).
    """
    answer = activate_language(refuse_impossible_values(_answer_host))

    def middleware(request):
        if not hasattr(request, "own_host"):
            return get_response(request)
        request.user = AnonymousUser()
        response = answer(request)
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            # What is promised for the company's subdomains is not promised for those of a film.
            seconds = settings.SECURE_HSTS_SECONDS
            response.headers["Strict-Transport-Security"] = f"max-age={seconds}"
        return response

    return middleware


def _answer_host(request: HttpRequest) -> HttpResponse:
    renew()
    record = all_hosts().get(request.own_host)
    request.publications = live_of(record) if record else []
    if not request.publications:
        return _refuse()
    try:
        match = resolve(request.path_info, urlconf="config.host_urls")
        return match.func(request, *match.args, **match.kwargs)
    except Resolver404:
        return _add_slash(request) or missing(request)
    except Http404:
        return missing(request)


def _add_slash(request: HttpRequest) -> HttpResponse | None:
    """Lead `/de` to `/de/`, as the company's site does."""
    path = f"{request.path_info}/"
    if request.path_info.endswith("/") or not is_valid_path(path, "config.host_urls"):
        return None
    query = request.META.get("QUERY_STRING", "")
    end = f"?{query}" if query else ""
    return HttpResponsePermanentRedirect(escape_leading_slashes(path) + end)

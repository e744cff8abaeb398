"""A host that shows old sites and nothing else, so that they need no sandbox."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

Respond = Callable[[HttpRequest], HttpResponseBase]
NAMES = ("archived_site", "archived_preview")


def is_archive_host(host: str) -> bool:
    """Tell whether a host, with its port or without, is that of the old sites."""
    own = settings.ARCHIVE_HOST
    return bool(own) and split_domain_port(host)[0] == split_domain_port(own)[0]


def archive_origin() -> str:
    """Return scheme and host of the old sites, "" if they have none of their own."""
    scheme = settings.SITE_URL.partition("://")[0]
    return f"{scheme}://{settings.ARCHIVE_HOST}" if settings.ARCHIVE_HOST else ""


def keep_archive_host_apart(get_response: Respond) -> Respond:
    """Answer on the host of the old sites with these alone: no login, no admin, no media.

    Where nothing is signed in, a script finds nothing to use.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not is_archive_host(request.get_host()) or _is_site(request.path_info):
            return get_response(request)
        if request.path_info == "/":
            return HttpResponseRedirect(f"{settings.SITE_URL}/")
        return HttpResponse("Not found.", status=404, content_type="text/plain; charset=utf-8")

    return middleware


def _is_site(path: str) -> bool:
    try:
        return resolve(path).url_name in NAMES
    except Resolver404:
        return False

"""Ask the site for a page within this process, as a visitor without cookies would."""

import io
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http.response import HttpResponseBase

from desk.static_site.options import Options
from editorial.memory import forget

log = logging.getLogger("django.request")


# What the site sends with every page, but for HSTS, which is the host's to promise.
HEADERS = (
    "Content-Security-Policy",
    "Permissions-Policy",
    "Cross-Origin-Resource-Policy",
    "Cross-Origin-Opener-Policy",
    "Origin-Agent-Cluster",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
)


def read_headers(options: Options) -> dict[str, str]:
    """Return the headers of an ordinary answer of the site."""
    with standing_at(options), Visitor(options).ask("/robots.txt") as response:
        return {name: response.headers[name] for name in HEADERS if name in response.headers}


@contextmanager
def standing_at(options: Options) -> Iterator[None]:
    """Let the site believe for a while that it stands where its export will."""
    level, cache = log.level, caches["default"]
    former = move_to(options)
    try:
        yield
    finally:
        _put(former)
        caches["default"] = cache
        log.setLevel(level)
        forget()


def move_to(options: Options) -> dict[str, Any]:
    """Let this process believe so for good, and send files itself; return the settings before."""
    wanted = {
        "SITE_URL": options.base,
        # A kit names the site that made it; else each export would have all built anew.
        "LIVE_SITE_URL": settings.LIVE_SITE_URL or settings.SITE_URL,
        "ALLOWED_HOSTS": [urlsplit(options.base).hostname, *settings.ALLOWED_HOSTS],
        "ACCEL_PREFIX": "",
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": False,
    }
    former = {name: getattr(settings, name) for name in wanted}
    # The page 404 is asked for; what else is missing stands in the report.
    log.setLevel(logging.ERROR)
    # What is kept here names the other address: the site must not find it in the cache they share.
    caches["default"] = LocMemCache("export", {})
    _put(wanted)
    forget()
    return former


def _put(values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(settings, name, value)


class Visitor:
    """Asks the views and their middleware; the page cache and the network stay outside."""

    def __init__(self, options: Options) -> None:
        self.parts = urlsplit(options.base)
        self.handler = WSGIHandler()

    def request(self, address: str) -> WSGIRequest:
        path, _mark, query = address.partition("?")
        return WSGIRequest(
            {
                "REQUEST_METHOD": "GET",
                # WSGI hands on the bytes of the path as if they were Latin-1 (PEP 3333).
                "PATH_INFO": unquote(path).encode().decode("latin-1"),
                "QUERY_STRING": query,
                "SERVER_NAME": self.parts.hostname,
                "SERVER_PORT": str(self.parts.port or (443 if self.is_https else 80)),
                "SERVER_PROTOCOL": "HTTP/1.1",
                "HTTP_HOST": self.parts.netloc,
                "wsgi.url_scheme": self.parts.scheme,
                "wsgi.input": io.BytesIO(),
                "wsgi.errors": sys.stderr,
            }
        )

    @property
    def is_https(self) -> bool:
        return self.parts.scheme == "https"

    @contextmanager
    def ask(self, address: str) -> Iterator[HttpResponseBase]:
        """Yield the answer; what it holds open is closed afterwards."""
        response = self.handler.get_response(self.request(address))
        try:
            yield response
        finally:
            response.close()

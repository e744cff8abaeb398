"""Pages kept ready in the database: made anew only when something they show is another.

The content version says that something changed somewhere; the digest of what a page is made from
says whether it changed here. What a page shows is read before it is rendered, as one value; its
hash finds the finished page. Rendering asks no database, so nothing can change a page without
changing its digest.
"""

import gzip
import hashlib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

from editorial.memory import remember
from pages.chrome import chrome_for
from pages.code_version import code_version
from pages.models import StoredPage
from pages.rendering import render_page

log = logging.getLogger(__name__)
Languages = tuple[tuple[str, str], ...] | None


@dataclass(frozen=True)
class Contents:
    """All that a page is rendered from: `context` holds values whose `repr` tells them apart.

    `languages` as for `render_page`.
    """

    template: str
    language: str
    context: dict[str, Any]
    languages: Languages = None


def show_stored(request: HttpRequest, name: str, read: Callable[[], Contents]) -> HttpResponse:
    """Answer with the page of this name; `read` is called when content or time have moved on.

    Two queries while nothing changes: for the content version, before, and for the page.
    """
    read_now: list[Contents] = []

    def make_digest() -> str:
        read_now.append(read())
        return digest_of(read_now[0], request)

    today = timezone.localdate()
    digest = remember(("page", name, request.path, today), make_digest)
    packed = StoredPage.objects.filter(name=name, digest=digest).values_list("packed", flat=True)
    found = packed.first()
    if found is not None:
        return _answer(request, bytes(found))
    contents = read_now[0] if read_now else read()
    response = render_page(
        request, contents.template, contents.language, contents.context, contents.languages
    )
    _keep(name, digest_of(contents, request), response.content)
    return response


def digest_of(contents: Contents, request: HttpRequest) -> str:
    """Return the hash of all that the page is made from, the day and the code included."""
    made_from = (
        request.path,
        timezone.localdate(),
        settings.SITE_URL,
        code_version(),
        chrome_for(contents.language),
        contents,
    )
    return hashlib.sha256(repr(made_from).encode("utf-8", "surrogatepass")).hexdigest()


def _answer(request: HttpRequest, packed: bytes) -> HttpResponse:
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(packed, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(packed))
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


def _keep(name: str, digest: str, body: bytes) -> None:
    """Keep the page if the database is free: no visitor waits behind somebody who writes."""
    page = StoredPage(name=name, digest=digest, packed=compress_string(body))
    try:
        with _at_once(), transaction.atomic():
            StoredPage.objects.bulk_create(
                [page],
                update_conflicts=True,
                unique_fields=["name"],
                update_fields=["digest", "packed"],
            )
    except DatabaseError as error:
        log.debug("The page %s was not kept: %r", name, error)


@contextmanager
def _at_once() -> Iterator[None]:
    """On SQLite, give up at once where others wait for the lock."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    milliseconds = int(settings.DATABASES["default"]["OPTIONS"].get("timeout", 5) * 1000)
    connection.connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.connection.execute(f"PRAGMA busy_timeout = {milliseconds}")

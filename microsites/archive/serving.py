"""`/{lang}/{film}/site/…`: the old site of a live film, file by file, out of its archive."""

import logging
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from assets.models import MediaFile
from assets.object_store import StoreAway
from assets.sites import open_archive
from assets.sites.types import is_page, media_type_of
from editorial.models import Publication
from films.finding import find_publications
from microsites.archive.answering import answer_file
from microsites.archive.hosting import archive_origin, is_archive_host
from microsites.archive.places import find_place
from microsites.archive.policies import on_own_host, preflight, sandboxed
from pages.preview.headers import make_private
from pages.rendering import open_window

log = logging.getLogger(__name__)
METHODS = ["GET", "HEAD", "OPTIONS"]
# No file of an archive has a longer name.
MAX_PATH = 300
PREVIEW_SECONDS = 12 * 3600
# What would run or be framed within the page that asks for it (Fetch Metadata, W3C).
RUN = {
    "audioworklet", "embed", "fencedframe", "frame", "iframe", "object", "paintworklet", "script",
    "serviceworker", "sharedworker", "style", "worker", "xslt",
}  # fmt: skip
_signer = TimestampSigner(salt="microsites.archive.preview")


@require_http_methods(METHODS)
def show_site(request: HttpRequest, language: str, slug: str, path: str) -> HttpResponseBase:
    """Answer with a file of the site that visitors see, or lead to where it is."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=preflight())
    open_window()
    publications, moved = find_publications(language, slug, "archived_site", path)
    if moved:
        return moved
    row = _row_of(publications)
    if row is None or len(path) > MAX_PATH:
        raise Http404
    origin = archive_origin()
    if not is_archive_host(request.get_host()):
        if origin:
            return HttpResponseRedirect(origin + request.get_full_path())
        _refuse_own_pages(request)
    addresses = {
        one.language: reverse("archived_site", args=[one.language, one.path, ""])
        for one in publications
        if one.language
    }  # fmt: skip
    return _show(request, row, addresses, language, path)


@require_http_methods(METHODS)
def show_preview(request: HttpRequest, token: str, language: str, path: str) -> HttpResponseBase:
    """Answer with a file of a site that is not live yet; whoever has the address may look."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=preflight())
    row = read_pass(token)
    if row is None or len(path) > MAX_PATH:
        raise Http404
    _refuse_own_pages(request)
    addresses = {
        code: reverse("archived_preview", args=[token, code, ""])
        for code, _name in settings.LANGUAGES
    }
    response = _show(request, row, addresses, language, path)
    return make_private(response, language)  # type: ignore[arg-type]


def _refuse_own_pages(request: HttpRequest) -> None:
    """Raise Http404 where a page of the company's own would run a script of an old site.

    The sandbox is of another origin, so its own files are asked for cross-site; who is same-origin
    is a page of ours into which somebody has put such an address.
    """
    is_own = request.headers.get("Sec-Fetch-Site", "") in ("same-origin", "same-site")
    if is_own and request.headers.get("Sec-Fetch-Dest", "") in RUN:
        raise Http404


def make_preview(file: MediaFile, adds_viewport: bool, language: str) -> str:
    """Return an address at which this archive can be looked at for some hours."""
    token = _signer.sign(f"{file.uuid}.{int(adds_viewport)}")
    return reverse("archived_preview", args=[token, language, ""])


def read_pass(token: str) -> dict[str, Any] | None:
    try:
        uuid, _dot, adds = _signer.unsign(token, max_age=PREVIEW_SECONDS).partition(".")
    except BadSignature:
        return None
    return {"file": uuid, "adds_viewport": adds == "1"}


def _row_of(publications: list[Publication]) -> dict[str, Any] | None:
    """Return the archived site that is live with the film's facts."""
    facts: dict[str, Any] = next((p.parts for p in publications if not p.language), {})
    rows: list[dict[str, Any]] = facts.get("archived_sites") or []
    return rows[0] if rows else None


def _show(
    request: HttpRequest, row: dict[str, Any], addresses: dict[str, str], language: str, path: str
) -> HttpResponseBase:
    try:
        file = MediaFile.objects.filter(kind=MediaFile.Kind.SITE, uuid=row["file"]).first()
        if file is None:
            raise Http404
        archive = open_archive(file.sha256)
        place = find_place(archive, language, path)
        if place.leads_to is not None:
            code, rest = place.leads_to
            if code not in addresses:
                raise Http404
            return _give(HttpResponseRedirect(_join(addresses[code], rest)), request, addresses, "")
        if place.member is None:
            return _miss(request, addresses, path)
        adds = bool(row.get("adds_viewport", True))
        response = answer_file(request, archive, place.member, adds)
    except StoreAway:
        raise
    except (OSError, ValidationError) as error:  # lost or damaged: a backup has it
        log.error("archived site of %s: %s", request.path, error)
        raise Http404 from error
    return _give(response, request, addresses, media_type_of(place.member.name))


def _join(address: str, rest: str) -> str:
    return address + quote(rest, safe="/~:@!$&'()*+,;=")


def _miss(request: HttpRequest, addresses: dict[str, str], path: str) -> HttpResponseBase:
    """A page that is not there gets the page that says so; for anything else a line is enough."""
    if not media_type_of(path) or is_page(path):
        raise Http404
    response = HttpResponse("Not found.", status=404, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return _give(response, request, addresses, "text/plain")


def _give(
    response: HttpResponseBase, request: HttpRequest, addresses: dict[str, str], kind: str
) -> HttpResponseBase:
    """Put the headers on that keep the site apart from everything else on this host."""
    if is_archive_host(request.get_host()):
        headers = on_own_host()
    else:
        own = [request.build_absolute_uri(address) for address in addresses.values()]
        headers = sandboxed(own, kind)
    for name, value in headers.items():
        response.headers[name] = value
    return response

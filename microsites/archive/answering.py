"""One file of an archive as an answer: type, charset, range, known already."""

from typing import Any

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from assets.ranges import MAX_RANGE_BYTES, bound_range, find_range, is_known
from assets.serving import RETRY_SECONDS, WHOLE_AT_ONCE, Piece
from assets.sites import Archive
from assets.sites.directory import Member
from assets.sites.types import is_page, is_text, media_type_of
from assets.storing import open_part
from microsites.archive.texts import add_viewport, charset_of

# Pages are asked for again each time; what they load is good for an hour.
KEPT = "public, max-age=3600"


def answer_file(
    request: HttpRequest, archive: Archive, member: Member, adds_viewport: bool
) -> HttpResponseBase:
    """Return the file. Raises OSError if the archive is gone, Refused if it is damaged."""
    changes = adds_viewport and is_page(member.name)
    etag = f'"{archive.sha256[:16]}-{member.crc:08x}-{member.size:x}{"-v" if changes else ""}"'
    if is_known(request, etag):
        response: HttpResponseBase = HttpResponse(status=304)
    elif is_text(member.name):
        response = _answer_text(archive, member, changes)
    else:
        response = _answer_media(request, archive, member, etag)
    if response.status_code < 400:
        response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache" if is_page(member.name) else KEPT
    if response.status_code == 503:
        response.headers["Cache-Control"] = "no-store"
    return response


def _answer_text(archive: Archive, member: Member, changes: bool) -> HttpResponse:
    data = archive.read(member)
    kind = media_type_of(member.name)
    charset = charset_of(data)
    return HttpResponse(
        add_viewport(data) if changes else data,
        content_type=f"{kind}; charset={charset}" if charset else kind,
    )


def _answer_media(
    request: HttpRequest, archive: Archive, member: Member, etag: str
) -> HttpResponseBase:
    """Return a stored file, or one range of it; of large ones a few at a time."""
    size, kind = member.size, media_type_of(member.name)
    headers = {"Accept-Ranges": "bytes", "Content-Length": str(size)}
    if request.method == "HEAD":
        return HttpResponse(content_type=kind, headers=headers)
    asked = find_range(request, etag)
    if asked is None:
        return _whole(archive, member, kind, headers)
    first, last = bound_range(asked, size)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers["Content-Length"] = str(last - first + 1)
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return _piece(archive, member, first, last - first + 1, None, kind, headers, 206)


def _whole(archive: Archive, member: Member, kind: str, headers: dict[str, str]) -> (
    HttpResponseBase
):  # fmt: skip
    if member.size <= MAX_RANGE_BYTES:
        return _piece(archive, member, 0, member.size, None, kind, headers, 200)
    if not WHOLE_AT_ONCE.acquire(blocking=False):
        return HttpResponse(status=503, headers={"Retry-After": str(RETRY_SECONDS)})
    try:
        return _piece(archive, member, 0, member.size, WHOLE_AT_ONCE, kind, headers, 200)
    except BaseException:
        WHOLE_AT_ONCE.release()
        raise


def _piece(
    archive: Archive,
    member: Member,
    first: int,
    length: int,
    place: Any,
    kind: str,
    headers: dict[str, str],
    status: int,
) -> StreamingHttpResponse:
    file = open_part(default_storage, archive.name, member.start + first, length)
    piece = Piece(file, length, place)
    return StreamingHttpResponse(piece, content_type=kind, headers=headers, status=status)

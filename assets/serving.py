"""`/media/`: the public files, and nothing else that lies beside them.

Django's FileResponse answers no ranges, without which Safari plays no video (RFC 9110,
section 14). Names carry a hash of the content, so an answer is good for ever.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from threading import BoundedSemaphore
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from assets.begun import Begun, begin
from assets.object_store import Remote, StoreAway
from assets.ranges import MAX_RANGE_BYTES, bound_range, find_range, is_known
from assets.specs import CROPS
from assets.video.naming import PREPARED

PERCENT = r"(?:100|[1-9]?[0-9])"
CODES = "".join(crop.code for crop in CROPS)
# Originals are not among them: they carry positions and names that nobody meant to publish.
PUBLIC_NAMES = re.compile(
    r"renditions/(?P<a>[0-9a-f]{2})/(?P=a)[0-9a-f]{22}-[0-9]{1,4}-[0-9]{1,5}"
    rf"(?:-[{CODES}]{PERCENT}-{PERCENT})?\.(avif|webp|jpg)"
    r"|large/(?P<e>[0-9a-f]{2})/(?P=e)[0-9a-f]{22}-[0-9a-f]{8}\.jpg"
    rf"|videos/(?P<b>[0-9a-f]{{2}})/(?P=b)[0-9a-f]{{62}}(?:\.(mp4|m4v|mov|webm)|{PREPARED})"
    r"|subtitles/(?P<c>[0-9a-f]{2})/(?P=c)[0-9a-f]{62}\.vtt"
    r"|documents/(?P<d>[0-9a-f]{2})/(?P=d)[0-9a-f]{62}\.pdf"
)
CONTENT_TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "vtt": "text/vtt; charset=utf-8",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
# A video opened by itself is a page that asks for its video. In a sandbox it had another origin.
VIDEO_POLICY = "default-src 'none'; media-src 'self'"
CHUNK_BYTES = 64 * 1024
# A whole trailer may be asked for as well (a download). Such answers must leave threads of the
# process free for pages; deploy/gunicorn.conf.py gives it four.
WHOLE_AT_ONCE = BoundedSemaphore(2)
RETRY_SECONDS = 10
KEPT_STATUSES = (200, 206, 304)
# How long signed addresses of the store are good: a download may be begun, nginx asks at once.
SENT_ON = timedelta(minutes=5)
HANDED_OVER = timedelta(minutes=1)
# Below the internal address of nginx: the location that asks the store.
STORE = "s3/"


class Piece:
    """`length` bytes of an open file from where it stands, in chunks; closes the file.

    `place` is one of few, and given back at the end.
    """

    def __init__(self, file: BinaryIO, length: int, place: BoundedSemaphore | None = None) -> None:
        self.file = file
        self.length = length
        self.place = place

    def __iter__(self) -> Iterator[bytes]:
        while self.length > 0:
            chunk = self.file.read(min(CHUNK_BYTES, self.length))
            if not chunk:
                return
            self.length -= len(chunk)
            yield chunk

    def close(self) -> None:
        self.file.close()
        place, self.place = self.place, None
        if place is not None:
            place.release()


@require_safe
def serve_media(request: HttpRequest, path: str, disposition: str = "") -> HttpResponseBase:
    """Answer with a public file, or one range of it; `disposition` has it saved under a name."""
    if not PUBLIC_NAMES.fullmatch(path):
        raise Http404
    return send_file(request, path, disposition)


def send_file(request: HttpRequest, path: str, disposition: str = "") -> HttpResponseBase:
    """Answer with a file of the storage, or one range of it; the caller has allowed it.

    Raises Http404, and `StoreAway` if the file may well be there.
    """
    response = _send(request, path, disposition)
    if disposition:
        response.headers["Content-Disposition"] = disposition
    if response.status_code not in KEPT_STATUSES:
        response.headers["Cache-Control"] = "no-store"
    return response


def _send(request: HttpRequest, path: str, disposition: str) -> HttpResponseBase:
    etag = f'"{path}"'
    begun = begin(request, path, etag)
    try:
        return _send_begun(request, begun, disposition, etag)
    finally:
        begun.close()


def _send_begun(
    request: HttpRequest, begun: Begun, disposition: str, etag: str
) -> HttpResponseBase:
    path = begun.path
    # What is signed for GET is refused for HEAD: of a remote file that is answered here.
    is_remote = isinstance(default_storage, Remote)
    if settings.ACCEL_PREFIX and not (is_remote and request.method == "HEAD"):
        return _hand_over(path)
    if begun.size > MAX_RANGE_BYTES and _may_be_sent_on(request):
        return _send_on(path, disposition)
    response = _answer(request, begun, etag)
    for name, value in {**_headers(path), "ETag": etag}.items():
        response.headers[name] = value
    return response


def _may_be_sent_on(request: HttpRequest) -> bool:
    """Tell whether a browser may fetch the file from the store: a download, never a part of a page.

    Our policy lets pages load from this site only, and players ask for ranges.
    """
    is_reachable = isinstance(default_storage, Remote) and default_storage.is_reachable
    is_download = request.headers.get("Sec-Fetch-Dest", "document") == "document"
    return (
        is_reachable and is_download and request.method == "GET" and "Range" not in request.headers
    )


def _send_on(path: str, disposition: str) -> HttpResponse:
    """Lead a large download to the store, so that it holds no worker."""
    return HttpResponseRedirect(_signed(path, SENT_ON, disposition))


def _signed(path: str, lasts: timedelta, disposition: str = "") -> str:
    content_type = CONTENT_TYPES[path.rpartition(".")[2]]
    return cast(Remote, default_storage).signed_url(path, lasts, content_type, disposition)


def _headers(path: str) -> dict[str, str]:
    """Return what goes with every answer. A video that is opened by itself may play."""
    policy = {"Content-Security-Policy": VIDEO_POLICY} if path.startswith("videos/") else {}
    return {**HEADERS, **policy}


def _hand_over(path: str) -> HttpResponse:
    """Let nginx send the file: it knows ranges, and no worker waits for a slow phone.

    nginx keeps type and cache control of this answer and sets ETag, length and ranges itself.
    A remote file it fetches from the store, by an address that is good for this once.
    """
    response = HttpResponse(content_type=CONTENT_TYPES[path.rpartition(".")[2]])
    inner = path
    if isinstance(default_storage, Remote):
        signed = urlsplit(_signed(path, HANDED_OVER))
        inner = f"{STORE}{signed.path.lstrip('/')}?{signed.query}"
    response.headers["X-Accel-Redirect"] = f"{settings.ACCEL_PREFIX}{inner}"
    for name, value in _headers(path).items():
        response.headers[name] = value
    return response


def _answer(request: HttpRequest, begun: Begun, etag: str) -> HttpResponseBase:
    if is_known(request, etag):
        return HttpResponse(status=304)
    size, content_type = begun.size, CONTENT_TYPES[begun.path.rpartition(".")[2]]
    if request.method == "HEAD":
        return HttpResponse(content_type=content_type, headers={"Content-Length": str(size)})
    asked = find_range(request, etag)
    if asked is None:
        return _whole(begun, content_type)
    first, last = bound_range(asked, size)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = _piece(begun, content_type, first, last - first + 1)
    response.status_code = 206
    response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def _whole(begun: Begun, content_type: str) -> HttpResponseBase:
    """Answer with the file; of large ones a few at a time, the others are asked to come again."""
    size = begun.size
    if size <= MAX_RANGE_BYTES:
        return _piece(begun, content_type, 0, size)
    if not WHOLE_AT_ONCE.acquire(blocking=False):
        return HttpResponse(status=503, headers={"Retry-After": str(RETRY_SECONDS)})
    try:
        return _piece(begun, content_type, 0, size, WHOLE_AT_ONCE)
    except BaseException:
        WHOLE_AT_ONCE.release()
        raise


def _piece(
    begun: Begun, content_type: str, first: int, length: int, place: BoundedSemaphore | None = None
) -> StreamingHttpResponse:
    try:
        file = begun.take(first, length)
    except StoreAway:
        raise
    except OSError as error:  # deleted since its size was read
        raise Http404 from error
    return StreamingHttpResponse(
        Piece(file, length, place),
        content_type=content_type,
        headers={"Content-Length": str(length)},
    )

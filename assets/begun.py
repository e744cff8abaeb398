"""A file that is about to be sent: asked for once, even where it lies in a store."""

from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest

from assets.object_store import OutOfRange, Remote, StoreAway
from assets.ranges import MAX_RANGE_BYTES, find_range, is_known
from assets.storing import open_part


@dataclass
class Begun:
    """`size` of the file in bytes, and what came with the answer: `length` bytes from `first`."""

    path: str
    size: int
    first: int = 0
    length: int = 0
    file: BinaryIO | None = None

    def take(self, first: int, length: int) -> BinaryIO:
        """Return bytes of the file; only what is not here already is asked for."""
        file = self.file
        if file is not None and first == self.first and length <= self.length:
            self.file = None
            return file
        return open_part(default_storage, self.path, first, length)

    def close(self) -> None:
        if self.file is not None:
            self.file.close()


def begin(request: HttpRequest, path: str, etag: str) -> Begun:
    """Find the file. Raises Http404 if it is not there, or empty as a full disk leaves it."""
    try:
        begun = _begin(request, path, etag)
    except StoreAway:
        raise
    except OSError as error:
        raise Http404 from error
    if not begun.size:
        raise Http404
    return begun


def _begin(request: HttpRequest, path: str, etag: str) -> Begun:
    wanted = _wanted(request, etag)
    if wanted is not None and isinstance(default_storage, Remote):
        first, length = wanted
        try:
            file, size = default_storage.open_from(path, first, length)
        except OutOfRange:  # it is shorter, or empty
            return Begun(path, default_storage.size(path))
        return Begun(path, size, first, length, file)
    return Begun(path, default_storage.size(path))


def _wanted(request: HttpRequest, etag: str) -> tuple[int, int] | None:
    """Return first byte and length to begin with; None where the size must be known first."""
    if request.method != "GET" or settings.ACCEL_PREFIX or is_known(request, etag):
        return None
    start, end = find_range(request, etag) or ("0", "")
    if start == "":  # the last bytes of the file
        return None
    length = int(end) - int(start) + 1 if end else MAX_RANGE_BYTES
    return (int(start), min(length, MAX_RANGE_BYTES)) if length > 0 else None

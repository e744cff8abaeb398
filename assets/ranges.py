"""What a browser asks of a file: one range of its bytes, or only whether it has another content."""

import re

from django.http import HttpRequest
from django.utils.http import parse_etags

# One range, as every player asks for it. Several would need a multipart answer, which no player
# wants: the header may be ignored, and is. Many are an attack.
ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII | re.IGNORECASE)
MAX_RANGES = 10
REFUSED = ("1", "0")
# An open range is answered with a first piece: a slow phone asks again instead of holding a
# worker for a whole trailer.
MAX_RANGE_BYTES = 2 * 1024 * 1024


def is_known(request: HttpRequest, etag: str) -> bool:
    """Tell whether the client has this file already (If-None-Match, weak comparison)."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return any(tag == "*" or tag.removeprefix("W/") == etag for tag in known)


def find_range(request: HttpRequest, etag: str) -> tuple[str, str] | None:
    """Return the one range that is wanted, as it is written; None for the whole file.

    What is unknown, malformed, more than one, or bound to another file by If-Range is ignored; many
    ranges, and one that ends before it begins, are refused (RFC 9110, sections 13.1.5 and 14.2).
    """
    if request.headers.get("If-Range", etag) != etag:
        return None
    written = request.headers.get("Range", "").strip()
    if written.lower().startswith("bytes=") and written.count(",") >= MAX_RANGES:
        return REFUSED
    match = ONE_RANGE.fullmatch(written)
    if not match or match.groups() == ("", ""):
        return None
    return match[1], match[2]


def bound_range(asked: tuple[str, str], size: int) -> tuple[int, int]:
    """Return first and last byte of the answer; first > last if the range cannot be met."""
    start, end = asked
    if start == "":  # the last bytes of the file
        first, last = max(0, size - int(end)), size - 1
    else:
        first, last = int(start), min(int(end), size - 1) if end else size - 1
    return first, min(last, first + MAX_RANGE_BYTES - 1)

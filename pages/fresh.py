"""Files for machines that ask again and again: answered in full only if something has changed."""

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date


def answer_fresh(
    request: HttpRequest, text: str, content_type: str, changed_at: datetime | None
) -> HttpResponse:
    """Return `text`, or 304 if the client has it (ETag, Last-Modified; RFC 9110, section 13).

    No cache keeps it unasked: what is withdrawn is gone from it at once.
    """
    etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    seconds = int(changed_at.timestamp()) if changed_at else None
    response = HttpResponse(text, content_type=content_type)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    if seconds is not None:
        response.headers["Last-Modified"] = http_date(seconds)
    # The text decides, not the moment: a withdrawal leaves everything else as old as it was.
    return get_conditional_response(request, etag, None, response) or response

"""The answer to a form with more in it than any of ours: what is too much, and what was typed."""

from contextlib import suppress

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from desk.unsaved import DESK, plain_page, texts_of


class TooManyAlone(SuspiciousOperation):
    """More fields that stand alone than any form of ours has."""


# Of Django's own, Django has thrown away what was read.
THROWN_AWAY = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
FLOODS = (TooManyAlone, *THROWN_AWAY)
# No form of ours has more fields that stand alone. Those of lists have a number and a mark in their
# names (`credits-3-role`, `text:<uuid>/…`), and only Django's limit.
MOST_ALONE = 1_000
# So many bytes of a form that is far too long are read for what somebody may have typed.
READ_BYTES = 1024 * 1024
# Bytes at once, and how often: whoever sends more than 100 MB is cut off.
PIECE, MOST_PIECES = 64 * 1024, 1600


def check_fields(request: HttpRequest) -> None:
    """Raise `TooManyAlone` for a form with more fields that stand alone than any of ours."""
    alone = sum("-" not in name and ":" not in name for name in request.POST)
    if alone > MOST_ALONE:
        raise TooManyAlone(f"{alone} fields that stand alone.")


def answer_flood(request: HttpRequest, flood: Exception) -> HttpResponse:
    """400: nothing was changed; the texts are on the page, to be copied."""
    _take_rest(request)
    texts = _texts_in(request, flood) if request.path_info.startswith(DESK) else []
    page = plain_page(400, say_flood(flood), texts=texts)
    page.headers["Cache-Control"] = "no-store"
    return page


def _take_rest(request: HttpRequest) -> None:
    """Read what is still on its way: no browser looks for an answer before it has sent all."""
    arriving = getattr(request, "_stream", None)  # ends where the length that was told ends
    with suppress(OSError, ValueError):
        for _piece in range(MOST_PIECES if arriving else 0):
            if not arriving.read(PIECE):
                return


def say_flood(flood: Exception) -> str:
    if isinstance(flood, RequestDataTooBig):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // (1024 * 1024)
        found = _("More text was sent than a form may have: at most %(most)d MB.") % {"most": most}
    elif isinstance(flood, TooManyFilesSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FILES or 0
        found = _("Too many files at once: at most %(most)d. Send them in parts.") % {"most": most}
    else:
        found = _("More fields were sent than a form may have.")
    return f"{found} {_('Nothing was changed.')}"


def _texts_in(request: HttpRequest, flood: Exception) -> list[tuple[str, str]]:
    """Return what was typed, as far as it can be read."""
    if isinstance(flood, THROWN_AWAY):
        request._post = _beginning(request)  # type: ignore[attr-defined]
    return texts_of(request)


def _beginning(request: HttpRequest) -> QueryDict:
    """Return the fields at the beginning of a form; none of one whose body was not kept."""
    sent = QueryDict(mutable=True)
    if request.content_type != "application/x-www-form-urlencoded" or not hasattr(request, "_body"):
        return sent
    names = request.body[:READ_BYTES].split(b"&")[: settings.DATA_UPLOAD_MAX_NUMBER_FIELDS]
    sent.update(QueryDict(b"&".join(names)))
    return sent

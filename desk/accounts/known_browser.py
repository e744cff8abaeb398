"""A browser in which a member has logged in before waits for its own wrong tries alone.

Whoever tries passwords for a name from many addresses keeps that name waiting for as long as it
goes on. The member's browser has a door of its own (delays.py): it holds a signed cookie, which
says no more than that (OWASP, “device cookies”).
"""

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import get_random_string

from desk.accounts.delays import Door

COOKIE = "__Host-known-browser" if settings.IS_HTTPS else "known-browser"
KEPT = 180 * 24 * 3600  # seconds
SIGNER = TimestampSigner(salt="desk.accounts.known_browser")


def know_browser(response: HttpResponseBase, account: int) -> None:
    """Give a browser its cookie, after a login; a new one each time."""
    value = SIGNER.sign(f"{account}.{get_random_string(22)}")
    response.set_cookie(
        COOKIE, value, max_age=KEPT, secure=settings.IS_HTTPS, httponly=True, samesite="Lax"
    )


def door_of(request: HttpRequest, account: int) -> Door | None:
    """Return the browser's own door to this account; None for a browser that is not known."""
    try:
        name = SIGNER.unsign(request.COOKIES.get(COOKIE, ""), max_age=KEPT)
    except BadSignature:
        return None
    return Door("browser", name) if name.partition(".")[0] == str(account) else None

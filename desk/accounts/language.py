"""The language in which a member wants the desk, whatever the browser prefers.

Only the desk sets the cookie and only the desk heeds it: a visitor never has one.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

# No other host, and nothing without TLS, can set a cookie of such a name (RFC 6265bis, 4.1.3.2).
COOKIE = "__Host-desk-language" if settings.IS_HTTPS else "desk-language"
DESK = "/admin/"
YEAR = 365 * 24 * 3600


def known_codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def chosen_language(request: HttpRequest) -> str:
    """Return the chosen language for an address of the desk, or ''."""
    if not request.path_info.startswith(DESK):
        return ""
    code = request.COOKIES.get(COOKIE, "")
    return code if code in known_codes() else ""


def remember_language(response: HttpResponseBase, code: str) -> None:
    response.set_cookie(
        COOKIE,
        code,
        max_age=YEAR,
        path="/",
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget_language(response: HttpResponseBase) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")

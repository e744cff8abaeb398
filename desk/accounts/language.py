"""The language in which a member wants the desk, whatever the browser prefers.

The cookie goes to the desk alone: a visitor never has one.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

COOKIE = "desk-language"
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
        path=DESK,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget_language(response: HttpResponseBase) -> None:
    response.delete_cookie(COOKIE, path=DESK, samesite="Lax")

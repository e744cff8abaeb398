"""Nothing but setting up a second factor for who must have one and has none."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from desk.accounts.factors import lacks_factor

DESK = "/admin/"
# Pages that are open to who has no factor yet, beside those of allauth.
OPEN = frozenset({"login", "logout", "jsi18n", "desk_language"})
OPEN_PREFIXES = ("account_", "mfa_", "usersessions_")


def require_second_factor(get_response: Any) -> Any:
    """Lead members without a second factor to the page where they set one up.

    Elsewhere, at pictures that are not public and the like, they are strangers.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.REQUIRE_SECOND_FACTOR and not request.path_info.startswith(DESK):
            member = request.user
            request.user = SimpleLazyObject(  # type: ignore[assignment]
                lambda: AnonymousUser() if lacks_factor(member) else member
            )
        response: HttpResponse = get_response(request)
        return response

    middleware.process_view = lead_to_set_up  # type: ignore[attr-defined]
    return middleware


def lead_to_set_up(request: HttpRequest, *args: Any) -> HttpResponse | None:
    """Redirect from the pages of the desk."""
    if not settings.REQUIRE_SECOND_FACTOR or not request.path_info.startswith(DESK):
        return None
    match = request.resolver_match
    name = (match.url_name if match else None) or ""
    if name in OPEN or name.startswith(OPEN_PREFIXES) or not lacks_factor(request.user):
        return None
    return HttpResponseRedirect(reverse("mfa_index"))

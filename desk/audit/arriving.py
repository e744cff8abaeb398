"""Says of each request who sends it and from where, should something be noted."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from editorial.audit.origin import Origin, coming_from


def announce_origin(get_response: Any) -> Any:
    """Stand behind what knows the user; nothing is asked before there is an entry to write."""

    def middleware(request: HttpRequest) -> HttpResponse:
        def address() -> str:
            found: str = get_adapter().get_client_ip(request)
            return found

        with coming_from(Origin("web", lambda: request.user, address)):
            response: HttpResponse = get_response(request)
        return response

    return middleware

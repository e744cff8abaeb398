"""Without this Django's cache would keep nothing of ours: our pages say `no-cache`."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def allow_keeping(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.get("Cache-Control") == "no-cache":
            del response["Cache-Control"]
        return response

    return middleware

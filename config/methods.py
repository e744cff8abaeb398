"""Methods that no address of ours knows are refused before anything is asked.

Django's admin takes every method but POST for GET, and so would a view of ours that forgot to say
what it answers.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

KNOWN = ("GET", "HEAD", "POST", "OPTIONS")
DESK = "/admin/"
AT_THE_DESK = KNOWN[:3]


def refuse_methods(get_response: Any) -> Any:
    """Answer 405 with what is allowed (RFC 9110, section 15.5.6).

    Archived sites answer OPTIONS; the desk is no place that other sites may ask.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        known = AT_THE_DESK if request.path_info.startswith(DESK) else KNOWN
        if request.method not in known:
            return HttpResponseNotAllowed(known)
        response: HttpResponse = get_response(request)
        return response

    return middleware

"""Notes when a session was last used, for the list in which members end what they do not know."""

from datetime import timedelta
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

DESK = "/admin/"
# A write for every page would make editors wait for each other.
NOTED_EVERY = timedelta(minutes=10)


def note_activity(get_response: Any) -> Any:
    """Note that a session is in use, once in a while, at the desk only."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response: HttpResponse = get_response(request)
        if request.path_info.startswith(DESK):
            _note(request)
        return response

    return middleware


def _note(request: HttpRequest) -> None:
    key = request.session.session_key
    if not key or AUTHENTICATION_METHODS_SESSION_KEY not in request.session:
        return
    if cache.add(f"desk.session.{key}", True, NOTED_EVERY.total_seconds()):
        UserSession.objects.filter(session_key=key).update(last_seen_at=timezone.now())

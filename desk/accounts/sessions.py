"""Notes that a session is in use: it ends when it is not, and members see it in their list."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from pages.missing import impatience

DESK = "/admin/"
# A write for every page would make editors wait for each other.
NOTED_EVERY = timedelta(minutes=10)
# What an open page asks by itself is no sign of anybody.
BY_ITSELF = frozenset({"editing", "press_kits_list", "press_kits_several_list"})


def note_activity(get_response: Any) -> Any:
    """Note that a session is in use, once in a while, at the desk only."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response: HttpResponse = get_response(request)
        if request.path_info.startswith(DESK) and not _is_by_itself(request):
            _note(request)
        return response

    return middleware


def _is_by_itself(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.url_name in BY_ITSELF


def _note(request: HttpRequest) -> None:
    session: Any = request.session
    key = session.session_key
    if not key or AUTHENTICATION_METHODS_SESSION_KEY not in session:
        return
    if cache.add(f"desk.session.{key}", True, noted_every().total_seconds()):
        # Who only looks neither waits for a busy database nor hears that it is full.
        with suppress(DatabaseError), impatience(), transaction.atomic():
            UserSession.objects.filter(session_key=key).update(last_seen_at=timezone.now())
            session.touch()


def noted_every() -> timedelta:
    """Return how often activity is written down: a tenth of the limit, or less."""
    return min(NOTED_EVERY, timedelta(minutes=settings.SESSION_IDLE_MINUTES / 10))

"""Friendly answers when something is not there or not allowed."""

import sys
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from desk.audit.refusals import note_refusal
from desk.floods import FLOODS, answer_flood
from desk.unsaved import answer_trouble, our_fault, plain_page, texts_of
from editorial.memory import renew
from editorial.rights import role_of
from editorial.rights.bounds import BeyondBounds
from editorial.trouble import trouble_behind, trouble_of
from films.front import front_page
from pages.missing import note_missing
from pages.redirecting.following import follow
from pages.rendering import render_page

# When to come again for a file that the store could not give.
RETRY_SECONDS = 10
# So many films stand below "not found".
SHOWN_FILMS = 3


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """404, with the way back to the films; an old address leads on."""
    renew()
    moved = follow(request)
    if moved is not None:
        return moved
    if is_desk(request):
        return _gone(request)
    note_missing(request)
    language = _language(request)
    context = {"tiles": front_page(language).tiles[:SHOWN_FILMS]}
    return render_page(request, "404.html", language, context, status=404)


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    """400, or what kept a session from being saved."""
    trouble = trouble_behind(exception)
    if trouble is not None:
        return answer_trouble(request, trouble)
    if isinstance(exception, FLOODS):
        return answer_flood(request, exception)
    return plain_page(400, _("This request could not be understood."))


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    message = _("You may not do this. Ask somebody who looks after the site.")
    if isinstance(exception, BeyondBounds):
        message = str(exception)
    if is_desk(request):
        note_refusal(request)
        return _on_the_desk(request, 403, _("Not allowed"), message)
    return plain_page(403, message)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that did not come from this site, or from a session that has ended."""
    message = _("This form is no longer valid. Go back, load the page again and repeat.")
    if is_desk(request):
        return _on_the_desk(request, 403, _("Please once more"), message)
    return plain_page(403, message)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without touching the database that may be the cause; 503 or 507 if it is, or a disk."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble is not None:
        return answer_trouble(request, trouble)
    return plain_page(500, our_fault())


def store_away(request: HttpRequest) -> HttpResponse:
    """503 while the file store does not answer; what was typed is there when one goes back."""
    message = _(
        "The file store does not answer at the moment. Nothing was changed: "
        "go back and try again in a minute."
    )
    if is_desk(request):
        response = _on_the_desk(request, 503, _("Please once more"), message)
    else:
        response = plain_page(503, message)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def is_desk(request: HttpRequest) -> bool:
    """Tell whether a member asks for a page of the admin."""
    user = getattr(request, "user", None)
    return request.path.startswith(reverse("admin:index")) and role_of(user) is not None


def _gone(request: HttpRequest) -> HttpResponse:
    """404; who has sent a form for what was deleted meanwhile gets back what he or she typed."""
    texts = texts_of(request) if request.method == "POST" else []
    if not texts:
        message = _("This entry does not exist, or no longer exists.")
        return _on_the_desk(request, 404, _("Nothing is here"), message)
    message = _(
        "This was deleted while you were writing, so nothing was saved. What you typed is below, "
        "to be copied. What is in the bin an editor can bring back."
    )
    return _on_the_desk(request, 404, _("Deleted meanwhile"), message, texts=texts)


def _on_the_desk(
    request: HttpRequest, status: int, title: str, message: str, **more: Any
) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, "message": message, **more}
    page = TemplateResponse(request, "desk/error.html", context, status=status).render()
    add_never_cache_headers(page)
    return page


def _language(request: HttpRequest) -> str:
    return getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)

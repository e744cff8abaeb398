"""The answer when disk or database are in trouble: what is wrong, and what was typed.

It asks nothing of the database, which may be the cause, and holds nothing that the browser did not
send in this very request.
"""

import logging
import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from desk.accounts.language import chosen_language
from editorial.guard.sent import read_sent
from editorial.trouble import Trouble, say_trouble
from pages.negotiation import preferred_language

log = logging.getLogger(__name__)
DESK = "/admin/"
SECRET = re.compile(r"password|passphrase|secret|credential|^code$", re.IGNORECASE)


def answer_trouble(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """503 or 507: for members with the trouble by name and their form, which can be sent again."""
    language = getattr(request, "LANGUAGE_CODE", "") or chosen_language(request)
    with translation.override(language or preferred_language(request)):
        response = _answer(request, trouble)
    response.headers["Retry-After"] = str(trouble.retry_seconds)
    response.headers["Cache-Control"] = "no-store"
    return response


def our_fault() -> str:
    return _("Something went wrong on our side. Please try again in a minute.")


def _answer(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    is_desk = request.path_info.startswith(DESK)
    message = say_trouble(trouble) if is_desk else our_fault()
    if not is_desk or request.method != "POST":
        return plain_page(trouble.status, message)
    fields = _typed(request)
    if _wants_json(request, fields):
        said = {"state": "failed", "text": message, "message": message}
        return JsonResponse(said, status=trouble.status)
    return plain_page(trouble.status, message, **_form(request, fields))


def _wants_json(request: HttpRequest, fields: list[tuple[str, str]]) -> bool:
    return "application/json" in request.headers.get("Accept", "") or (
        bool(fields) and read_sent(request).wants_json
    )


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was sent, if it came from a form of ours; never what lets somebody in."""
    try:
        if not _is_from_here(request) or any(SECRET.search(name) for name in request.POST):
            return []
        pairs = [(name, text) for name, texts in request.POST.lists() for text in texts]
    except OSError:  # it could not be read
        return []
    return [(name, text) for name, text in pairs if name != "csrfmiddlewaretoken"]


def texts_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what a person has written into the form that was sent: sentences, texts, titles."""
    typed = [pair for pair in _typed(request) if pair[1].strip() and not pair[0].startswith("_")]
    codes = tuple(f"_{code.replace('-', '_')}" for code, _name in settings.LANGUAGES)
    return [(n, text) for n, text in typed if _is_text(n, text) or n.endswith(codes)]


class _Check(CsrfViewMiddleware):
    def _reject(self, request: Any, reason: Any) -> Any:
        return reason


def _is_from_here(request: HttpRequest) -> bool:
    """Tell whether the form has our token: what others have made up is not to be sent again."""
    if getattr(request, "csrf_processing_done", False):
        return True
    check = _Check(lambda _request: HttpResponse())
    check.process_request(request)
    return check.process_view(request, lambda _request: HttpResponse(), (), {}) is None


def _form(request: HttpRequest, fields: list[tuple[str, str]]) -> dict[str, Any]:
    """Return what the page needs to show the texts and to send everything again."""
    if not fields:
        return {}
    texts = [(name, text) for name, text in fields if _is_text(name, text)]
    return {
        "address": request.get_full_path(),
        "texts": texts,
        "others": [pair for pair in fields if pair not in texts],
        "has_files": request.content_type == "multipart/form-data",
        "csrf_token": get_token(request),
    }


def _is_text(name: str, text: str) -> bool:
    """Tell whether a person has written this, and would miss it."""
    return not name.startswith("_") and len(text.split()) > 1


def plain_page(status: int, message: str, **form: Any) -> HttpResponse:
    """Return a page without the desk around it; in plain words where not even that can be read."""
    language = get_language() or settings.LANGUAGE_CODE
    context = {"message": message, "status": status, "language": language, **form}
    try:
        return HttpResponse(render_to_string("error.html", context), status=status)
    except OSError as error:
        log.error("The page of errors cannot be read: %s", error)
        return HttpResponse(message, status=status, content_type="text/plain; charset=utf-8")

"""Answers to what a form sends by itself: read by autosave.js, worded here."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import JsonResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.guard.collisions import others_since
from editorial.guard.sent import SentForm
from editorial.models import Draft
from editorial.trouble import Trouble, say_trouble

# Read by kept.js. No other host can set a cookie of the longer name.
SAVED = "__Host-lichtspiel-saved" if settings.IS_HTTPS else "lichtspiel-saved"
DAY = 24 * 3600


def saved(request: Any, is_waiting: bool = False, **parts: str) -> JsonResponse:
    """Answer a save. `is_waiting`: visitors do not see it yet; `parts` are pieces of the page."""
    text = _("Saved %(time)s, not live yet") if is_waiting else _("Saved %(time)s")
    notes = getattr(request, "notes", [])
    return _answer("saved", text % {"time": _clock()}, notes=notes, **parts)


def mark(response: Any, sent: SentForm) -> Any:
    """Tell the browser what has arrived of which window: it need not keep it any longer."""
    if sent.token is not None:
        response.set_cookie(
            SAVED, f"{sent.token}.{sent.number}", max_age=DAY, samesite="Lax",
            secure=settings.IS_HTTPS,
        )  # fmt: skip
    return response


def kept(draft: Draft | None, why: str) -> JsonResponse:
    if draft is None:
        return _answer("unkept", _("Not saved: this is too long to keep."))
    text = _("Kept as a draft %(time)s") % {"time": _clock()}
    return _answer("draft", text, notes=[why] if why else [], draft=draft.pk)


def superseded() -> JsonResponse:
    """Answer something older than what was saved already: nothing to do, nothing to say."""
    return _answer("superseded", "")


def refused(request: Any, response: Any, draft: Draft | None) -> JsonResponse:
    """Answer a form that has mistakes, collides with another editor's, or has lost its record."""
    if draft is None:
        return kept(None, "")
    if getattr(request, "conflicts", 0):
        guard = request.guard
        who = others_since(guard.record, guard.sent.base, request.user)
        text = _("%(who)s changed the same.") % {"who": who} if who else _("Changed elsewhere too.")
        draft_kept = _("Kept as a draft.")
        return _answer("conflict", f"{text} {draft_kept}")
    lines = (getattr(response, "context_data", None) or {}).get("error_lines", [])
    if not lines:
        return _answer("gone", _("Somebody has deleted this meanwhile. Kept as a draft."))
    text = ngettext(
        "Not saved: %(n)d mistake, kept as a draft", "Not saved: %(n)d mistakes, kept as a draft",
        len(lines),
    ) % {"n": len(lines)}  # fmt: skip
    errors = [
        {"label": str(line.label), "message": line.message, "target": line.target} for line in lines
    ]
    return _answer("mistakes", text, errors=errors)


def troubled(trouble: Trouble) -> JsonResponse:
    """Answer that nothing could be written; the browser keeps its copy and asks again."""
    answer = _answer("failed", say_trouble(trouble))
    answer.status_code = trouble.status
    return answer


def say(request: Any, message: Any, level: int) -> None:
    """Take a message into the answer; that something was saved is said by the answer itself."""
    if level >= messages.WARNING:
        request.notes = [*getattr(request, "notes", []), str(message)]


def _answer(state: str, text: str, **more: Any) -> JsonResponse:
    return JsonResponse({"state": state, "text": text, **more})


def _clock() -> str:
    return date_format(timezone.localtime(), "H:i")

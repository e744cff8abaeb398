"""The page on which an editor decides where two have changed the same."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core import signing
from django.template.response import TemplateResponse

from editorial.documents import document_of
from editorial.guard import kept
from editorial.guard.collisions import collisions, others_since
from editorial.guard.saving import Collided, Guard, put_together
from editorial.guard.sent import BASE, WINDOW
from editorial.guard.versions import locked
from editorial.publishing.wishes import MOMENT, VERBS

# What the pressed button asked for travels along, and the window's own fields.
TRAVELLING = ("_save", "_continue", "_addanother", *(f"_{verb}" for verb in VERBS))


class Unreadable(Exception):
    """What the page holds is too old, of another user, or has been tampered with."""


def make(admin: Any, request: Any, guard: Guard, collided: Collided) -> TemplateResponse:
    shown = collisions(collided.combination, collided.conflicts, collided.texts)
    posted = request.POST
    names = [name for name in posted if name in TRAVELLING or name.startswith(MOMENT)]
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "original": admin.get_object(request, unquote(request.resolver_match.kwargs["object_id"])),
        "collisions": shown,
        "problem": collided.problem,
        "is_impossible": bool(collided.problem),
        "who": others_since(guard.record, guard.sent.base, request.user),
        "packed": kept.pack(request.user, guard.record, collided.combination, shown),
        "travelling": [(name, posted[name]) for name in [*names, BASE, WINDOW] if name in posted],
        "has_files": bool(request.FILES),
        "form_address": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/editorial/conflicts.html", context)


def settle(guard: Guard, answers: Any) -> None:
    """Write what was decided. Raises `Collided` with what is still open, or `Unreadable`."""
    record = guard.record = locked(guard.record)
    try:
        data = kept.Kept(answers[kept.NAME], guard.user, record)
    except (signing.BadSignature, KeyError):
        raise Unreadable from None
    theirs = document_of(record)
    if theirs is None:
        raise Unreadable
    combination, texts = data.decide(record, theirs, answers)
    if texts:
        raise Collided(combination, combination.merged()[1], texts=texts)
    put_together(record, combination)

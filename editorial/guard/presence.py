"""Who has a record's form open: told by the form itself, every twenty seconds."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from editorial.models import Editing, Record
from editorial.names import person_name
from editorial.rights import Act, languages_of, may

# Who has not been heard of for so long has closed the form, or the computer.
SILENT = timedelta(seconds=60)


@dataclass(frozen=True)
class Present:
    """Somebody else in the same form."""

    name: str
    since: datetime
    seen_at: datetime


def note_editing(record: Record, user: Any, now: datetime | None = None) -> None:
    """Note that the user has the form open; who comes back after a silence begins anew."""
    now = now or timezone.now()
    mine = Editing.objects.filter(record=record, user=user)
    if not mine.filter(seen_at__range=(now - SILENT, now + SILENT)).update(seen_at=now):
        Editing.objects.update_or_create(
            record=record, user=user, defaults={"since": now, "seen_at": now}
        )


def forget_editing(record: Record, user: Any) -> None:
    Editing.objects.filter(record=record, user=user).delete()


def others_in(record: Record, user: Any, now: datetime | None = None) -> list[Present]:
    """Return who else has the form open, the first one first."""
    now = now or timezone.now()
    # Not those of a time to come either: a clock that was set back would keep them there.
    near = (now - SILENT, now + SILENT)
    there = Editing.objects.filter(record=record, seen_at__range=near).exclude(user=user)
    rows = there.select_related("user").order_by("since")
    return [Present(person_name(row.user), row.since, row.seen_at) for row in rows]


def say_present(person: Present, now: datetime) -> str:
    minutes = int((now - person.seen_at).total_seconds() // 60)
    since = date_format(timezone.localtime(person.since), "H:i")
    text = _("%(name)s has this open since %(since)s")
    said = text % {"name": person.name, "since": since}
    if minutes < 1:
        return said
    ago = ngettext("last active %(n)d minute ago", "last active %(n)d minutes ago", minutes)
    return f"{said} ({ago % {'n': minutes}})"


@require_POST
def editing_view(request: HttpRequest, record: int) -> JsonResponse:
    """Take a sign of life of a form, or its closing; answer who else is there.

    Who may write nothing of the record is told, and not shown to others.
    """
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    found = get_object_or_404(Record, pk=record)
    if "close" in request.POST:
        forget_editing(found, request.user)
    elif languages_of(request.user):
        note_editing(found, request.user)
    now = timezone.now()
    people = [say_present(person, now) for person in others_in(found, request.user, now)]
    return JsonResponse({"others": people, "version": found.version})

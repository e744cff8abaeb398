"""Who may let what go live: editors everything, translators the texts of their languages."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.models import Publication, Record
from editorial.rights.roles import Act, may


def require_editor(user: Any) -> None:
    """Raise `PermissionDenied` unless the user publishes facts; nobody (the system) may."""
    if user is not None and not may(user, Act.PUBLISH):
        raise PermissionDenied


def require_schedule(user: Any, record: Record, language: str) -> None:
    """Raise `PermissionDenied` unless the user may move or cancel what is scheduled.

    A translator may where the schedule brings texts of an own language alone.
    """
    if user is None or may(user, Act.PUBLISH):
        return
    if not may(user, Act.PUBLISH, language) or scheduled_facts(record, language).exists():
        raise PermissionDenied


def scheduled_facts(record: Record, language: str) -> QuerySet[Publication]:
    """Return the facts that are to go live together with a language."""
    mine = Publication.objects.filter(record=record).scheduled()
    moments = mine.filter(language=language).values("publish_at")
    return mine.filter(language="", publish_at__in=moments)


def obstacle(user: Any, record: Record, language: str, texts_only: bool, at: datetime) -> str:
    """Return what keeps a translator from publishing this now, or ''.

    Raises `PermissionDenied` for who may not publish this at all. `at` is the moment of going
    live; a schedule of a translator replaces none that brings facts.
    """
    if user is None or may(user, Act.PUBLISH):
        return ""
    if not (texts_only and may(user, Act.PUBLISH, language)):
        raise PermissionDenied
    mine = Publication.objects.filter(record=record)
    if not mine.filter(language="").counting().exists():
        return _("Nothing of this is live yet. An editor publishes first, then your language can.")
    if mine.filter(language=language).counting().filter(withdrawn_at__lte=timezone.now()).exists():
        return _("An editor took this language off the site. An editor publishes it again.")
    if at > timezone.now() and scheduled_facts(record, language).exists():
        return _("An editor has scheduled this language. The schedule is the editor's to change.")
    return ""

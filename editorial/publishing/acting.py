"""Going live, in one language: publish, schedule, withdraw."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import Change, change, require_change
from editorial.documents import document_of
from editorial.guard.versions import locked
from editorial.kinds import Document, Finding, kind_of
from editorial.models import Publication, Record, Revision
from editorial.publishing.carrying import Answers
from editorial.publishing.errors import Blocked, Stale
from editorial.publishing.forecast import state_of
from editorial.publishing.instant import carry_into_schedules
from editorial.publishing.storing import append, claim_address
from editorial.revisions import store_revision
from editorial.rights.permits import obstacle, require_editor, require_schedule


def check(record: Record, language: str) -> list[Finding]:
    """Return the checklist of the desk's state in one language."""
    document = document_of(record)
    if document is None:
        return [Finding(True, "", _("The record has been deleted."))]
    return kind_of(record.kind).checklist(document, language)


def publish(
    record: Record,
    language: str,
    user: Any = None,
    at: datetime | None = None,
    texts_only: bool = False,
    answers: Answers | None = None,
    state: str | None = None,
) -> Publication:
    """Publish the desk's state of one language now, or schedule it for `at`.

    Facts go live with it unless `texts_only`. `answers` says which side stands where a later
    schedule changed the same; `state` is what was confirmed (`forecast.state_of`). Raises
    `Blocked` with one message per reason, `Stale` if things stand otherwise by now.
    """
    now = timezone.now()
    moment = max(at, now) if at else now
    reason = _("Scheduled") if moment > now else _("Published")
    # A refusal leaves nothing behind, even where the caller catches it and goes on.
    with change(user, reason) as opened, transaction.atomic():
        # Who saves at the same moment comes before, and goes live, or after, and sees this.
        locked(record)
        document = document_of(record)
        if state is not None:
            require_state(record, document, state)
        blocking = [f.message for f in check(record, language) if f.is_blocking]
        if blocking or document is None:
            raise Blocked(blocking)
        if why := obstacle(opened.user, record, language, texts_only, moment):
            raise Blocked(why)
        if moment > now:
            cancel_schedules(record, language, now, opened.user)
        mine = Publication.objects.filter(record=record, language=language)
        is_anew = not mine.live(now).exists()
        lines = [language] if texts_only else ["", language]
        carry_into_schedules(record, document, lines, moment, answers)
        index = kind_of(record.kind).index(document, language)
        claim_address(record, language, index["path"], opened.user)
        if not texts_only or not _has_facts(record, now):
            append(record, document, "", moment, opened)
        publication = append(record, document, language, moment, opened)
        _store_published(record, document, language, opened, is_anew)
        deed = Deed.SCHEDULED if moment > now else Deed.PUBLISHED
        note(deed, record, by=opened.user, language=language)
        opened.show()
    return publication


def require_state(record: Record, document: Document | None, state: str) -> None:
    """Raise `Stale` unless the locked record stands as it was confirmed."""
    if document is None or state_of(record, document) != state:
        raise Stale


def adopt(
    record: Record,
    document: Document,
    language: str,
    publish_at: datetime,
    withdrawn_at: datetime | None = None,
    path: str = "",
) -> Publication:
    """Take over a publication that another installation made, '' for the neutral parts.

    It was checked there; `path` is given where it does not follow from the document. Raises
    `Blocked` if its address belongs to another record here.
    """
    opened = require_change()
    if language:
        path = path or kind_of(record.kind).index(document, language)["path"]
        if path:
            claim_address(record, language, path, opened.user)
    publication = append(record, document, language, publish_at, opened)
    if language or withdrawn_at is not None:
        publication.withdrawn_at, publication.path = withdrawn_at, path
        publication.save(update_fields=["withdrawn_at", "path"])
    if language:
        _store_published(record, document, language, opened)
        if withdrawn_at is None:
            deed = Deed.SCHEDULED if publish_at > timezone.now() else Deed.PUBLISHED
            note(deed, record, by=opened.user, language=language)
    opened.show()
    return publication


def withdraw(record: Record, language: str, user: Any = None) -> bool:
    """Take a language off the site at once and cancel its schedules; True if anything changed."""
    now = timezone.now()
    with change(user, _("Withdrawn")) as opened:
        require_editor(opened.user)
        locked(record)
        mine = Publication.objects.filter(record=record, language=language)
        live = list(mine.live(now).values_list("pk", flat=True))
        ended = mine.filter(pk__in=live).update(withdrawn_at=now, ended_by=opened.user)
        cancelled = cancel_schedules(record, language, now, opened.user)
        if ended or cancelled:
            note(Deed.WITHDRAWN, record, by=opened.user, language=language)
        if ended:
            opened.show()
    return bool(ended or cancelled)


def cancel(record: Record, language: str, user: Any = None) -> bool:
    """Cancel what is scheduled in a language; what is live stays. True if anything was."""
    with change(user, _("Schedule cancelled")) as opened:
        locked(record)
        require_schedule(opened.user, record, language)
        is_changed = bool(cancel_schedules(record, language, timezone.now(), opened.user))
        if is_changed:
            note(Deed.SCHEDULE_CANCELLED, record, by=opened.user, language=language)
    return is_changed


def move_schedule(record: Record, language: str, at: datetime, user: Any = None) -> None:
    """Let what is scheduled in a language go live at another moment.

    Raises `Blocked` if nothing is scheduled, or if the schedule of another language lies between:
    the later of two brings the facts that stand in the end.
    """
    now = timezone.now()
    with change(user, _("Schedule moved")) as opened, transaction.atomic():
        locked(record)
        require_schedule(opened.user, record, language)
        mine = Publication.objects.filter(record=record).scheduled(now)
        own = mine.filter(language=language).order_by("-publish_at").first()
        if own is None:
            raise Blocked(_("Nothing is scheduled in this language any more."))
        first, last = sorted((own.publish_at, at))
        others = mine.exclude(language__in=["", language])
        facts = mine.filter(language="", publish_at=own.publish_at).first()
        if facts and others.filter(publish_at__range=(first, last)).exists():
            raise Blocked(
                _(
                    "Something is scheduled in another language between the two moments. Schedule "
                    "this language anew instead: it then takes what is on the desk."
                )
            )
        for publication in filter(None, (own, facts)):
            publication.publish_at = at
            publication.save(update_fields=["publish_at"])
        note(Deed.SCHEDULE_MOVED, record, by=opened.user, language=language)
        # What is kept until the former moment must not be shown past a nearer one.
        opened.show()


def cancel_schedules(record: Record, language: str, now: datetime, user: Any) -> int:
    """Cancel the language's schedules, and the facts that would have gone live with them alone."""
    mine = Publication.objects.filter(record=record).scheduled(now)
    moments = set(mine.filter(language=language).values_list("publish_at", flat=True))
    cancelled = mine.filter(language=language).update(cancelled_at=now, ended_by=user)
    spoken = set(mine.exclude(language="").values_list("publish_at", flat=True))
    alone = mine.filter(language="", publish_at__in=moments - spoken)
    alone.update(cancelled_at=now, ended_by=user)
    return cancelled


def pin(record: Record, place: int | None) -> None:
    """Give the record its place at the top of lists, or none; visitors see it at once."""
    record.pinned = place
    record.save(update_fields=["pinned"])
    require_change().show()


def _has_facts(record: Record, now: datetime) -> bool:
    return Publication.objects.filter(record=record, language="").counting(now).exists()


def _store_published(
    record: Record, document: Document, language: str, opened: Change, is_anew: bool = False
) -> None:
    line = Revision.Line.PUBLISHED
    store_revision(record, document, line, opened, language, even_if_same=is_anew)

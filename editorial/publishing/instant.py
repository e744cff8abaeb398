"""What goes live by itself: instant parts, what schedules take over, what a deletion ends."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from editorial.changes import Change
from editorial.documents import hash_of
from editorial.kinds import Document, kind_of
from editorial.models import Publication, Record
from editorial.parts import is_alike, whole_document
from editorial.publishing.carrying import Answers, plan_carrying
from editorial.publishing.errors import Collided
from editorial.publishing.storing import create_publication, rewrite
from editorial.publishing.timeline import Timeline


def showing_records(record_ids: Iterable[int]) -> set[int]:
    """Return which of these records have something live or scheduled. One query."""
    wanted = list(record_ids)
    if not wanted:
        return set()
    now = timezone.now()
    mine = Publication.objects.filter(record__in=wanted)
    return set((mine.live(now) | mine.scheduled(now)).values_list("record_id", flat=True))


def publish_instant_parts(record: Record, document: Document, opened: Change) -> None:
    """Carry screenings, releases and the like of a live record into what visitors see."""
    kind = kind_of(record.kind)
    instant = [part.name for part in kind.parts if part.is_instant]
    now = timezone.now()
    mine = Publication.objects.filter(record=record)
    lines = [*mine.live(now), *mine.scheduled(now)]
    for publication in lines:
        parts = dict(publication.parts)
        if publication.language:
            texts = dict(publication.texts)
            desk = document["texts"].get(publication.language, {})
            for name in instant:
                texts.pop(name, None)
                if name in desk:
                    texts[name] = desk[name]
            parts["texts"] = texts
        else:
            parts.update({name: document[name] for name in instant})
        if is_alike(parts, publication.parts):
            continue
        digest = hash_of(parts)
        moment = max(publication.publish_at, now)
        whole = whole_document(parts, publication.language, mine, moment)
        if publication.publish_at > now:
            rewrite(publication, parts, digest, whole)
        else:
            create_publication(record, whole, parts, publication.language, now, opened)
            opened.show()


def carry_into_schedules(
    record: Record,
    document: Document,
    lines: list[str],
    moment: datetime,
    answers: Answers | None = None,
) -> None:
    """Carry what goes live at `moment` into what is scheduled later.

    Raises `Collided` where both changed the same and `answers` does not say what shall stand.
    """
    plans = plan_carrying(Timeline(record, timezone.now()), document, lines, moment, answers)
    collisions = [collision for plan in plans for collision in plan.open]
    if collisions:
        raise Collided(collisions)
    mine = Publication.objects.filter(record=record)
    for plan in plans:
        if plan.is_changed:
            later = plan.later
            whole = whole_document(plan.parts, later.language, mine, later.publish_at)
            rewrite(later, plan.parts, hash_of(plan.parts), whole)


def withdraw_everything(record: Record, opened: Change) -> None:
    """Take a deleted record off the site."""
    now = timezone.now()
    mine = Publication.objects.filter(record=record)
    live = list(mine.live(now).values_list("pk", flat=True))
    if mine.filter(pk__in=live).update(withdrawn_at=now, ended_by=opened.user):
        opened.show()
    mine.scheduled(now).update(cancelled_at=now, ended_by=opened.user)

"""Going live, in one language: publish, schedule, withdraw."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.carrying import Answers, Collision, plan_carrying
from editorial.changes import Change, change, require_change
from editorial.documents import document_of, hash_of
from editorial.guard.versions import locked
from editorial.kinds import Document, Finding, Target, kind_of
from editorial.models import Address, Forward, Publication, Record, Reference, Revision
from editorial.parts import split, whole_document
from editorial.permits import obstacle, require_editor, require_schedule
from editorial.revisions import store_revision
from editorial.timeline import Timeline

Boundary = Callable[[datetime], datetime | None]


class Blocked(ValidationError):
    """The checklist or the address keeps a language from going live."""


class Collided(Blocked):
    """What goes live and what is scheduled change the same places, named by `collisions`."""

    def __init__(self, collisions: list[Collision]) -> None:
        places = ", ".join(".".join(collision.path) for collision in collisions)
        text = _("What is scheduled changes the same: %(places)s. Cancel the schedule first.")
        super().__init__(text % {"places": places})
        self.collisions = collisions


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
) -> Publication:
    """Publish the desk's state of one language now, or schedule it for `at`.

    Facts go live with it unless `texts_only`. `answers` says which side stands where a later
    schedule changed the same. Raises `Blocked` with one message per reason.
    """
    now = timezone.now()
    moment = max(at, now) if at else now
    reason = _("Scheduled") if moment > now else _("Published")
    # A refusal leaves nothing behind, even where the caller catches it and goes on.
    with change(user, f"{reason}: {language}") as opened, transaction.atomic():
        # Who saves at the same moment comes before, and goes live, or after, and sees this.
        locked(record)
        document = document_of(record)
        blocking = [f.message for f in check(record, language) if f.is_blocking]
        if blocking or document is None:
            raise Blocked(blocking)
        if reason := obstacle(opened.user, record, language, texts_only, moment):
            raise Blocked(reason)
        if moment > now:
            cancel_schedules(record, language, now, opened.user)
        mine = Publication.objects.filter(record=record, language=language)
        is_anew = not mine.live(now).exists()
        lines = [language] if texts_only else ["", language]
        carry_into_schedules(record, document, lines, moment, answers)
        index = kind_of(record.kind).index(document, language)
        claim_address(record, language, index["path"])
        if not texts_only or not _has_facts(record, now):
            _append(record, document, "", moment, opened)
        publication = _append(record, document, language, moment, opened)
        _store_published(record, document, language, opened, is_anew)
        opened.show()
    return publication


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
        claim_address(record, language, path)
    publication = _append(record, document, language, publish_at, opened)
    if language or withdrawn_at is not None:
        publication.withdrawn_at, publication.path = withdrawn_at, path
        publication.save(update_fields=["withdrawn_at", "path"])
    if language:
        _store_published(record, document, language, opened)
    opened.show()
    return publication


def withdraw(record: Record, language: str, user: Any = None) -> bool:
    """Take a language off the site at once and cancel its schedules; True if anything changed."""
    now = timezone.now()
    reason = _("Withdrawn")
    with change(user, f"{reason}: {language}") as opened:
        require_editor(opened.user)
        locked(record)
        mine = Publication.objects.filter(record=record, language=language)
        live = list(mine.live(now).values_list("pk", flat=True))
        ended = mine.filter(pk__in=live).update(withdrawn_at=now, ended_by=opened.user)
        cancelled = cancel_schedules(record, language, now, opened.user)
        if ended:
            opened.show()
    return bool(ended or cancelled)


def cancel(record: Record, language: str, user: Any = None) -> bool:
    """Cancel what is scheduled in a language; what is live stays. True if anything was."""
    reason = _("Schedule cancelled")
    with change(user, f"{reason}: {language}") as opened:
        locked(record)
        require_schedule(opened.user, record, language)
        return bool(cancel_schedules(record, language, timezone.now(), opened.user))


def move_schedule(record: Record, language: str, at: datetime, user: Any = None) -> None:
    """Let what is scheduled in a language go live at another moment.

    Raises `Blocked` if nothing is scheduled, or if the schedule of another language lies between:
    the later of two brings the facts that stand in the end.
    """
    now = timezone.now()
    reason = _("Schedule moved")
    with change(user, f"{reason}: {language}") as opened, transaction.atomic():
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


def cancel_schedules(record: Record, language: str, now: datetime, user: Any) -> int:
    """Cancel the language's schedules, and the facts that would have gone live with them alone."""
    mine = Publication.objects.filter(record=record).scheduled(now)
    moments = set(mine.filter(language=language).values_list("publish_at", flat=True))
    cancelled = mine.filter(language=language).update(cancelled_at=now, ended_by=user)
    spoken = set(mine.exclude(language="").values_list("publish_at", flat=True))
    mine.filter(language="", publish_at__in=moments - spoken).update(cancelled_at=now)
    return cancelled


def pin(record: Record, place: int | None) -> None:
    """Give the record its place at the top of lists, or none; visitors see it at once."""
    record.pinned = place
    record.save(update_fields=["pinned"])
    require_change().show()


def withdraw_everything(record: Record, opened: Change) -> None:
    """Take a deleted record off the site."""
    now = timezone.now()
    mine = Publication.objects.filter(record=record)
    live = list(mine.live(now).values_list("pk", flat=True))
    if mine.filter(pk__in=live).update(withdrawn_at=now, ended_by=opened.user):
        opened.show()
    mine.scheduled(now).update(cancelled_at=now, ended_by=opened.user)


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
        digest = hash_of(parts)
        if digest == publication.hash:
            continue
        moment = max(publication.publish_at, now)
        whole = whole_document(parts, publication.language, mine, moment)
        if publication.publish_at > now:
            _rewrite(publication, parts, digest, whole)
        else:
            _create(record, whole, parts, publication.language, now, opened)
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
            _rewrite(later, plan.parts, hash_of(plan.parts), whole)


def claim_address(record: Record, language: str, path: str) -> None:
    """Give the path to this record or raise `Blocked` if another one shows or will show it."""
    taken = Address.objects.filter(language=language, path=path).exclude(record=record).first()
    if taken is not None:
        others = Publication.objects.filter(record=taken.record, language=language, path=path)
        if others.live().exists() or others.scheduled().exists():
            raise Blocked(
                _("The address /%(language)s/%(path)s/ belongs to “%(other)s”. Choose another.")
                % {"language": language, "path": path, "other": taken.record.key}
            )
    Address.objects.update_or_create(language=language, path=path, defaults={"record": record})


def _has_facts(record: Record, now: datetime) -> bool:
    return Publication.objects.filter(record=record, language="").counting(now).exists()


def _append(
    record: Record, document: Document, language: str, moment: datetime, opened: Change
) -> Publication:
    return _create(record, document, split(document, language), language, moment, opened)


def _create(
    record: Record,
    document: Document,
    parts: Document,
    language: str,
    moment: datetime,
    opened: Change,
) -> Publication:
    publication = Publication.objects.create(
        record=record,
        language=language,
        parts=parts,
        hash=hash_of(parts),
        publish_at=moment,
        user=opened.user,
        kind=record.kind,
        **kind_of(record.kind).index(document, language),
    )
    _refer(publication, kind_of(record.kind).targets(document, language))
    return publication


def _rewrite(publication: Publication, parts: Document, digest: str, whole: Document) -> None:
    """Give a publication that is only scheduled other parts."""
    publication.parts, publication.hash = parts, digest
    for name, value in kind_of(publication.kind).index(whole, publication.language).items():
        setattr(publication, name, value)
    publication.save()
    publication.references.all().delete()
    _refer(publication, kind_of(publication.kind).targets(whole, publication.language))


def _refer(publication: Publication, targets: Iterable[Target]) -> None:
    listed = list(targets)
    ids = record_ids({target.uuid for target in listed})
    Reference.objects.bulk_create(
        Reference(
            publication=publication,
            target_id=ids[target.uuid],
            usage=target.usage,
            row=target.row,
            role=target.role,
            character=target.character[:250],
            position=target.position,
            year=target.year,
        )
        for target in listed
        if target.uuid in ids
    )


def record_ids(uuids: Iterable[str]) -> dict[str, int]:
    """Return primary keys by uuid; merged records lead to the one they were merged into."""
    wanted = list(uuids)
    found = {
        str(u): pk for u, pk in Record.objects.filter(uuid__in=wanted).values_list("uuid", "pk")
    }
    missing = [uuid for uuid in wanted if uuid not in found]
    if missing:
        forwards = Forward.objects.filter(uuid__in=missing).values_list("uuid", "record_id")
        found |= {str(uuid): pk for uuid, pk in forwards}
    return found


def _store_published(
    record: Record, document: Document, language: str, opened: Change, is_anew: bool = False
) -> None:
    line = Revision.Line.PUBLISHED
    store_revision(record, document, line, opened, language, even_if_same=is_anew)


def next_boundary(now: datetime | None = None) -> datetime | None:
    """Return the earliest future moment at which a public page changes by itself."""
    now = now or timezone.now()
    moments = [provider(now) for provider in _boundaries]
    return min((moment for moment in moments if moment), default=None)


def _publication_boundary(now: datetime) -> datetime | None:
    starts = Publication.objects.scheduled(now).values_list("publish_at", flat=True)
    ends = Publication.objects.filter(Q(withdrawn_at__gt=now), cancelled_at=None)
    moments = [*starts.order_by("publish_at")[:1]]
    first = ends.order_by("withdrawn_at").values_list("withdrawn_at", flat=True)[:1]
    moments += [end for end in first if end]
    return min(moments, default=None)


_boundaries: list[Boundary] = [_publication_boundary]


def register_boundary(provider: Boundary) -> None:
    """Let an app name its next moment: rights end, phase ..."""
    _boundaries.append(provider)

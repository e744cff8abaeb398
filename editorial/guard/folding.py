"""Autosaves of one editor within ten minutes are one revision to whoever reads the history.

All of them are stored, because the edit guard needs the state that an open form was made from;
after a day only the last of each run is kept.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from editorial.models import Draft, Editing, OpenForm, Revision

RUN = timedelta(minutes=10)
KEPT = timedelta(days=1)
# A window that has sent nothing for so long is asked more questions, and loses nothing.
FORMS_KEPT = timedelta(days=14)
DRAFTS_KEPT = timedelta(days=180)


def fold(newest_first: Iterable[Revision]) -> list[Revision]:
    """Return the revisions that stand for a run each: those that nothing follows closely.

    An autosave is folded into the next desk revision of the same user within ten minutes.
    """
    shown: list[Revision] = []
    after: Revision | None = None
    for revision in newest_first:
        if after is None or not _is_folded(revision, after):
            shown.append(revision)
        after = revision
    return shown


def _is_folded(revision: Revision, after: Revision) -> bool:
    is_own = revision.user_id is not None and revision.user_id == after.user_id
    is_same_line = (revision.record_id, revision.line) == (after.record_id, after.line)
    is_close = after.created_at - revision.created_at <= RUN
    return revision.is_autosave and not revision.name and is_own and is_same_line and is_close


def delete_folded(now: datetime | None = None) -> int:
    """Delete autosaves of yesterday and before that another of the same user followed closely."""
    now = now or timezone.now()
    followers = Revision.objects.filter(
        record=OuterRef("record"),
        line=Revision.Line.DESK,
        user=OuterRef("user"),
        pk__gt=OuterRef("pk"),
        created_at__lte=OuterRef("created_at") + RUN,
    )
    old = Revision.objects.filter(
        line=Revision.Line.DESK, is_autosave=True, name="", created_at__lt=now - KEPT
    )
    return int(old.filter(Exists(followers)).delete()[1].get(Revision._meta.label, 0))


def delete_forgotten(now: datetime | None = None) -> int:
    """Delete what closed windows left: presence, what they last sent, drafts of half a year."""
    now = now or timezone.now()
    rows = (
        Editing.objects.filter(seen_at__lt=now - KEPT),
        OpenForm.objects.filter(saved_at__lt=now - FORMS_KEPT),
        Draft.objects.filter(saved_at__lt=now - DRAFTS_KEPT),
    )
    return sum(row.delete()[0] for row in rows)

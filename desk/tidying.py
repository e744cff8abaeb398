"""What is no longer needed goes after a time: sessions, logs, jobs, reports, the bin, old history.

No page changes by it.
"""

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.working import sweep_work_folders
from desk.accounts.delays import FORGOTTEN_AFTER
from desk.bin.files import delete_unused_files
from desk.bin.purging import purge_due
from desk.models import FailedLogin, ImportRun
from editorial.guard.folding import delete_folded, delete_forgotten
from editorial.history.thinning import thin_revisions
from editorial.models import AuditEntry, Invitation, Publication, Revision, TranslationMark
from editorial.models.search_word import drop_unused_words
from editorial.models.window import drop_past_words
from films.views import page_name
from pages.models import MissingAddress, StoredPage
from people.models import Merging
from press.building.pruning import prune_kits

# Long enough to see who was invited, and what became of it.
INVITATIONS_KEPT = timedelta(days=30)
# As long as reports of imports: nobody takes a merge apart after a year.
MERGINGS_KEPT = timedelta(days=365)
DONE = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)


def tidy(now: datetime | None = None) -> dict[str, int]:
    """Delete or blank what is past its time; return how many rows, by what they are."""
    now = now or timezone.now()
    sweep_work_folders()
    return {
        "sessions": _delete(Session.objects.filter(expire_date__lt=now)),
        "user_sessions": _delete_ended_sessions(),
        "failed_logins": _delete(FailedLogin.objects.filter(failed_at__lt=now - FORGOTTEN_AFTER)),
        "admin_log": _delete(_older(LogEntry.objects, "action_time", "LOG_RETENTION_DAYS", now)),
        "jobs": _delete_jobs(now),
        "imports": _delete(_older(ImportRun.objects, "started_at", "IMPORT_RETENTION_DAYS", now)),
        "missing_addresses": _delete(
            _older(MissingAddress.objects, "last_at", "MISSING_RETENTION_DAYS", now)
        ),
        "audit": AuditEntry.objects.all().expire(),
        "invitations": _delete(spent_invitations(now)),
        "mergings": _delete(Merging.objects.filter(merged_at__lt=now - MERGINGS_KEPT)),
        "users": _forget_users(now),
        "autosaves": delete_folded(now),
        "forms": delete_forgotten(now),
        "bin": purge_due(now),
        "revisions": thin_revisions(now),
        "files": len(delete_unused_files(now)),
        "kits": prune_kits(now),
        "pages": _delete_pages(now),
        "words": _delete_words(),
    }


def _delete_words() -> int:
    """Delete the words of texts that a schedule has followed, and those that no text has."""
    deleted = drop_past_words()
    drop_unused_words()
    return deleted


def _delete_pages(now: datetime) -> int:
    """Delete the finished pages of films that are no longer live."""
    live = Publication.objects.live(now).filter(kind="film").exclude(language="").order_by()
    names = {page_name(*ids) for ids in live.values_list("record", "language")}
    kept = StoredPage.objects.filter(name__startswith="film/").values_list("pk", "name")
    gone = [pk for pk, name in kept if name not in names]
    return _delete(StoredPage.objects.filter(pk__in=gone))


def _delete_ended_sessions() -> int:
    """Delete what is remembered of browsers whose session is over."""
    known = Session.objects.values("session_key")
    return _delete(UserSession.objects.exclude(session_key__in=known))


def _older(rows: Any, column: str, setting: str, now: datetime) -> Any:
    """Return the rows older than a setting in days; none if that is 0."""
    days = getattr(settings, setting)
    if days <= 0:
        return rows.none()
    return rows.filter(**{f"{column}__lt": now - timedelta(days=days)})


def _delete(rows: QuerySet[Any]) -> int:
    """Delete rows; return how many of them, not of those that go with them."""
    return rows.delete()[1].get(rows.model._meta.label, 0)


def spent_invitations(now: datetime) -> QuerySet[Invitation]:
    """Return invitations that were accepted, taken back or too old a while ago."""
    past = now - INVITATIONS_KEPT
    return Invitation.objects.filter(
        Q(accepted_at__lt=past) | Q(revoked_at__lt=past) | Q(expires_at__lt=past)
    )


def _delete_jobs(now: datetime) -> int:
    """Delete finished jobs; one that was given up has no end, its begin counts."""
    done = DBTaskResult.objects.filter(status__in=DONE)
    ended = _older(done, "finished_at", "JOB_RETENTION_DAYS", now)
    given_up = _older(done.filter(finished_at=None), "enqueued_at", "JOB_RETENTION_DAYS", now)
    return _delete(DBTaskResult.objects.filter(Q(pk__in=ended) | Q(pk__in=given_up)))


def _forget_users(now: datetime) -> int:
    """Let revisions, publications and marks of translations forget who made them; what was changed,
    and when, stays."""
    kept = (
        (Revision.objects, "created_at"),
        (Publication.objects, "created_at"),
        (TranslationMark.objects, "at"),
    )
    return sum(
        _older(rows.exclude(user=None), column, "REVISION_USER_DAYS", now).update(user=None)
        for rows, column in kept
    )

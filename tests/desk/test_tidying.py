"""What is past its time goes, what is not stays, and the worker sees to it once a day."""

import io
from datetime import timedelta

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from desk.members.inviting import invite
from desk.models import ImportRun
from desk.tasks import plan_tidying, tidy_daily
from desk.tidying import tidy
from editorial.changes import change
from editorial.models import Invitation, Publication, Revision
from editorial.publishing import publish, withdraw
from films.models import Film
from pages.models import StoredPage
from people.merging import merge_records
from people.models import Merging
from tests.factories import FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db
NOTHING = {
    "sessions": 0, "user_sessions": 0, "failed_logins": 0, "admin_log": 0, "jobs": 0, "imports": 0,
    "audit": 0,
    "invitations": 0, "users": 0, "autosaves": 0, "forms": 0, "bin": 0, "revisions": 0, "files": 0,
    "kits": 0, "pages": 0, "words": 0,
    "missing_addresses": 0, "mergings": 0,
}  # fmt: skip
NOW = timezone.now()


@pytest.fixture(autouse=True)
def periods(settings):
    settings.LOG_RETENTION_DAYS = 365
    settings.JOB_RETENTION_DAYS = 14
    settings.IMPORT_RETENTION_DAYS = 30
    settings.REVISION_USER_DAYS = 0


@pytest.fixture
def queue(settings):
    settings.TASKS = {
        "default": {
            "BACKEND": "django_tasks_db.DatabaseBackend",
            "QUEUES": ["default", "media"],
        }
    }


def ago(days: float):
    return NOW - timedelta(days=days)


def log_entry(editor, days):
    LogEntry.objects.create(
        user=editor, content_type=ContentType.objects.get_for_model(Film), object_id="1",
        object_repr="x", action_flag=CHANGE, action_time=ago(days),
    )  # fmt: skip


def job(status, ended=None, begun=None):
    row = DBTaskResult.objects.create(
        status=status, args_kwargs={"args": [], "kwargs": {}}, task_path="x",
        backend_name="default", run_after=NOW, finished_at=ended, exception_class_path="",
        traceback="",
    )  # fmt: skip
    if begun:
        DBTaskResult.objects.filter(pk=row.pk).update(enqueued_at=begun)
    return row


def test_nothing_to_do_does_nothing():
    assert tidy() == NOTHING


def test_sessions_go_when_they_expire():
    for key, days in (("a", 0.01), ("b", -1)):
        Session.objects.create(session_key=key, session_data="", expire_date=ago(days))
    assert tidy(NOW) == NOTHING | {"sessions": 1}
    assert [session.session_key for session in Session.objects.all()] == ["b"]


def test_admin_log_goes_after_its_days(editor):
    for days in (366, 364, 0):
        log_entry(editor, days)
    assert tidy(NOW) == NOTHING | {"admin_log": 1}
    assert LogEntry.objects.count() == 2


def test_finished_jobs_go_after_their_days_and_waiting_ones_stay():
    job(TaskResultStatus.SUCCESSFUL, ended=ago(15))
    job(TaskResultStatus.FAILED, ended=ago(15))
    job(TaskResultStatus.FAILED, begun=ago(15))
    job(TaskResultStatus.FAILED)
    job(TaskResultStatus.SUCCESSFUL, ended=ago(13))
    job(TaskResultStatus.READY, begun=ago(400))
    job(TaskResultStatus.RUNNING, begun=ago(400))
    assert tidy(NOW) == NOTHING | {"jobs": 3}
    assert DBTaskResult.objects.count() == 4


def test_import_reports_go_after_their_days():
    for days in (31, 29):
        run = ImportRun.objects.create(folder="content")
        ImportRun.objects.filter(pk=run.pk).update(started_at=ago(days))
    assert tidy(NOW) == NOTHING | {"imports": 1}


def test_merges_can_be_taken_apart_for_a_year():
    for days in (366, 364):
        merging = merge_records(PersonFactory(), [PersonFactory()], {})
        Merging.objects.filter(pk=merging.pk).update(merged_at=ago(days))
    assert tidy(NOW) == NOTHING | {"mergings": 1}
    assert Merging.objects.get().pk == merging.pk


def test_invitations_go_thirty_days_after_their_end():
    for n, column in enumerate(("accepted_at", "revoked_at", "expires_at") * 2):
        made, _token = invite(f"mara-{n}@example.com", "viewer", [], None, None)
        Invitation.objects.filter(pk=made.pk).update(**{column: ago(31 if n < 3 else 29)})
    assert tidy(NOW) == NOTHING | {"invitations": 3}
    assert Invitation.objects.count() == 3


def test_finished_pages_of_films_no_longer_live_go(client):
    gone, live = FilmFactory(slug_en="gone"), FilmFactory(slug_en="live")
    for film in (gone, live):
        publish(film.record, "en")
        client.get(f"/en/{film.slug_en}/")
    client.get("/en/")
    withdraw(gone.record, "en")
    assert tidy() == NOTHING | {"pages": 1}
    names = sorted(StoredPage.objects.values_list("name", flat=True))
    assert names == [f"film/{live.record_id}/en", "home/en"]


def test_days_of_zero_keep_everything(settings, editor):
    settings.LOG_RETENTION_DAYS = settings.JOB_RETENTION_DAYS = 0
    settings.IMPORT_RETENTION_DAYS = 0
    log_entry(editor, 5000)
    job(TaskResultStatus.SUCCESSFUL, ended=ago(5000))
    ImportRun.objects.create(folder="content")
    ImportRun.objects.update(started_at=ago(5000))
    assert tidy(NOW) == NOTHING


def test_history_forgets_its_authors_only_if_told_so(settings, editor):
    settings.REVISION_FULL_DAYS = 0
    film = FilmFactory()
    with change(editor, "edited"):
        film.year = 2012
        film.save()
    publish(film.record, "en", editor)
    Revision.objects.update(created_at=ago(100))
    Publication.objects.update(created_at=ago(100))
    assert tidy(NOW) == NOTHING
    settings.REVISION_USER_DAYS = 101
    assert tidy(NOW) == NOTHING
    settings.REVISION_USER_DAYS = 99
    # One revision of the desk, one published; a publication of facts and one of texts.
    assert tidy(NOW) == NOTHING | {"users": 4}
    assert Revision.objects.exclude(user=None).count() == 0
    assert tidy(NOW) == NOTHING


def test_command_says_what_it_did(editor):
    log_entry(editor, 400)
    out = io.StringIO()
    call_command("tidy", stdout=out)
    assert out.getvalue().splitlines()[1] == "Entries of the admin's log deleted: 1"


def waiting():
    mine = DBTaskResult.objects.filter(task_path=tidy_daily.module_path)
    return list(mine.filter(status=TaskResultStatus.READY).values_list("run_after", flat=True))


def test_exactly_one_job_waits(queue):
    plan_tidying(NOW)
    plan_tidying(NOW + timedelta(days=1))
    assert waiting() == [NOW]


def test_surplus_jobs_are_taken_away(queue):
    for days in (2, 1, 3):
        tidy_daily.using(run_after=NOW + timedelta(days=days)).enqueue()
    plan_tidying(NOW)
    assert waiting() == [NOW + timedelta(days=1)]


@pytest.mark.one_machine  # the worker closes the connection to a server
def test_worker_tidies_and_asks_for_tomorrow(queue):
    Session.objects.create(session_key="a", session_data="", expire_date=ago(1))
    for _restart in range(2):
        call_command("work", batch=True)
    assert Session.objects.count() == 0
    (at,) = waiting()
    assert timedelta(hours=23) < at - timezone.now() < timedelta(hours=25)
    done = DBTaskResult.objects.get(status=TaskResultStatus.SUCCESSFUL)
    assert done.return_value == NOTHING | {"sessions": 1}


@pytest.mark.one_machine  # the worker closes the connection to a server
def test_series_goes_on_after_a_failure(queue, settings):
    settings.LOG_RETENTION_DAYS = "soon"
    call_command("work", batch=True)
    assert DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).count() == 1
    assert len(waiting()) == 1

"""Background jobs that failed and were not tried again since; trying one again."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.models import Image, MediaFile
from assets.tasks import complete_image
from assets.video.tasks import prepare_video
from desk.accounts.resetting import send_reset_mails
from desk.start.blocks import MOST, Block, Item, block_of, form_url
from desk.tasks import tidy_daily
from editorial.rights import Act, may

WEEK = timedelta(days=7)
TASKS = {
    task.module_path: task for task in (complete_image, prepare_video, tidy_daily, send_reset_mails)
}


def failed_jobs(user: Any) -> Block | None:
    """Return them for who may try again. Two queries."""
    if not may(user, Act.EDIT):
        return None
    failed = list(failures()[: MOST + 1])
    wanted = [_picture_of(job) for job in failed]
    images = {row.pk: row for row in Image.objects.filter(pk__in=[pk for pk in wanted if pk])}
    found = []
    for job, pk in zip(failed, wanted, strict=True):
        image = images.get(pk or 0)
        if pk and (image is None or (image.is_complete and image.is_cropped)):
            continue  # deleted, or done by other means
        found.append(_item(job, image))
    return block_of("jobs", _("Background work that failed"), found)


def failures() -> Any:
    """Return the failed jobs that nobody has tried again since, the latest first."""
    again = DBTaskResult.objects.filter(
        task_path=OuterRef("task_path"),
        args_kwargs=OuterRef("args_kwargs"),
        enqueued_at__gt=OuterRef("enqueued_at"),
    )
    # Tomorrow's daily job is asked for before today's has failed.
    now = timezone.now()
    planned = Q(status=TaskResultStatus.READY, run_after__gt=now, run_after__lt=now + WEEK)
    again = again.exclude(planned)
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, task_path__in=TASKS)
    return rows.exclude(Exists(again)).order_by("-enqueued_at")


def _picture_of(job: Any) -> int | None:
    if job.task_path != complete_image.module_path:
        return None
    arguments = job.args_kwargs["args"]
    return arguments[0] if arguments else None


def _file_of(job: Any) -> int:
    return int((job.args_kwargs["args"] or [0])[0])


def _item(job: Any, image: Image | None) -> Item:
    last = (job.traceback or "").strip().rpartition("\n")[2][:200] or _("The worker was stopped.")
    at = date_format(
        timezone.localtime(job.finished_at or job.enqueued_at), "SHORT_DATETIME_FORMAT"
    )
    note = f"{at}: {last}"
    retry = reverse("desk_retry_job", args=[job.pk])
    if job.task_path == prepare_video.module_path:
        return Item(
            _("A trailer for the web"), form_url(MediaFile, _file_of(job)), note, retry=retry
        )
    if job.task_path == send_reset_mails.module_path:
        # What the mail server said may name whose account it is.
        note = f"{at}: " + _("The mail server did not take it.")
        return Item(_("A mail for who has forgotten a password"), "", note, retry=retry)
    if image is None:
        return Item(_("Daily tidying"), "", note, retry=retry)
    title = _("Sizes of the picture “%s”") % image
    return Item(title, form_url(Image, image.pk), note, retry=retry)


@require_POST
def retry_view(request: HttpRequest, job: UUID) -> HttpResponse:
    """Ask for a failed job again; who presses twice asks once."""
    if not may(request.user, Act.EDIT):
        raise PermissionDenied
    row = DBTaskResult.objects.filter(pk=job, task_path__in=TASKS).first()
    if row is None:
        raise Http404
    if failures().filter(pk=job).exists():
        arguments = row.args_kwargs
        TASKS[row.task_path].enqueue(*arguments["args"], **arguments["kwargs"])
    messages.success(request, _("It is tried again in the background."))
    return HttpResponseRedirect(reverse("admin:index"))

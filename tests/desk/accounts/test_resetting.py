"""Mails for who has forgotten a password, when the mail server does not take them."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from desk.accounts.resetting import PAUSES, send_reset_mails
from tests.desk.start.jobs import failed_job
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def queue(settings):
    """Jobs wait in the database; nobody listens where mails are sent."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}
    }
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", 1
    return DBTaskResult.objects.filter(task_path=send_reset_mails.module_path).order_by("-pk")


def test_mail_that_was_not_taken_is_tried_again_later(queue, editor):
    before = timezone.now()

    send_reset_mails.func([editor.pk], "en")

    job = queue.get()
    assert job.args_kwargs["args"] == [[editor.pk], "en", 1]
    assert PAUSES[0] <= job.run_after - before < PAUSES[0] + timedelta(minutes=1)


def test_last_try_fails_the_job(queue, editor):
    with pytest.raises(OSError, match="refused"):
        send_reset_mails.func([editor.pk], "en", len(PAUSES))
    assert not queue.exists()


def test_later_try_sends_what_is_left(queue, editor, settings, django_user_model):
    other = django_user_model.objects.create_user("mara", editor.email)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    send_reset_mails.func([other.pk], "en", 1)

    assert [message.to for message in mail.outbox] == [[editor.email]]


def test_failed_mail_is_shown_without_its_address_and_sent_again(desk, queue, editor):
    FilmFactory()  # an empty desk shows how to begin
    job = failed_job([editor.pk], "en", 3, task=send_reset_mails)

    page = desk.get("/admin/").content.decode()
    desk.post(reverse("desk_retry_job", args=[job.pk]))

    assert "The mail server did not take it." in page
    assert "No space left" not in page
    (again,) = queue.filter(status="READY")
    assert again.args_kwargs["args"] == [[editor.pk], "en", 3]

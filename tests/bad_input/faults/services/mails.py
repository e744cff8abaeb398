"""A mail server that refuses, hangs or is not there."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from django.test import Client, override_settings
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from desk.accounts.resetting import PAUSES, send_reset_mails
from tests.bad_input.doors import editor
from tests.bad_input.world import EDITOR, PASSWORD

QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend",
                      "QUEUES": ["default", "media", "kits"]}}  # fmt: skip
INVITED = {"email": "mara@example.com", "role": "editor", "mail_language": "en"}
GREETING = b"421 mail.example.com is closed\r\n"


def mail_down(_folder: Path) -> str:
    """Refused at the door and at the greeting: told to who asked, and tried again."""
    with refusing_server() as refusing, closed_port() as closed:
        for port in (closed, refusing):
            with override_settings(
                EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
                EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, TASKS=QUEUED,
            ):  # fmt: skip
                problem = _invitation() or _forgotten_password()
                if problem:
                    return problem
    return ""


def _invitation() -> str:
    """The invitation is saved; its link is shown to who wanted to send it."""
    from editorial.models import Invitation

    before = Invitation.objects.count()
    page = _owner().post(reverse("admin:editorial_membership_add"), INVITED)
    text = page.content.decode()
    if Invitation.objects.count() != before + 1:
        return f"the invitation was not saved: status {page.status_code}"
    if "could not be sent" not in text or not re.search(r'value="http[^"]+/invitation/', text):
        return "nobody is told that the invitation was not sent, or the link is not shown"
    return ""


def _owner() -> Client:
    """Log in by the door: what is delicate wants proof of who one is."""
    client = Client()
    client.post(reverse("admin:login"), {"username": EDITOR, "password": PASSWORD})
    return client


def _forgotten_password() -> str:
    """Who asks hears the same as ever; the mail waits, and at last the start page names it."""
    DBTaskResult.objects.filter(task_path=send_reset_mails.module_path).delete()
    client: Any = Client()
    if (
        client.post(reverse("account_reset_password"), {"email": "editor@example.com"}).status_code
        != 302
    ):
        return "asking for a new password fails without a mail server"
    for tries in range(len(PAUSES) + 1):
        job = _jobs().filter(status="READY").first()
        if job is None:
            return f"nobody tries again after {tries} tries"
        _do(job)
    if not _jobs().filter(status="FAILED").exists():
        return "the last try is not told as failed"
    text = editor().get("/admin/").content.decode()
    return "" if "The mail server did not take it." in text else "the desk does not say so"


def _do(job: Any) -> None:
    """Do a job as the worker does, without waiting for its moment."""
    from desk.jobs.worker import SiteWorker

    job.claim("bad-input")
    SiteWorker("bad-input", ["default"], batch=True).run_task(job)


def _jobs() -> Any:
    return DBTaskResult.objects.filter(task_path=send_reset_mails.module_path)


@contextmanager
def closed_port() -> Iterator[int]:
    """Give a port on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@contextmanager
def refusing_server() -> Iterator[int]:
    """Give the port of a mail server that greets everybody with a refusal (RFC 5321, 4.2.1)."""
    server = socket.create_server(("127.0.0.1", 0))

    def refuse() -> None:
        while True:
            try:
                connection, _address = server.accept()
            except OSError:
                return
            with connection:
                connection.sendall(GREETING)

    Thread(target=refuse, daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()

"""Settings that Django's and our own checks name, and mail that would not arrive."""

import smtplib
from collections.abc import Iterator

from django.conf import settings
from django.core import checks
from django.core.mail import get_connection

from desk.doctor.finding import Finding

HOME = {"localhost", "127.0.0.1", "::1"}
SMTP = "django.core.mail.backends.smtp.EmailBackend"
WAIT_SECONDS = 5


def is_public() -> bool:
    """Tell whether others than this machine are to reach the site."""
    return settings.SITE_HOST not in HOME


def find_settings() -> Iterator[Finding]:
    found = checks.run_checks(include_deployment_checks=is_public())
    for message in found:
        if message.level >= checks.WARNING and not message.is_silenced():
            where = f".env ({message.id})"
            yield Finding("settings", str(message.msg), where, message.hint or "See deployment.md.")


def find_mail() -> Iterator[Finding]:
    if settings.EMAIL_BACKEND != SMTP:
        if is_public():
            yield Finding(
                "mail",
                "mail is not sent but printed or thrown away: invitations and new passwords "
                "reach nobody",
                "EMAIL_URL",
                "Set EMAIL_URL=smtp://user:password@host:587/?tls=True in .env and restart.",
            )
        return
    try:
        server = get_connection(timeout=WAIT_SECONDS)
        server.open()
        server.close()
    except (OSError, smtplib.SMTPException) as error:
        yield Finding(
            "mail",
            f"the mail server does not let us in: {error}",
            f"EMAIL_URL ({settings.EMAIL_HOST}:{settings.EMAIL_PORT})",
            "Correct host, port, user and password in EMAIL_URL, or ask who runs the server.",
        )

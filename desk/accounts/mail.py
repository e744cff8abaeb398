"""Whether a mail would reach anybody."""

from django.conf import settings

# These print mails or throw them away.
TO_NOBODY = (
    "django.core.mail.backends.console.EmailBackend",
    "django.core.mail.backends.dummy.EmailBackend",
)


def is_mail_configured() -> bool:
    return settings.EMAIL_BACKEND not in TO_NOBODY

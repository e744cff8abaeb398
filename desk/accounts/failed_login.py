"""What is remembered of failed logins: how many, and when the last one was."""

from django.db import models
from django.utils import timezone


class FailedLogin(models.Model):
    """Failures of one account name, one address or one second factor.

    The key is a keyed hash: people type their password into the wrong field, and addresses name
    people. A day after the last failure the row means nothing any more.
    """

    key = models.CharField(max_length=64, unique=True, editable=False)
    failures = models.PositiveIntegerField(default=0)
    failed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.failures}"

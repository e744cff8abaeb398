"""One line of the audit log. It is written once; triggers of the database hold that, too."""

from typing import Any, NoReturn

from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AppendOnly(RuntimeError):
    """Somebody tried to change or delete a line of the log: a mistake of the programmer."""

    def __init__(self) -> None:
        super().__init__("The audit log is only ever added to; `tidy` deletes what is past.")


class AuditEntries(models.QuerySet["AuditEntry"]):
    def update(self, **changes: Any) -> NoReturn:
        raise AppendOnly

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly

    def expire(self) -> int:
        """Delete what is past, by the clock of the database, as the trigger does; return how
        many."""
        rows = self.filter(kept_until__lt=Now())
        return rows._raw_delete(rows.db)


class AuditEntry(models.Model):
    """Who did what, when, to what, from where.

    Nothing here is a foreign key: deleting an account or a record must neither change nor stop
    anything, and the name of the account is as it was then.
    """

    at = models.DateTimeField(_("time"), default=timezone.now, db_index=True)
    kept_until = models.DateTimeField(_("kept until"), null=True)
    deed = models.CharField(_("what"), max_length=30)
    account = models.BigIntegerField(_("number of the account"), null=True)
    who = models.CharField(_("who"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=60, blank=True)
    number = models.BigIntegerField(_("number"), null=True)
    key = models.CharField(_("key"), max_length=250, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    detail = models.CharField(_("details"), max_length=250, blank=True)
    address = models.CharField(_("from where"), max_length=50, blank=True)
    door = models.CharField(_("by which way"), max_length=10)

    objects = AuditEntries.as_manager()

    class Meta:
        verbose_name = _("entry of the audit log")
        verbose_name_plural = _("audit log")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.deed} {self.who}".rstrip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly

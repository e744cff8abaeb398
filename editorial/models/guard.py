"""What two editors of one record need to know of each other, and what could not be saved yet."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record


class Editing(models.Model):
    """Somebody has a record's form open."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="editings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(_("since"), default=timezone.now)
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now)

    class Meta:
        verbose_name = _("open form")
        verbose_name_plural = _("open forms")
        constraints = [models.UniqueConstraint(fields=["record", "user"], name="editing_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.record}"


class Draft(models.Model):
    """What somebody typed into a form that could not be saved as it is: never shown, never lost.

    `form` names form and window (admin address without its host, #, the window's identifier);
    `fields` is what was typed, by field name, each a list of values as browsers send them;
    `version` the record's when it was opened. A screen of translations has one draft for all
    windows, by the id of each text: what was typed, and the digest of what stood there.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    form = models.CharField(_("form"), max_length=250)
    record = models.ForeignKey(Record, models.CASCADE, null=True, related_name="drafts")
    version = models.PositiveIntegerField(_("version"), default=0)
    fields = models.JSONField(_("fields"), default=dict)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [models.UniqueConstraint(fields=["user", "form"], name="draft_once_a_form")]

    def __str__(self) -> str:
        return f"{self.user}: {self.form}"

    @property
    def token(self) -> str:
        """The window in which it was typed."""
        return self.form.partition("#")[2]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it without NULs: copied text brings them along, and PostgreSQL keeps none."""
        self.fields = {
            name: [value.replace("\x00", "") for value in values]
            for name, values in self.fields.items()
        }
        super().save(*args, **kwargs)


class OpenForm(models.Model):
    """What a form that is open in some browser window last sent and had saved.

    The edit guard compares what comes next with it: a form does not show what others have saved
    meanwhile, and must not take it back. `number` is the last one the window gave to what it sent.
    """

    token = models.UUIDField(_("window"), unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    record = models.ForeignKey(Record, models.CASCADE, related_name="open_forms")
    number = models.PositiveBigIntegerField(_("number"), default=0)
    document = models.JSONField(_("document"))
    saved_at = models.DateTimeField(_("saved"), auto_now=True)

    class Meta:
        verbose_name = _("form as last sent")
        verbose_name_plural = _("forms as last sent")

    def __str__(self) -> str:
        return f"{self.user}: {self.record}"

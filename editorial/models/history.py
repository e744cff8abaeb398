"""Stored documents: the desk's line and the published line."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record
from editorial.moments import short_moment
from editorial.packing import PackedJSONField


class Revision(models.Model):
    """A record's document at one moment, with who, when and why."""

    class Line(models.TextChoices):
        DESK = "desk", _("Desk")
        PUBLISHED = "published", _("Published")

    record = models.ForeignKey(
        Record, models.CASCADE, related_name="revisions", verbose_name=_("record")
    )
    line = models.CharField(_("line"), max_length=10, choices=Line.choices)
    language = models.CharField(_("language"), max_length=10, blank=True)
    document = PackedJSONField(_("document"))
    hash = models.CharField(_("hash"), max_length=64)
    created_at = models.DateTimeField(_("time"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("user"),
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    version = models.PositiveIntegerField(
        _("version"), default=0, help_text=_("The record's version number that this document has.")
    )
    is_autosave = models.BooleanField(_("saved by itself"), default=False)
    name = models.CharField(
        _("name"), max_length=80, blank=True, help_text=_("A named revision is kept for ever.")
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["record", "line", "-id"], name="revision_line")]

    def __str__(self):
        return f"{self.record}, {short_moment(self.created_at)}"

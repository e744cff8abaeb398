"""A press kit that was asked for: waiting, being built, ready or failed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import Record


class Kit(models.Model):
    """One file for one film. Its name follows from its content, so equal contents are one file.

    `languages` are codes with commas; two or more make a bilingual kit. `contents_hash` is that of
    the contents the file was made from: where the film's present contents have another one, the kit
    is out of date. No part of any document: a kit can always be built again.
    """

    class Format(models.TextChoices):
        PDF = "pdf", _("PDF, everything")
        SHORT = "short", _("PDF, one page")
        DOCX = "docx", _("Word document")
        SHEET = "sheet", _("festival data sheet")
        ZIP = "zip", _("ZIP with texts and pictures")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        BUILDING = "building", _("being built")
        READY = "ready", _("ready")
        FAILED = "failed", _("failed")

    record = models.ForeignKey(Record, models.CASCADE, related_name="kits", verbose_name=_("film"))
    languages = models.CharField(_("languages"), max_length=40)
    format = models.CharField(_("format"), max_length=5, choices=Format.choices)
    is_draft = models.BooleanField(
        _("draft"), default=False, help_text=_("Made from the desk, not from what is live.")
    )
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    step = models.CharField(_("step"), max_length=80, blank=True)
    progress = models.PositiveSmallIntegerField(_("progress in percent"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    problem = models.CharField(_("problem"), max_length=500, blank=True)
    contents_hash = models.CharField(_("contents"), max_length=64, blank=True)
    sha256 = models.CharField(_("file’s hash"), max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    gaps = models.JSONField(_("gaps"), default=list, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+",
        verbose_name=_("asked for by"),
    )  # fmt: skip
    asked_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    started_at = models.DateTimeField(_("begun"), null=True, blank=True)
    built_at = models.DateTimeField(_("built"), null=True, blank=True)

    class Meta:
        verbose_name = _("press kit")
        verbose_name_plural = _("press kits")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["record", "format", "state"], name="kit_of_film")]

    def __str__(self):
        return f"{self.get_format_display()} ({self.languages})"

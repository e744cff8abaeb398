"""What a translation was made from: the memory behind missing, outdated and reviewed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record


class TranslationMark(models.Model):
    """The source text that one text in one language was last known to be right for.

    A text is outdated when the source reads otherwise today. No part of the document: it says
    something about texts, not about the film.
    """

    class How(models.TextChoices):
        WRITTEN = "written", _("written")
        REVIEWED = "reviewed", _("still correct")
        NO_EFFECT = "no_effect", _("no effect on meaning")

    record = models.ForeignKey(Record, models.CASCADE, related_name="translation_marks")
    part = models.CharField(_("part"), max_length=30)
    row = models.CharField(
        _("row"), max_length=36, blank=True, help_text=_("Its identifier; empty for the main row.")
    )
    field = models.CharField(_("field"), max_length=40)
    language = models.CharField(_("language"), max_length=10)
    source_text = models.TextField(_("source text"), blank=True)
    how = models.CharField(_("how"), max_length=10, choices=How.choices, default=How.WRITTEN)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("user"),
    )
    at = models.DateTimeField(_("time"), auto_now=True)

    class Meta:
        verbose_name = _("translation mark")
        verbose_name_plural = _("translation marks")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "part", "row", "field", "language"],
                name="translation_mark_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.record} {self.part}.{self.field} [{self.language}]"

"""How far a record is translated into one language: what lists and the start page read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record


class TranslationState(models.Model):
    """Counts of a record's texts in one language, made anew with every change of the record.

    Derived from document and marks, so that ten thousand records can be sorted by what is open
    without opening a document. `cells` has a look for each text of the main row, and for every
    other part the number of its texts by look.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="translation_states")
    language = models.CharField(_("language"), max_length=10)
    missing = models.PositiveIntegerField(_("missing"), default=0)
    outdated = models.PositiveIntegerField(_("outdated"), default=0)
    same = models.PositiveIntegerField(_("same as source"), default=0)
    reviewed = models.PositiveIntegerField(_("still correct"), default=0)
    translated = models.PositiveIntegerField(_("translated"), default=0)
    total = models.PositiveIntegerField(_("texts"), default=0)
    cells = models.JSONField(_("states by text"), default=dict)

    class Meta:
        verbose_name = _("state of translation")
        verbose_name_plural = _("states of translation")
        constraints = [
            models.UniqueConstraint(fields=["record", "language"], name="translation_state_once")
        ]
        indexes = [
            models.Index(fields=["language", "-outdated", "-missing"], name="open_texts"),
            # The sums of the cockpit, of each record and of all: read without the cells.
            models.Index(
                fields=["record", "language", "outdated", "missing", "same"], name="open_sums"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record} [{self.language}]"

    @property
    def open(self) -> int:
        """What somebody should look at."""
        return self.missing + self.outdated + self.same

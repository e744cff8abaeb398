"""What was found out about records that look alike: two, or merged into one."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import Record


class DistinctPair(models.Model):
    """Two people, or two companies, who look alike and are not the same, as somebody has found.

    The pair stands with the smaller primary key first.
    """

    first = models.ForeignKey(Record, models.CASCADE, related_name="+", editable=False)
    second = models.ForeignKey(Record, models.CASCADE, related_name="+", editable=False)
    found_at = models.DateTimeField(_("found"), auto_now_add=True)
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = _("different people of like names")
        verbose_name_plural = _("different people of like names")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="distinct_pair_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="distinct_pair_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.first} ≠ {self.second}"


class Merging(models.Model):
    """One merge that happened, with all that is needed to take it back.

    `trace` holds the documents and identities from before, and every row that was moved.
    """

    kept = models.ForeignKey(Record, models.CASCADE, related_name="mergings", editable=False)
    trace = models.JSONField(default=dict, editable=False)
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    undone_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at", "-pk"]

    def __str__(self):
        return str(self.kept)

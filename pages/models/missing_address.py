"""Addresses that visitors ask for in vain."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MissingAddress(models.Model):
    """An address of this site that was asked for and leads nowhere, counted."""

    path = models.CharField(_("address"), max_length=250, editable=False)
    query = models.CharField(_("query"), max_length=250, blank=True, editable=False)
    referrer = models.CharField(_("linked from"), max_length=250, blank=True, editable=False)
    count = models.PositiveIntegerField(_("times"), default=1, editable=False)
    first_at = models.DateTimeField(_("first time"), auto_now_add=True)
    last_at = models.DateTimeField(_("last time"), editable=False)

    class Meta:
        verbose_name = _("missing address")
        verbose_name_plural = _("missing addresses")
        ordering = ["-count", "-last_at"]
        constraints = [models.UniqueConstraint(fields=["path", "query"], name="missing_once")]
        indexes = [models.Index(fields=["last_at"], name="missing_age")]

    def __str__(self):
        return f"{self.path}?{self.query}" if self.query else self.path

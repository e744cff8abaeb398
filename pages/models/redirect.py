"""Addresses of the former site."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import SharedRow
from pages.redirecting.checking import (
    check_feeders,
    check_rule,
    check_source,
    clean_new,
    clean_old,
)
from pages.redirecting.rules import Rule, Rules


class Redirect(SharedRow):
    """An old address of the former site, leading to a new one."""

    old_path = models.CharField(
        _("old address"),
        max_length=250,
        help_text=_("Path from the slash on, e.g. /filme/alt.html."),
    )
    old_query = models.CharField(
        _("old query"),
        max_length=250,
        blank=True,
        help_text=_("What stood behind the question mark, e.g. id=7; empty: any."),
    )
    is_prefix = models.BooleanField(
        _("and everything below"),
        default=False,
        help_text=_("What follows the old address is put behind the new one."),
    )
    new_path = models.CharField(
        _("new address"), max_length=250, help_text=_("Path on this site, e.g. /de/baikonur/.")
    )

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_path", "old_query"]
        constraints = [
            models.UniqueConstraint(
                fields=["old_path", "old_query", "is_prefix"],
                name="redirect_once",
                violation_error_message=_("There is a redirect for this address already."),
            )
        ]

    def __str__(self):
        return f"{self.old_path} → {self.new_path}"

    def clean(self):
        self.old_path, self.old_query = clean_old(self.old_path or "", self.old_query or "")
        self.new_path = clean_new(self.new_path or "")
        rule = self.rule
        rows = Redirect.objects.exclude(pk=self.pk)
        others = [row.rule for row in rows.order_by("pk")]
        check_rule(rule, Rules(others))
        check_source(rule)
        check_feeders(rule, others)

    @property
    def rule(self):
        return Rule(self.old_path, self.old_query, self.is_prefix, self.new_path)

"""The vocabulary of roles, by department."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import SharedRow


class Department(SharedRow):
    """A department of the crew, in the order of a credit list."""

    key = models.SlugField(_("key"), max_length=40, unique=True, help_text=_("Short English word."))
    name = models.CharField(
        _("name"), max_length=80, help_text=_("Heading over the department's credits.")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["position"]

    def __str__(self):
        return self.name or self.key


class Role(SharedRow):
    """What somebody did for a film: the vocabulary of credits."""

    key = models.SlugField(_("key"), max_length=40, unique=True, help_text=_("Short English word."))
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        related_name="roles",
        verbose_name=_("department"),
        help_text=_("Where the role stands in the credit list."),
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("As printed before the names, e.g. Cinematography.")
    )
    name_feminine = models.CharField(
        _("feminine form"), max_length=120, blank=True, help_text=_("The word for one woman.")
    )
    name_masculine = models.CharField(
        _("masculine form"), max_length=120, blank=True, help_text=_("The word for one man.")
    )
    schema_property = models.CharField(
        _("schema.org property"),
        max_length=40,
        blank=True,
        help_text=_("How search engines call the role; empty means contributor."),
    )
    billing_rank = models.PositiveSmallIntegerField(
        _("billing rank"), default=500, help_text=_("Smaller numbers are named first.")
    )
    aliases = models.JSONField(
        _("other spellings"),
        default=list,
        blank=True,
        help_text=_("Spellings under which an import recognises the role, one a line."),
    )

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["billing_rank", "key"]

    def __str__(self):
        return self.name or self.key

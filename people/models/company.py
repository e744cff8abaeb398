"""A company that worked on films."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.models import Record, RecordModel


class Company(RecordModel):
    """A production company, broadcaster, fund, distributor or sales agent."""

    kind = Record.Kind.COMPANY
    name = models.CharField(_("name"), max_length=200, help_text=_("As it is to be printed."))
    other_names = models.JSONField(
        _("other names"),
        default=list,
        blank=True,
        help_text=_("Spellings under which an import recognises the company, one a line."),
    )
    country = models.CharField(
        _("country"), max_length=4, blank=True, help_text=_("ISO code of two letters, e.g. DE.")
    )
    city = models.CharField(
        _("city"), max_length=120, blank=True, help_text=_("Town of the office.")
    )
    address = models.TextField(
        _("postal address"), blank=True, help_text=_("Printed under contacts in press kits.")
    )
    contact = models.CharField(
        _("contact person"), max_length=120, blank=True, help_text=_("Whom the press may ask for.")
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Shown under contacts."))
    phone = models.CharField(
        _("phone"), max_length=40, blank=True, help_text=_("With country code, e.g. +49 30 1234.")
    )
    website = AddressField(_("website"), blank=True, help_text=_("Full address with https://."))
    description = models.TextField(
        _("description"), blank=True, help_text=_("A paragraph about the company, in Markdown.")
    )
    logo = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="logo_of",
        verbose_name=_("logo"),
        help_text=_("For logo rows and press kits."),
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Never shown outside the office.")
    )

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["name"]

    def __str__(self):
        return self.name

"""The company behind the site."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import check_address
from editorial.models import Record, RecordModel


def check_outside(address):
    """Raise ValidationError unless this is a whole address of a website."""
    try:
        URLValidator(["http", "https"])(address)
        check_address(address)
    except ValidationError:
        message = _("“%(address)s” is no address of a website. Write it with https://, one a line.")
        words = {"address": str(address)[:80]}
        raise ValidationError({"same_as": message % words}) from None


class Profile(RecordModel):
    """The company behind the site, with what the law wants in an imprint (§ 5 DDG, § 18 MStV)."""

    kind = Record.Kind.PROFILE
    name = models.CharField(
        _("company name"), max_length=200, help_text=_("As in the register; heads every page.")
    )
    claim = models.CharField(
        _("one sentence"),
        max_length=250,
        blank=True,
        help_text=_("What the company stands for; on the home page and in search results."),
    )
    legal_form = models.CharField(
        _("legal form"), max_length=80, blank=True, help_text=_("e.g. GmbH, sole proprietor.")
    )
    represented_by = models.CharField(
        _("represented by"), max_length=200, blank=True, help_text=_("Managing director or owner.")
    )
    street = models.CharField(
        _("street"), max_length=200, blank=True, help_text=_("Street and number; no PO box.")
    )
    postal_code = models.CharField(
        _("postal code"), max_length=20, blank=True, help_text=_("As on letters.")
    )
    city = models.CharField(_("city"), max_length=120, blank=True, help_text=_("Town."))
    country = models.CharField(
        _("country"), max_length=4, blank=True, help_text=_("ISO code of two letters, e.g. DE.")
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("The law asks for a quick way to reach you.")
    )
    phone = models.CharField(
        _("phone"), max_length=40, blank=True, help_text=_("With country code.")
    )
    register_court = models.CharField(
        _("register court"), max_length=120, blank=True, help_text=_("e.g. Amtsgericht Berlin.")
    )
    register_number = models.CharField(
        _("register number"), max_length=60, blank=True, help_text=_("e.g. HRB 12345.")
    )
    vat_id = models.CharField(
        _("VAT ID"), max_length=30, blank=True, help_text=_("Under § 27a UStG, e.g. DE123456789.")
    )
    responsible = models.CharField(
        _("responsible for the content"),
        max_length=200,
        blank=True,
        help_text=_("Name and address under § 18 (2) MStV."),
    )
    dispute_resolution = models.CharField(
        _("consumer disputes"),
        max_length=300,
        blank=True,
        help_text=_("What § 36 VSBG asks for; left empty, the usual sentence stands there."),
    )
    hosting = models.TextField(
        _("hosting provider"),
        blank=True,
        help_text=_("Name and address of who runs the server, for the privacy page."),
    )
    privacy_contact = models.CharField(
        _("data protection officer"),
        max_length=200,
        blank=True,
        help_text=_("Name and e-mail, if there is one (Art. 37 GDPR)."),
    )
    supervisory_authority = models.CharField(
        _("supervisory authority"),
        max_length=200,
        blank=True,
        help_text=_("For complaints about data protection, e.g. that of Berlin."),
    )
    log_days = models.PositiveSmallIntegerField(
        _("days of server logs"),
        null=True,
        blank=True,
        help_text=_("After how many days the provider deletes them; for the privacy page."),
    )

    press_terms = models.TextField(
        _("terms for the press"),
        blank=True,
        help_text=_(
            "How pictures may be used; printed in press kits, in every picture, on press pages."
        ),
    )

    class Conformance(models.TextChoices):
        UNKNOWN = "", _("not assessed yet")
        PARTIAL = "partial", _("partially conformant")
        FULL = "full", _("fully conformant")

    conformance = models.CharField(
        _("accessibility (WCAG 2.2 AA)"),
        max_length=8,
        blank=True,
        choices=Conformance.choices,
        default=Conformance.UNKNOWN,
        help_text=_("Result of the last assessment, for the accessibility statement."),
    )
    assessed_on = models.DateField(
        _("assessed on"), null=True, blank=True, help_text=_("Day of the last assessment.")
    )
    known_barriers = models.TextField(
        _("known barriers"), blank=True, help_text=_("What does not work for everybody yet.")
    )
    same_as = models.JSONField(
        _("profiles elsewhere"),
        default=list,
        blank=True,
        help_text=_("Addresses of the company in other catalogues and networks, one a line."),
    )
    logo = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Stands at the top of every page instead of the name."),
    )

    class Meta:
        verbose_name = _("company profile")
        verbose_name_plural = _("company profile")

    def __str__(self):
        return self.name or "Lichtspiel"

    def clean(self):
        for address in self.same_as:
            check_outside(address)

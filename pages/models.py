"""The company itself: its profile and its text pages."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import check_address
from editorial.fields import any_text
from editorial.models import Record, RecordModel, SharedRow
from pages.redirecting.checking import (
    check_feeders,
    check_rule,
    check_source,
    clean_new,
    clean_old,
)
from pages.redirecting.rules import Rule, Rules


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


class Page(RecordModel):
    """A text page: biography, workshops, imprint, privacy ..."""

    kind = Record.Kind.PAGE
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("under"),
        help_text=_("The page below which this one stands."),
    )
    title = models.CharField(_("title"), max_length=250, blank=True, help_text=_("Heading."))
    slug = models.SlugField(
        _("address"),
        max_length=80,
        blank=True,
        help_text=_("Last part of the address: small letters, digits, hyphens."),
    )
    body = models.TextField(_("text"), blank=True, help_text=_("In Markdown."))
    seo_title = models.CharField(
        _("title for search engines"),
        max_length=120,
        blank=True,
        help_text=_("Only if it must differ from the title."),
    )
    seo_description = models.CharField(
        _("description for search engines"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences; left empty, the beginning of the text is used."),
    )
    image = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name=_("picture"),
        help_text=_("Stands above the text."),
    )

    class Menu(models.TextChoices):
        NONE = "", _("nowhere")
        MAIN = "main", _("in the main menu")
        FOOT = "foot", _("at the foot of every page")

    class Purpose(models.TextChoices):
        NONE = "", _("an ordinary page")
        IMPRINT = "imprint", _("imprint")
        PRIVACY = "privacy", _("privacy")
        ACCESSIBILITY = "accessibility", _("accessibility statement")

    purpose = models.CharField(
        _("purpose"),
        max_length=14,
        blank=True,
        choices=Purpose.choices,
        default=Purpose.NONE,
        help_text=_("What the law asks for is added to this page from the company profile."),
    )
    is_press_release = models.BooleanField(
        _("press release"),
        default=False,
        help_text=_(
            "Stands in the press room from the moment it is published: that is its embargo."
        ),
    )
    menu = models.CharField(
        _("in the menu"),
        max_length=5,
        blank=True,
        choices=Menu.choices,
        default=Menu.NONE,
        help_text=_("Imprint and privacy belong at the foot of every page."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Never shown outside the office.")
    )

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "record_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose"],
                condition=~models.Q(purpose=""),
                name="page_one_for_each_purpose",
                violation_error_message=_("Another page serves this purpose already."),
            )
        ]

    def __str__(self):
        return any_text(self, "title")

    def clean(self):
        ancestor = self.parent
        while ancestor is not None:
            if ancestor.pk == self.pk:
                raise ValidationError({"parent": _("A page cannot stand under itself.")})
            ancestor = ancestor.parent


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


class StoredPage(models.Model):
    """A public page as it was last made, packed with gzip; it can be thrown away at any time.

    `digest` is the hash of everything it was made from: with another digest it is not shown.
    """

    name = models.CharField(max_length=80, unique=True)
    digest = models.CharField(max_length=64)
    packed = models.BinaryField()

    def __str__(self) -> str:
        return self.name

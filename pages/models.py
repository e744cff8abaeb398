"""The company itself: its profile and its text pages."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.fields import any_text
from editorial.models import Record, RecordModel, SharedRow


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
        unique=True,
        help_text=_("Path from the slash on, e.g. /filme/alt.html."),
    )
    new_path = models.CharField(
        _("new address"), max_length=250, help_text=_("Path on this site, e.g. /de/baikonur/.")
    )

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_path"]

    def __str__(self):
        return f"{self.old_path} → {self.new_path}"

    def clean(self):
        for name in ("old_path", "new_path"):
            value = getattr(self, name) or ""
            is_odd = "\\" in value or not value.isprintable()
            if not value.startswith("/") or value.startswith("//") or is_odd:
                raise ValidationError(
                    {name: _("Write a path on this site that begins with one slash.")}
                )
        if self.old_path == self.new_path:
            raise ValidationError({"new_path": _("An address cannot lead to itself.")})

"""A text page of the site."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.fields import any_text
from editorial.models import Record, RecordModel


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

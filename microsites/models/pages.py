"""Pages of a microsite, what stands on them, and the entries of lists."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.addresses import AddressField
from editorial.fields import any_text
from editorial.models import OwnRow
from films.models.base import FilmRow
from films.models.film import CODE
from microsites.choices import BackgroundMode, CallKind
from microsites.models.theme import COLOUR


class MicrositePage(FilmRow):
    """One page. The first one is the start page: its address is that of the microsite."""

    title = models.CharField(
        _("title"), max_length=80, blank=True, help_text=_("As it stands in the menu.")
    )
    slug = models.SlugField(
        _("address"), max_length=60, blank=True,
        help_text=_(
            "Last part of the address; empty: made from the title. The start page needs none."
        ),
    )  # fmt: skip
    is_in_menu = models.BooleanField(
        _("in the menu"), default=True, help_text=_("Off: reached by links alone.")
    )
    follows_phase = models.BooleanField(
        _("follows the film’s life"), default=True,
        help_text=_("What is due, such as cinemas or shops, moves below the top by itself."),
    )  # fmt: skip
    background_colour = models.CharField(
        _("background"), max_length=7, blank=True, validators=[COLOUR],
        help_text=_("Empty: as on the whole microsite."),
    )  # fmt: skip
    background_image = models.ForeignKey(
        "assets.Image", models.PROTECT, null=True, blank=True, related_name="microsite_pages",
        verbose_name=_("background picture"), help_text=_("Empty: as on the whole microsite."),
    )  # fmt: skip
    background_mode = models.CharField(
        _("background picture lies"), max_length=5, choices=BackgroundMode.choices, blank=True,
        help_text=_("Empty: as on the whole microsite."),
    )  # fmt: skip

    class Meta(FilmRow.Meta):
        verbose_name = _("page of the microsite")
        verbose_name_plural = _("pages of the microsite")

    def __str__(self):
        return any_text(self, "title") or str(_("Page"))


class Block(OwnRow):
    """One part of a page. What `kind` may hold is said by its class in `microsites.blocks`."""

    owner_path = "page__film"
    page = models.ForeignKey(
        MicrositePage, models.CASCADE, related_name="blocks", verbose_name=_("page"),
        help_text=_("The page it stands on."),
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )
    kind = models.CharField(_("kind"), max_length=20, help_text=_("What the block shows."))
    variant = models.CharField(
        pgettext_lazy("block", "form"), max_length=20, blank=True,
        help_text=_("How the block is set out."),
    )  # fmt: skip
    amount = models.PositiveSmallIntegerField(
        _("number"), null=True, blank=True, help_text=_("How many stand there at once.")
    )
    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Empty: the usual one, or none.")
    )
    text = models.TextField(_("text"), blank=True, help_text=_("Markdown."))
    image = models.ForeignKey(
        "assets.Image", models.PROTECT, null=True, blank=True, related_name="blocks",
        verbose_name=_("picture"), help_text=_("Empty: the film’s own, where the block shows one."),
    )  # fmt: skip
    trailer = models.ForeignKey(
        "films.Trailer", models.SET_NULL, null=True, blank=True, related_name="blocks",
        verbose_name=_("video"), help_text=_("Empty: the film’s first."),
    )  # fmt: skip
    starts_on = models.DateField(
        _("shown from"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    ends_on = models.DateField(
        _("shown until"), null=True, blank=True, help_text=_("The last day; empty: for good.")
    )
    phases = models.JSONField(
        _("shown in"), default=list, blank=True, help_text=_("Nothing chosen: always.")
    )

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on"))
                ),
                name="block_ends_after_start",
                violation_error_message=_("The last day lies before the first."),
            )
        ]  # fmt: skip

    def __str__(self):
        return any_text(self, "heading") or self.kind


class Entry(OwnRow):
    """One line of a block that is a list: of a diary, an interview, shops, logos, downloads."""

    owner_path = "block__page__film"
    block = models.ForeignKey(
        Block, models.CASCADE, related_name="entries", verbose_name=_("block"),
        help_text=_("The block it stands in."),
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )
    kind = models.CharField(
        _("kind"), max_length=8, choices=CallKind.choices, blank=True,
        help_text=_("What the link is for."),
    )  # fmt: skip
    date = models.DateField(_("date"), null=True, blank=True, help_text=_("Day of the entry."))
    number = models.PositiveSmallIntegerField(
        _("number"), null=True, blank=True, help_text=_("Such as the day of shooting.")
    )
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("Title, question or label.")
    )
    text = models.TextField(_("text"), blank=True, help_text=_("Markdown."))
    url = AddressField(_("address"), max_length=500, blank=True, help_text=_("https://…"))
    country = models.CharField(
        _("country"), max_length=4, blank=True, validators=[CODE],
        help_text=_("ISO code, e.g. FR; empty: everywhere."),
    )  # fmt: skip
    image = models.ForeignKey(
        "assets.Image", models.PROTECT, null=True, blank=True, related_name="microsite_entries",
        verbose_name=_("picture"), help_text=_("Beside the text."),
    )  # fmt: skip
    trailer = models.ForeignKey(
        "films.Trailer", models.SET_NULL, null=True, blank=True, related_name="microsite_entries",
        verbose_name=_("video"), help_text=_("One of the film’s videos."),
    )  # fmt: skip
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="microsite_entries",
        verbose_name=_("person"), help_text=_("Portrait and biography come from the record."),
    )  # fmt: skip
    company = models.ForeignKey(
        "people.Company", models.PROTECT, null=True, blank=True, related_name="microsite_entries",
        verbose_name=_("company"), help_text=_("The logo comes from the record."),
    )  # fmt: skip
    file = models.ForeignKey(
        "assets.MediaFile", models.PROTECT, null=True, blank=True,
        related_name="microsite_entries", verbose_name=_("file"), help_text=_("A PDF."),
    )  # fmt: skip
    ends_on = models.DateField(
        _("shown until"), null=True, blank=True, help_text=_("The last day; empty: for good.")
    )

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["position", "pk"]

    def __str__(self):
        return any_text(self, "title") or str(self.number or self.date or _("Entry"))

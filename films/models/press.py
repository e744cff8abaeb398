"""What others wrote: press items with quotes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.models import OwnRow
from films.abridging import check_abridged, tidy_omissions
from films.choices import Precision, PressKind
from films.models.base import FilmRow


class PressItem(FilmRow):
    """An article, a review or a book; all but the title may be unknown."""

    film = models.ForeignKey(
        "films.Film",
        models.CASCADE,
        related_name="press_items",
        verbose_name=_("film"),
        help_text=_("The film it belongs to."),
    )
    title = models.CharField(_("title"), max_length=300, help_text=_("Headline or book title."))
    author = models.CharField(
        _("author"), max_length=200, blank=True, help_text=_("Empty if nobody is named.")
    )
    outlet = models.CharField(
        _("medium"), max_length=200, blank=True, help_text=_("Newspaper, station, publisher.")
    )
    date = models.DateField(_("date"), null=True, blank=True, help_text=_("Day of publication."))
    precision = models.CharField(
        _("precision"),
        max_length=6,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("What of the date is known."),
    )
    url = AddressField(
        _("address"), max_length=500, blank=True, help_text=_("Full address with https://.")
    )
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("ISO code of the original, e.g. en.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=PressKind.choices,
        default=PressKind.REVIEW,
        help_text=_("Review, article ..."),
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("press item")
        verbose_name_plural = _("press items")

    def __str__(self):
        return ", ".join(part for part in (self.outlet, self.title) if part)


class Quote(OwnRow):
    """Words from a press item: the original and marked translations."""

    owner_path = "press_item__film"
    press_item = models.ForeignKey(
        PressItem,
        models.CASCADE,
        related_name="quotes",
        verbose_name=_("press item"),
        help_text=_("Where the words stand."),
    )
    text = models.TextField(_("original words"), help_text=_("Exactly as printed."))
    abridged = models.TextField(
        _("shortened"),
        blank=True,
        help_text=_("Shown instead of the whole: words of the original, […] for what is left out."),
    )
    translation = models.TextField(
        _("translation"), blank=True, help_text=_("Marked as a translation wherever it is shown.")
    )
    is_featured = models.BooleanField(
        _("featured"), default=False, help_text=_("Shown large on film page and press kit.")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.text[:60]

    def clean(self):
        self.abridged = tidy_omissions(self.abridged)
        mistakes = self.find_mistakes({"text": self.text, "abridged": self.abridged})
        if mistakes:
            raise ValidationError(mistakes)

    @classmethod
    def find_mistakes(cls, values):
        abridged, text = values.get("abridged", ""), values.get("text", "")
        if not abridged or not text:
            return {}
        try:
            check_abridged(abridged, text)
        except ValidationError as error:
            return {"abridged": error}
        return {}

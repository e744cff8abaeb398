"""Where and when the film comes out."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from editorial.moments import say_day
from editorial.names import country_name
from films.choices import Precision, ReleaseKind, ReleaseStatus
from films.models.base import FilmRow
from films.models.film import CODE


class Release(FilmRow):
    """A release in one country."""

    country = models.CharField(
        _("country"), max_length=4, validators=[CODE], help_text=_("ISO code, e.g. FR.")
    )
    date = models.DateField(
        _("date"),
        null=True,
        blank=True,
        help_text=_("If only month or year is known, the first day."),
    )
    precision = models.CharField(
        _("precision"),
        max_length=6,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("What of the date is known."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=ReleaseKind.choices,
        default=ReleaseKind.CINEMA,
        help_text=_("Cinema, television ..."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=ReleaseStatus.choices,
        default=ReleaseStatus.EXPECTED,
        help_text=_("Expected or done."),
    )
    distributors = models.ManyToManyField(
        "people.Company",
        blank=True,
        related_name="releases",
        verbose_name=_("distributors"),
        help_text=_("Who brings the film out there."),
    )
    age_rating = models.CharField(
        _("age rating"), max_length=20, blank=True, help_text=_("e.g. FSK 6.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def __str__(self):
        country = country_name(self.country, get_language() or "en")
        return ", ".join(part for part in (country, say_day(self.date, self.precision)) if part)

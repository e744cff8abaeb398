"""The film on its way: selections, awards, screenings."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.moments import short_moment
from films.choices import AwardResult, Premiere, ScreeningStatus
from films.models.base import FilmRow
from films.showtimes import check_showtime


class Selection(FilmRow):
    """The film in one edition of a festival."""

    edition = models.ForeignKey(
        "festivals.Edition",
        models.PROTECT,
        related_name="selections",
        verbose_name=_("edition"),
        help_text=_("Festival and year."),
    )
    section = models.CharField(
        _("section"), max_length=120, blank=True, help_text=_("e.g. Competition, Panorama.")
    )
    premiere = models.CharField(
        _("premiere"),
        max_length=16,
        blank=True,
        choices=Premiere.choices,
        default=Premiere.NONE,
        help_text=_("If the film was shown here for the first time."),
    )
    shown_on = models.DateField(
        _("first shown on"), null=True, blank=True, help_text=_("Day of the first screening there.")
    )
    laurel = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_laurels",
        verbose_name=_("official laurel"),
        help_text=_("The festival's own artwork; without it the laurel is drawn from the facts."),
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("selection")
        verbose_name_plural = _("selections")

    def __str__(self):
        return str(self.edition)


class Award(FilmRow):
    """A prize, a nomination or a mention."""

    name = models.CharField(
        _("prize"), max_length=200, blank=True, help_text=_("e.g. Audience Award.")
    )
    body = models.CharField(
        _("awarded by"), max_length=200, blank=True, help_text=_("Festival, academy or jury.")
    )
    festival = models.ForeignKey(
        "festivals.Festival",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("festival"),
        help_text=_("If a festival gave it, the film is listed there."),
    )
    selection = models.ForeignKey(
        Selection,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("selection"),
        help_text=_("The selection it was won in."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("Four digits; empty if it is not known.")
    )
    result = models.CharField(
        _("result"),
        max_length=10,
        choices=AwardResult.choices,
        default=AwardResult.WON,
        help_text=_("Won, nominated or mentioned."),
    )
    recipient = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("recipient"),
        help_text=_("If one person was honoured, e.g. best actress."),
    )
    laurel = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_laurels",
        verbose_name=_("official laurel"),
        help_text=_("The festival's own artwork; without it the laurel is drawn from the facts."),
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("award")
        verbose_name_plural = _("awards")

    def __str__(self):
        return " ".join(str(part) for part in (self.body, self.name, self.year) if part)


class Screening(FilmRow):
    """One dated showing."""

    venue = models.ForeignKey(
        "festivals.Venue",
        models.PROTECT,
        related_name="screenings",
        verbose_name=_("venue"),
        help_text=_("The date and time below are the venue's local time."),
    )
    local_time = models.DateTimeField(
        _("date and time"), help_text=_("As on the clock of the venue.")
    )
    version = models.ForeignKey(
        "films.Version",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="screenings",
        verbose_name=_("version"),
        help_text=_("If it is not the main version."),
    )
    selection = models.ForeignKey(
        Selection,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="screenings",
        verbose_name=_("selection"),
        help_text=_("If it belongs to a festival."),
    )
    subtitles = models.CharField(
        _("subtitles"),
        max_length=10,
        blank=True,
        help_text=_("ISO code of this screening's subtitles, e.g. en; empty: as in the version."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        blank=True,
        choices=ScreeningStatus.choices,
        default=ScreeningStatus.PLANNED,
        help_text=_("A cancelled screening stays in the calendars and says so. Do not delete it."),
    )
    tickets_url = AddressField(_("tickets"), blank=True, help_text=_("Full address with https://."))
    guests = models.CharField(
        _("guests"),
        max_length=200,
        blank=True,
        help_text=_("Who is present, e.g. Veit Helmer, director."),
    )
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("e.g. followed by a discussion.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("screening")
        verbose_name_plural = _("screenings")

    def __str__(self):
        return f"{short_moment(self.local_time, self.venue.zone)}, {self.venue}"

    def clean(self):
        for name in ("version", "selection"):
            row = getattr(self, name)
            if row is not None and row.film_id != self.film_id:
                raise ValidationError({name: _("This belongs to another film.")})
        mistakes = self.find_mistakes({"local_time": self.local_time})
        if mistakes:
            raise ValidationError(mistakes)

    @classmethod
    def find_mistakes(cls, values):
        moment = values.get("local_time")
        if not moment:
            return {}
        try:
            check_showtime(datetime.fromisoformat(moment) if isinstance(moment, str) else moment)
        except ValidationError as error:
            return {"local_time": error}
        return {}

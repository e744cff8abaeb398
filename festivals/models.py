"""Festivals, their editions, and the venues where films are shown."""

import uuid
import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.fields import any_text
from editorial.models import OwnRow, Record, RecordModel, SharedRow


class Festival(RecordModel):
    """A festival as a series; its years are editions."""

    kind = Record.Kind.FESTIVAL
    name = models.CharField(
        _("name"), max_length=200, help_text=_("The festival's usual name in this language.")
    )
    city = models.CharField(
        _("city"), max_length=120, blank=True, help_text=_("Where it usually takes place.")
    )
    country = models.CharField(
        _("country"), max_length=4, blank=True, help_text=_("ISO code of two letters, e.g. DE.")
    )
    website = AddressField(_("website"), blank=True, help_text=_("Full address with https://."))
    other_names = models.JSONField(
        _("other names"),
        default=list,
        blank=True,
        help_text=_("Spellings under which an import recognises the festival, one a line."),
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Never shown outside the office.")
    )

    class Meta:
        verbose_name = _("festival")
        verbose_name_plural = _("festivals")
        ordering = ["name"]

    def __str__(self):
        return any_text(self, "name")


class Edition(OwnRow):
    """One year of a festival; the year is empty when nobody knows it."""

    owner_path = "festival"
    festival = models.ForeignKey(
        Festival,
        models.CASCADE,
        related_name="editions",
        verbose_name=_("festival"),
        help_text=_("The festival of which this is one year."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("Four digits; empty if it is not known.")
    )
    number = models.PositiveSmallIntegerField(
        _("number"), null=True, blank=True, help_text=_("12 for the twelfth edition.")
    )
    starts_on = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("First day of the festival.")
    )
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Last day of the festival.")
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["festival", "year"], name="edition_once_a_year"),
            models.UniqueConstraint(
                fields=["festival"], condition=models.Q(year=None), name="edition_one_without_year"
            ),
        ]

    def __str__(self):
        return f"{self.festival} {self.year}" if self.year else str(self.festival)

    def clean(self):
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day lies before the first day.")})


def check_zone(name: str) -> None:
    """Raise ValidationError unless `name` is a zone of the IANA database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is no time zone. Write it like Europe/Berlin."), params={"name": name}
        )


class Venue(SharedRow):
    """A cinema or hall, with the clock that hangs there."""

    uuid = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200, help_text=_("Name of the cinema or hall."))
    address = models.CharField(
        _("street"), max_length=200, blank=True, help_text=_("Street and number.")
    )
    city = models.CharField(_("city"), max_length=120, help_text=_("Town, as written there."))
    country = models.CharField(
        _("country"), max_length=4, help_text=_("ISO code of two letters, e.g. DE.")
    )
    zone = models.CharField(
        _("time zone"),
        max_length=60,
        default="Europe/Berlin",
        validators=[check_zone],
        help_text=_("Screenings are entered and shown in the local time of this zone."),
    )
    website = AddressField(_("website"), blank=True, help_text=_("Full address with https://."))

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["city", "name"]

    def __str__(self):
        return f"{self.name}, {self.city}"

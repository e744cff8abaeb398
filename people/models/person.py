"""A human being who worked on films, with all names."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.models import OwnRow, Record, RecordModel


def check_partial_date(text: str) -> None:
    """Raise ValidationError unless `text` is a year, a year and month, or a full date."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10] if len(text) != 7 else f"{text}-01")
        is_date = len(text) in (4, 7, 10)
    except ValueError:
        is_date = False
    if not is_date:
        raise ValidationError(
            _("“%(text)s” is no date. Write 1968, 1968-04 or 1968-04-24."), params={"text": text}
        )


class Gender(models.TextChoices):
    """Only for the German word of a role."""

    UNKNOWN = "", _("neutral form")
    FEMININE = "f", _("feminine form")
    MASCULINE = "m", _("masculine form")


class Person(RecordModel):
    """A human being who worked on a film."""

    kind = Record.Kind.PERSON
    name = models.CharField(
        _("name"), max_length=200, help_text=_("The usual name, first name first.")
    )
    sort_name = models.CharField(
        _("sort name"),
        max_length=200,
        blank=True,
        help_text=_("Family name first, for lists. Left empty it is made from the name."),
    )
    word_form = models.CharField(
        _("word form"),
        max_length=1,
        blank=True,
        choices=Gender.choices,
        default=Gender.UNKNOWN,
        help_text=_("Which form of a role's name stands beside this person, e.g. Kamerafrau."),
    )
    short_biography = models.TextField(
        _("short biography"), blank=True, help_text=_("Two or three sentences for press kits.")
    )
    biography = models.TextField(
        _("biography"), blank=True, help_text=_("The whole story, in Markdown.")
    )
    born_on = models.CharField(
        _("born"),
        max_length=10,
        blank=True,
        validators=[check_partial_date],
        help_text=_("Year, year-month or full date: 1968, 1968-04 or 1968-04-24."),
    )
    birthplace = models.CharField(
        _("birthplace"), max_length=120, blank=True, help_text=_("Town and country.")
    )
    died_on = models.CharField(
        _("died"),
        max_length=10,
        blank=True,
        validators=[check_partial_date],
        help_text=_("Year, year-month or full date."),
    )
    website = AddressField(_("website"), blank=True, help_text=_("Full address with https://."))
    portrait = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="portrait_of",
        verbose_name=_("portrait"),
        help_text=_("Picture for the person's page and press kits."),
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Never shown outside the office.")
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_name", "name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.sort_name = self.sort_name or make_sort_name(self.name)
        super().save(*args, **kwargs)


def make_sort_name(name: str) -> str:
    """Return the name with the family name first: Marie de Villepin → Villepin, Marie de."""
    words = name.split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else name


class PersonName(OwnRow):
    """Another spelling or name of a person."""

    owner_path = "person"

    class Kind(models.TextChoices):
        LEGAL = "legal", _("legal name")
        STAGE = "stage", _("stage name")
        TRANSLITERATION = "transliteration", _("transliteration")
        SCRIPT = "script", _("other script")
        MISSPELLING = "misspelling", _("misspelling")
        OTHER = "other", _("other spelling")

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200, help_text=_("The name in this spelling."))
    kind = models.CharField(
        _("kind"),
        max_length=16,
        choices=Kind.choices,
        default=Kind.OTHER,
        help_text=_("Misspellings are found by the search but never shown."),
    )
    script = models.CharField(
        _("script"),
        max_length=4,
        blank=True,
        help_text=_("Four letters (ISO 15924) if it is not Latin: Cyrl, Geor, Hans ..."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

"""The film itself: titles, texts, countries, versions, links."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.fields import any_text
from editorial.models import Record, RecordModel, SharedRow
from films.choices import Category, Colour, IdScheme, LinkKind, Status, TitleKind
from films.identifiers import clean_identifier
from films.models.base import FilmRow

CODE = RegexValidator(r"^[A-Z]{2,4}$", _("An ISO code in capitals, e.g. DE or XK."))


class Genre(SharedRow):
    """A genre in the words of the trade."""

    key = models.SlugField(_("key"), max_length=40, unique=True, help_text=_("Short English word."))
    name = models.CharField(_("name"), max_length=80, help_text=_("As it is to be printed."))

    class Meta:
        verbose_name = _("genre")
        verbose_name_plural = _("genres")
        ordering = ["key"]

    def __str__(self):
        return self.name or self.key


class Film(RecordModel):
    """One work. Every fact is entered once; only prose is translated."""

    kind = Record.Kind.FILM
    category = models.CharField(
        _("category"),
        max_length=12,
        choices=Category.choices,
        default=Category.FEATURE,
        help_text=_("Under which heading the film stands on the home page."),
    )
    status = models.CharField(
        _("state of production"),
        max_length=12,
        choices=Status.choices,
        default=Status.FINISHED,
        help_text=_("Shown until the film is finished."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1888), MaxValueValidator(2100)],
        help_text=_("Year of completion, four digits."),
    )
    genres = models.ManyToManyField(
        Genre, blank=True, verbose_name=_("genres"), help_text=_("One to three.")
    )
    title = models.CharField(
        _("title"), max_length=250, blank=True, help_text=_("The title in this language.")
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        blank=True,
        help_text=_("The film's address in this language: small letters, digits, hyphens."),
    )
    tagline = models.CharField(
        _("tagline"), max_length=200, blank=True, help_text=_("The line on the poster.")
    )
    logline = models.TextField(
        _("logline"), blank=True, help_text=_("The film in one sentence, at most 25 words.")
    )
    synopsis_short = models.TextField(
        _("short synopsis"), blank=True, help_text=_("About 50 words, in Markdown.")
    )
    synopsis_medium = models.TextField(
        _("medium synopsis"), blank=True, help_text=_("About 100 words, in Markdown.")
    )
    synopsis_long = models.TextField(
        _("long synopsis"), blank=True, help_text=_("About 250 words, in Markdown.")
    )
    press_note = models.TextField(
        _("press note"), blank=True, help_text=_("What journalists should know first.")
    )
    directors_statement = models.TextField(
        _("director's statement"), blank=True, help_text=_("In the first person, in Markdown.")
    )
    production_notes = models.TextField(
        _("production notes"), blank=True, help_text=_("How the film was made, in Markdown.")
    )
    interview = models.TextField(
        _("interview"), blank=True, help_text=_("Questions in bold, answers below, in Markdown.")
    )
    award_notes = models.TextField(
        _("notes on awards"), blank=True, help_text=_("What does not fit a list, e.g. 32 awards.")
    )
    additional_info = models.TextField(
        _("further information"), blank=True, help_text=_("Stands below the credits.")
    )
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
        help_text=_("One or two sentences; left empty, the short synopsis is used."),
    )
    copyright_line = models.CharField(
        _("copyright"),
        max_length=200,
        blank=True,
        help_text=_("Year and owner, without ©: 2011 Veit Helmer-Filmproduktion."),
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Never shown outside the office.")
    )

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        ordering = ["-year", "record_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year=None) | Q(year__gte=1888, year__lte=2100),
                name="film_year_possible",
            )
        ]

    def __str__(self):
        return any_text(self, "title") or (self.record_id and self.key) or ""


class AlternativeTitle(FilmRow):
    """Another title: original, international, release title of a country ..."""

    title = models.CharField(_("title"), max_length=250, help_text=_("As printed there."))
    kind = models.CharField(
        _("kind"), max_length=16, choices=TitleKind.choices, help_text=_("What title it is.")
    )
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("ISO code, e.g. ru or de.")
    )
    country = models.CharField(
        _("country"), max_length=4, blank=True, validators=[CODE], help_text=_("ISO code, e.g. FR.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("other title")
        verbose_name_plural = _("other titles")

    def __str__(self):
        return self.title


class Country(FilmRow):
    """A country of production, in the order of the shares."""

    film = models.ForeignKey(
        "films.Film",
        models.CASCADE,
        related_name="countries",
        verbose_name=_("film"),
        help_text=_("The film it belongs to."),
    )
    code = models.CharField(
        _("country"), max_length=4, validators=[CODE], help_text=_("ISO code, e.g. DE.")
    )
    note = models.CharField(
        _("note"), max_length=120, blank=True, help_text=_("Remark in brackets, e.g. minority.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [models.UniqueConstraint(fields=["film", "code"], name="country_once")]

    def __str__(self):
        return self.code


class Version(FilmRow):
    """One cut or presentation of the film."""

    is_main = models.BooleanField(
        _("main version"), default=False, help_text=_("The one whose facts stand on the film page.")
    )
    name = models.CharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("e.g. Director's cut; empty for the main one."),
    )
    runtime_seconds = models.PositiveIntegerField(
        _("runtime"),
        null=True,
        blank=True,
        help_text=_("In minutes: 95; with seconds 5:30; with hours 1:35:00."),
    )
    format = models.CharField(
        _("format"), max_length=60, blank=True, help_text=_("e.g. 35 mm, DCP, 16 mm.")
    )
    aspect_ratio = models.CharField(
        _("aspect ratio"), max_length=20, blank=True, help_text=_("e.g. 1:1.85.")
    )
    colour = models.CharField(
        _("colour"),
        max_length=16,
        blank=True,
        choices=Colour.choices,
        help_text=_("Colour or black and white."),
    )
    sound = models.CharField(
        _("sound"), max_length=60, blank=True, help_text=_("e.g. Dolby Digital, mono.")
    )
    dialogue_languages = models.JSONField(
        _("dialogue"), default=list, blank=True, help_text=_("ISO codes with commas, e.g. ru, kk.")
    )
    has_no_dialogue = models.BooleanField(
        _("no dialogue"), default=False, help_text=_("The film does without words.")
    )
    subtitle_languages = models.JSONField(
        _("subtitles"), default=list, blank=True, help_text=_("ISO codes with commas, e.g. en, de.")
    )
    dcp_name = models.CharField(
        _("DCP name"), max_length=200, blank=True, help_text=_("Name of the cinema package.")
    )
    note = models.CharField(
        _("technical note"), max_length=300, blank=True, help_text=_("What fits no other field.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            models.UniqueConstraint(
                fields=["film"], condition=Q(is_main=True), name="version_one_main"
            ),
            models.CheckConstraint(
                condition=~Q(has_no_dialogue=True) | Q(dialogue_languages=[]),
                name="version_dialogue_or_none",
                violation_error_message=_("A version without dialogue has no dialogue languages."),
            ),
        ]

    def __str__(self):
        return self.name or str(_("Main version"))


class ExternalId(FilmRow):
    """The film's number in another catalogue."""

    scheme = models.CharField(
        _("catalogue"), max_length=12, choices=IdScheme.choices, help_text=_("Whose number it is.")
    )
    value = models.CharField(_("number"), max_length=120, help_text=_("e.g. tt1512792."))

    class Meta(FilmRow.Meta):
        verbose_name = _("external number")
        verbose_name_plural = _("external numbers")
        constraints = [
            models.UniqueConstraint(fields=["film", "scheme", "value"], name="external_id_once")
        ]

    def __str__(self):
        return f"{self.get_scheme_display()} {self.value}"

    def clean(self):
        """Bring the number into its catalogue's form. Raises `ValidationError`."""
        try:
            self.value = clean_identifier(self.scheme, self.value)
        except ValidationError as error:
            raise ValidationError({"value": error}) from error


class Link(FilmRow):
    """An address outside this site."""

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=LinkKind.choices,
        default=LinkKind.OTHER,
        help_text=_("Where to watch, website, review ..."),
    )
    url = AddressField(_("address"), max_length=500, help_text=_("Full address with https://."))
    label = models.CharField(
        _("text of the link"), max_length=120, blank=True, help_text=_("What visitors click on.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.label or self.url

"""People, companies and the vocabulary of roles."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.models import OwnRow, Record, RecordModel, SharedRow
from people.name_keys import NameKey as NameKey


class Department(SharedRow):
    """A department of the crew, in the order of a credit list."""

    key = models.SlugField(_("key"), max_length=40, unique=True, help_text=_("Short English word."))
    name = models.CharField(
        _("name"), max_length=80, help_text=_("Heading over the department's credits.")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["position"]

    def __str__(self):
        return self.name or self.key


class Role(SharedRow):
    """What somebody did for a film: the vocabulary of credits."""

    key = models.SlugField(_("key"), max_length=40, unique=True, help_text=_("Short English word."))
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        related_name="roles",
        verbose_name=_("department"),
        help_text=_("Where the role stands in the credit list."),
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("As printed before the names, e.g. Cinematography.")
    )
    name_feminine = models.CharField(
        _("feminine form"), max_length=120, blank=True, help_text=_("The word for one woman.")
    )
    name_masculine = models.CharField(
        _("masculine form"), max_length=120, blank=True, help_text=_("The word for one man.")
    )
    schema_property = models.CharField(
        _("schema.org property"),
        max_length=40,
        blank=True,
        help_text=_("How search engines call the role; empty means contributor."),
    )
    billing_rank = models.PositiveSmallIntegerField(
        _("billing rank"), default=500, help_text=_("Smaller numbers are named first.")
    )
    aliases = models.JSONField(
        _("other spellings"),
        default=list,
        blank=True,
        help_text=_("Spellings under which an import recognises the role, one a line."),
    )

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["billing_rank", "key"]

    def __str__(self):
        return self.name or self.key


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


class Depiction(OwnRow):
    """A person on a picture: a row of the picture, not of the person."""

    owner_path = "image"
    image = models.ForeignKey(
        "assets.Image", models.CASCADE, related_name="depictions", verbose_name=_("picture")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="depictions",
        verbose_name=_("person"),
        help_text=_("Who is to be seen on the picture."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("person on a picture")
        verbose_name_plural = _("people on pictures")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.person)


class Company(RecordModel):
    """A production company, broadcaster, fund, distributor or sales agent."""

    kind = Record.Kind.COMPANY
    name = models.CharField(_("name"), max_length=200, help_text=_("As it is to be printed."))
    other_names = models.JSONField(
        _("other names"),
        default=list,
        blank=True,
        help_text=_("Spellings under which an import recognises the company, one a line."),
    )
    country = models.CharField(
        _("country"), max_length=4, blank=True, help_text=_("ISO code of two letters, e.g. DE.")
    )
    city = models.CharField(
        _("city"), max_length=120, blank=True, help_text=_("Town of the office.")
    )
    address = models.TextField(
        _("postal address"), blank=True, help_text=_("Printed under contacts in press kits.")
    )
    contact = models.CharField(
        _("contact person"), max_length=120, blank=True, help_text=_("Whom the press may ask for.")
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Shown under contacts."))
    phone = models.CharField(
        _("phone"), max_length=40, blank=True, help_text=_("With country code, e.g. +49 30 1234.")
    )
    website = AddressField(_("website"), blank=True, help_text=_("Full address with https://."))
    description = models.TextField(
        _("description"), blank=True, help_text=_("A paragraph about the company, in Markdown.")
    )
    logo = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="logo_of",
        verbose_name=_("logo"),
        help_text=_("For logo rows and press kits."),
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Never shown outside the office.")
    )

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["name"]

    def __str__(self):
        return self.name


class DistinctPair(models.Model):
    """Two people, or two companies, who look alike and are not the same, as somebody has found.

    The pair stands with the smaller primary key first.
    """

    first = models.ForeignKey(Record, models.CASCADE, related_name="+", editable=False)
    second = models.ForeignKey(Record, models.CASCADE, related_name="+", editable=False)
    found_at = models.DateTimeField(_("found"), auto_now_add=True)
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = _("different people of like names")
        verbose_name_plural = _("different people of like names")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="distinct_pair_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="distinct_pair_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.first} ≠ {self.second}"


class Merging(models.Model):
    """One merge that happened, with all that is needed to take it back.

    `trace` holds the documents and identities from before, and every row that was moved.
    """

    kept = models.ForeignKey(Record, models.CASCADE, related_name="mergings", editable=False)
    trace = models.JSONField(default=dict, editable=False)
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    undone_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at", "-pk"]

    def __str__(self):
        return str(self.kept)

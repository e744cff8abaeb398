"""Where statements about films come from, what each says, and what was decided between them.

None of this is part of a film's document: it is kept beside it, exported beside it, and stays in
the office. Visitors see what was chosen, and the names of sources that may be named.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.models import Record
from people.models import check_partial_date


class Source(models.Model):
    """A text of somebody else, or of the house, that says something about films.

    `text` is all of it, for the office alone: it is never published.
    """

    class Kind(models.TextChoices):
        DATABASE = "database", _("Film database")
        REVIEW = "review", _("Review")
        ARTICLE = "article", _("Article")
        BOOK = "book", _("Book")
        CREDITS = "credits", _("List of credits")
        TABLE = "table", _("Table")
        HOUSE = "house", _("Our own site or record")
        OTHER = "other", _("Other")

    uuid = models.UUIDField(_("identifier"), default=uuid4, unique=True, editable=False)
    title = models.CharField(
        _("title"), max_length=300, help_text=_("Headline, name of the record or of the file.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.OTHER,
        help_text=_("What sort of text it is."),
    )
    author = models.CharField(
        _("author"), max_length=200, blank=True, help_text=_("Empty if nobody is named.")
    )
    medium = models.CharField(
        _("medium"), max_length=200, blank=True, help_text=_("Newspaper, station, database.")
    )
    publisher = models.CharField(
        _("publisher"), max_length=200, blank=True, help_text=_("Who brings the medium out.")
    )
    date = models.CharField(
        _("date"),
        max_length=10,
        blank=True,
        validators=[check_partial_date],
        help_text=_("Year, year-month or full date: 2011, 2011-10 or 2011-10-07."),
    )
    url = AddressField(
        _("address"), max_length=500, blank=True, help_text=_("Full address with https://.")
    )
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("ISO code of the text, e.g. en.")
    )
    text = models.TextField(
        _("text"), blank=True, help_text=_("For the office alone; it is never published.")
    )
    sha256 = models.CharField(
        _("text’s hash"), max_length=64, blank=True, editable=False, db_index=True
    )
    columns = models.JSONField(
        _("columns"),
        default=dict,
        blank=True,
        help_text=_("Of a table: what each column is."),
    )
    is_named = models.BooleanField(
        _("named on the film page"),
        default=False,
        help_text=_("Visitors read which source it is, never its text."),
    )
    note = models.TextField(
        _("internal note"), blank=True, help_text=_("Never shown outside the office.")
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("added by"), editable=False,
    )  # fmt: skip

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.medium, self.title) if part)


class Intake(models.Model):
    """What was taken from a source into a film in one step, so that it can be taken back as one.

    `before` and `after` are the film's document around the step (None before: the film was new),
    `added` the records that the step made: people, companies, festivals, the film itself; `prints`
    are hashes of these by uuid, as the step left them.
    """

    source = models.ForeignKey(
        Source, models.CASCADE, related_name="intakes", verbose_name=_("source")
    )
    record = models.ForeignKey(
        Record, models.CASCADE, related_name="intakes", verbose_name=_("film")
    )
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    added = models.JSONField(default=list, blank=True)
    prints = models.JSONField(default=dict, blank=True)
    taken_at = models.DateTimeField(_("taken in"), auto_now_add=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("taken in by"),
    )  # fmt: skip
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        ordering = ["-taken_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.source} → {self.record}"


class Claim(models.Model):
    """One statement of one source about one film.

    `part` and `values` say it as a record has it (`sources.reading.objects.Fact`), `printed` is
    what stands in the text from character `start` to `end` and stays as printed. `row` is the
    film's row that it is about, None for a field or for what the film does not have.
    """

    uuid = models.UUIDField(_("identifier"), default=uuid4, unique=True, editable=False)
    source = models.ForeignKey(
        Source, models.CASCADE, related_name="claims", verbose_name=_("source")
    )
    record = models.ForeignKey(
        Record, models.CASCADE, related_name="claims", verbose_name=_("film")
    )
    intake = models.ForeignKey(
        Intake, models.CASCADE, null=True, blank=True, related_name="claims", editable=False
    )
    part = models.CharField(_("part"), max_length=40)
    values = models.JSONField(_("values"), default=dict)
    printed = models.TextField(_("as printed"), blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    row = models.UUIDField(_("row"), null=True, blank=True)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["source", "start", "pk"]
        indexes = [models.Index(fields=["record", "part"], name="claim_of_film")]

    def __str__(self) -> str:
        return self.printed[:80]


class Decision(models.Model):
    """What was decided on one point of one film: a value was chosen, or the point is disputed.

    `point` is the key of `sources.comparing.objects.Point`; `seen` are the values that were known
    then, so that another one opens the question again.
    """

    class State(models.TextChoices):
        CHOSEN = "chosen", _("decided")
        DISPUTED = "disputed", _("disputed")

    record = models.ForeignKey(
        Record, models.CASCADE, related_name="decisions", verbose_name=_("film")
    )
    point = models.CharField(_("point"), max_length=200)
    state = models.CharField(_("state"), max_length=8, choices=State.choices)
    value = models.JSONField(_("value"), null=True, blank=True)
    seen = models.JSONField(default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    # What was written into the film, to be taken back (sources/deciding/steps.py).
    steps = models.JSONField(default=list, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), auto_now=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.UniqueConstraint(fields=["record", "point"], name="decision_once_a_point")
        ]

    def __str__(self) -> str:
        return self.point


class Standing(models.Model):
    """How many points of a film are open or disputed: derived, renewed at the end of each change
    that touches the film or its claims, and to be thrown away at will."""

    record = models.OneToOneField(
        Record, models.CASCADE, primary_key=True, related_name="standing", editable=False
    )
    open = models.PositiveIntegerField(default=0, db_index=True)
    disputed = models.PositiveIntegerField(default=0)
    points = models.JSONField(default=list)

    class Meta:
        verbose_name = _("standing of a film’s claims")
        verbose_name_plural = _("standings of films’ claims")

    def __str__(self) -> str:
        return str(self.record)

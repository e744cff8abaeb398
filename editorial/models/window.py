"""Publications: with their references the only rows that public code reads of a film."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record
from editorial.models.search_word import SearchWord, write_words
from editorial.moments import short_moment

# Stands for "by nothing yet", so that what counts is one range of an index.
NEVER = datetime(9000, 1, 1, tzinfo=UTC)
# What decides by which publication another one is followed.
DECIDING = frozenset(("publish_at", "cancelled_at"))
# What the index of words is made of beside it.
SEARCHED = frozenset(("search_text", "withdrawn_at"))


def being_live(now: datetime, path: str = "") -> Q:
    """Return the condition that visitors see a publication at `now`.

    `path` leads to it from another model, `publication__`: to join costs nothing where few rows
    ask, while `publication__in=live()` may look through all that is live.
    """
    return Q(
        Q(**{f"{path}withdrawn_at": None}) | Q(**{f"{path}withdrawn_at__gt": now}),
        **{
            f"{path}publish_at__lte": now,
            f"{path}cancelled_at": None,
            f"{path}followed_at__gt": now,
        },
    )


class PublicationQuerySet(models.QuerySet["Publication"]):
    def counting(self, now: datetime | None = None) -> "PublicationQuerySet":
        """Of each record and language, the one publication that counts at `now`, live or not."""
        now = now or timezone.now()
        return self.filter(publish_at__lte=now, cancelled_at=None, followed_at__gt=now)

    def live(self, now: datetime | None = None) -> "PublicationQuerySet":
        """What visitors see at `now`: an older publication never comes back after a withdrawal."""
        return self.filter(being_live(now or timezone.now()))

    def scheduled(self, now: datetime | None = None) -> "PublicationQuerySet":
        return self.filter(publish_at__gt=now or timezone.now(), cancelled_at=None)

    def update(self, **values: Any) -> int:
        if not (DECIDING | SEARCHED) & values.keys():
            return super().update(**values)
        found = dict(self.order_by().values_list("pk", "record_id"))
        count = super().update(**values)
        if DECIDING & values.keys():
            settle(found.values())
        else:
            drop_past_words(found.values())
        if "search_text" in values:
            write_words(Publication.objects.filter(pk__in=found).defer("parts"))
        return count

    def bulk_create(
        self, objs: Iterable["Publication"], *args: Any, **kwargs: Any
    ) -> list["Publication"]:
        made = super().bulk_create(objs, *args, **kwargs)
        write_words(made)
        settle({publication.record_id for publication in made})
        return made


class Publication(models.Model):
    """What one record shows from one moment on, append-only.

    With a language: its prose, title and address. With language '': all language-neutral parts,
    shown by every live language but making none live.
    """

    record = models.ForeignKey(
        Record, models.CASCADE, related_name="publications", verbose_name=_("record")
    )
    language = models.CharField(_("language"), max_length=10, blank=True)
    parts = models.JSONField(_("document parts"))
    hash = models.CharField(_("hash"), max_length=64)
    publish_at = models.DateTimeField(_("published from"))
    # When the next one of the same record and language begins that is not cancelled (`settle`).
    followed_at = models.DateTimeField(default=NEVER, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("user"),
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn or cancelled by"),
    )
    # Index columns: what lists, facets and search need without opening a document.
    kind = models.CharField(_("kind"), max_length=12)
    title = models.CharField(_("title"), max_length=250, blank=True)
    path = models.CharField(_("path"), max_length=250, blank=True)
    # The folded title, for lists by title.
    sort_title = models.CharField(max_length=250, blank=True, editable=False)
    search_text = models.TextField(_("search text"), blank=True)
    category = models.CharField(_("category"), max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    countries = models.CharField(_("countries"), max_length=100, blank=True)
    genres = models.CharField(max_length=250, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    files = models.TextField(_("contents of videos and subtitles"), blank=True)
    screens_until = models.DateTimeField(_("last screening"), null=True, blank=True)
    # The last day after which a microsite can look otherwise; empty if nobody has looked.
    changes_until = models.DateField(null=True, editable=False)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-publish_at", "-pk"]
        indexes = [
            # A record's history and its schedules.
            models.Index(fields=["record", "language", "-publish_at"], name="publication_counting"),
            # What is live of a kind in a language, counted and by record (`live_titles`,
            # `live_neutral`, facets): read without the rows, which hold whole documents.
            models.Index(
                fields=[
                    "kind", "language", "followed_at", "publish_at", "cancelled_at",
                    "withdrawn_at", "record", "year", "category", "countries",
                ],
                name="publication_live",
            ),
            # The same of given records: facts beside texts, tiles, what a person has done; genres
            # for the search.
            models.Index(
                fields=[
                    "record", "kind", "language", "followed_at", "publish_at", "cancelled_at",
                    "withdrawn_at", "year", "category", "countries", "genres",
                ],
                name="publication_facts",
            ),
            # Films of some years, for one page of a list of all.
            models.Index(
                fields=["kind", "language", "year", "followed_at", "category"],
                name="publication_year",
            ),
            # Lists by title, titles that begin with a question: read without the rows.
            models.Index(
                fields=[
                    "kind", "language", "sort_title", "followed_at", "publish_at", "cancelled_at",
                    "withdrawn_at", "record",
                ],
                name="publication_title",
            ),
            # The calendar: films with a screening to come.
            models.Index(
                fields=["screens_until"], name="publication_screens",
                condition=Q(screens_until__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.record} [{self.language or '*'}], {short_moment(self.publish_at)}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        names = kwargs.get("update_fields")
        super().save(*args, **kwargs)
        changed = DECIDING | SEARCHED if names is None else {*names}
        if "search_text" in changed:
            write_words([self])
        if DECIDING & changed:
            settle([self.record_id])
        elif SEARCHED & changed:
            drop_past_words([self.record_id])

    def is_past(self, now: datetime) -> bool:
        """Tell whether visitors see it no more, whatever comes."""
        is_withdrawn = self.withdrawn_at is not None and self.withdrawn_at <= now
        return is_withdrawn or self.cancelled_at is not None or self.followed_at <= now

    @property
    def texts(self) -> dict[str, Any]:
        """The language's texts by part."""
        texts: dict[str, Any] = self.parts.get("texts", {})
        return texts


def settle(records: Iterable[int]) -> None:
    """Note of all publications of these records by which moment they are followed. Two queries.

    Of two with one moment, the later written follows the other. What is past loses its words.
    """
    records = set(records)
    next_ones = Publication.objects.filter(
        Q(publish_at__gt=OuterRef("publish_at"))
        | Q(publish_at=OuterRef("publish_at"), pk__gt=OuterRef("pk")),
        record=OuterRef("record"),
        language=OuterRef("language"),
        cancelled_at=None,
    )
    first = Subquery(next_ones.order_by("publish_at").values("publish_at")[:1])
    moment = Coalesce(first, Value(NEVER, output_field=models.DateTimeField()))
    Publication.objects.filter(record__in=records).update(followed_at=moment)
    drop_past_words(records)


def drop_past_words(records: Iterable[int] | None = None) -> int:
    """Take what is past, of these records or of all, out of the search's index; return how much."""
    now = timezone.now()
    ended = Q(withdrawn_at__lte=now) | Q(cancelled_at__isnull=False) | Q(followed_at__lte=now)
    past = Publication.objects.filter(ended).order_by()
    if records is not None:
        past = past.filter(record__in=set(records))
    return SearchWord.objects.filter(publication__in=past.values("pk")).delete()[0]

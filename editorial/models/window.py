"""Publications and what they refer to: the only rows that public code reads of a film."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record
from editorial.moments import short_moment


class PublicationQuerySet(models.QuerySet["Publication"]):
    def counting(self, now: datetime | None = None) -> "PublicationQuerySet":
        """Of each record and language, the one publication that counts at `now`, live or not."""
        now = now or timezone.now()
        newer = Publication.objects.filter(
            Q(publish_at__gt=OuterRef("publish_at"))
            | Q(publish_at=OuterRef("publish_at"), pk__gt=OuterRef("pk")),
            record=OuterRef("record"),
            language=OuterRef("language"),
            publish_at__lte=now,
            cancelled_at=None,
        )
        return self.filter(~Exists(newer), publish_at__lte=now, cancelled_at=None)

    def live(self, now: datetime | None = None) -> "PublicationQuerySet":
        """What visitors see at `now`: an older publication never comes back after a withdrawal."""
        now = now or timezone.now()
        return self.counting(now).filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=now))

    def scheduled(self, now: datetime | None = None) -> "PublicationQuerySet":
        return self.filter(publish_at__gt=now or timezone.now(), cancelled_at=None)


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
    search_text = models.TextField(_("search text"), blank=True)
    category = models.CharField(_("category"), max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    countries = models.CharField(_("countries"), max_length=100, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    files = models.TextField(_("contents of videos and subtitles"), blank=True)
    screens_until = models.DateTimeField(_("last screening"), null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-publish_at", "-pk"]
        indexes = [
            models.Index(fields=["record", "language", "-publish_at"], name="publication_counting"),
            models.Index(fields=["kind", "language", "publish_at"], name="publication_list"),
        ]

    def __str__(self) -> str:
        return f"{self.record} [{self.language or '*'}], {short_moment(self.publish_at)}"

    @property
    def texts(self) -> dict[str, Any]:
        """The language's texts by part."""
        texts: dict[str, Any] = self.parts.get("texts", {})
        return texts


class Reference(models.Model):
    """A shared record that a publication shows, with what a list needs to say about it."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="references")
    target = models.ForeignKey(Record, models.PROTECT, related_name="references")
    usage = models.CharField(_("use"), max_length=20)
    row = models.UUIDField(_("row"), null=True)
    role = models.CharField(_("role"), max_length=40, blank=True)
    character = models.CharField(_("character"), max_length=250, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    year = models.PositiveSmallIntegerField(_("year"), null=True)

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["target", "usage"], name="reference_target")]

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.usage} {self.target}"

"""The record behind every film, page, person, company, festival and image."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class Record(models.Model):
    """The identity of one piece of content; its rows live in the app of its kind."""

    class Kind(models.TextChoices):
        FILM = "film", _("Film")
        PAGE = "page", _("Page")
        PERSON = "person", _("Person")
        COMPANY = "company", _("Company")
        FESTIVAL = "festival", _("Festival")
        IMAGE = "image", _("Picture")
        PROFILE = "profile", _("Company profile")

    uuid = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    key = models.SlugField(
        _("key"),
        max_length=100,
        help_text=_("Short name in folders and commands, the same in every language."),
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    pinned = models.PositiveSmallIntegerField(
        _("pinned"),
        null=True,
        blank=True,
        help_text=_("Place at the top of the home page; empty for the usual order."),
    )

    source_language = models.CharField(
        _("language of origin"),
        max_length=10,
        blank=True,
        help_text=_("The language that translations are made from; empty for the site's first."),
    )
    binned_at = models.DateTimeField(_("deleted"), null=True, blank=True, editable=False)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("deleted by"),
    )

    # The document of what stands on the desk, where a page has read it for all its parts.
    desk: dict[str, Any] | None = None

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="record_key_unique")]

    def __str__(self):
        return f"{self.kind}/{self.key}"


class Forward(models.Model):
    """A merged record's identifier, leading to the record it was merged into."""

    uuid = models.UUIDField(_("old identifier"), unique=True)
    record = models.ForeignKey(Record, models.CASCADE, related_name="forwards")

    class Meta:
        verbose_name = _("forwarding")
        verbose_name_plural = _("forwardings")

    def __str__(self):
        return f"{self.uuid} → {self.record}"


class Address(models.Model):
    """A public path that a film or page has, or once had, in one language.

    One path belongs to one record; a path that is not the record's present one redirects.
    """

    language = models.CharField(_("language"), max_length=10)
    path = models.CharField(_("path"), max_length=250)
    record = models.ForeignKey(Record, models.CASCADE, related_name="addresses")
    claimed_at = models.DateTimeField(_("claimed"), auto_now=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            models.UniqueConstraint(fields=["language", "path"], name="address_path_unique")
        ]

    def __str__(self):
        return f"/{self.language}/{self.path}/"


class ContentVersion(models.Model):
    """One row, stepped in the transaction of every change that visitors can see."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self):
        return str(self.number)

    @classmethod
    def step(cls) -> None:
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.create(pk=1, number=1)

    @classmethod
    def hold(cls) -> None:
        """Wait for whoever is about to step it, until the end of this transaction."""
        cls.objects.select_for_update().filter(pk=1).first()

    @classmethod
    def read(cls) -> int:
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

"""Pictures and videos: the file with what is known about it, apart from its use."""

import uuid
from datetime import datetime
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q, Value
from django.db.models.functions import Cast, Concat, Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assets.cropping import MARK_DIGITS, mark_of
from editorial.models import Record, RecordModel, SharedRow
from editorial.models.base import EditorialQuerySet

SHARE = [MinValueValidator(0), MaxValueValidator(100)]


class Access(models.TextChoices):
    PUBLIC = "public", _("public")
    PRESS = "press", _("public and for download by the press")
    LINK = "link", _("for the press alone, by link")
    INTERNAL = "internal", _("internal")


class ImageQuerySet(EditorialQuerySet):
    def visible(self, now: datetime | None = None) -> "ImageQuerySet":
        """Pictures that anybody may see at `now`: not internal or by link, rights not ended."""
        return self.exclude(access__in=(Access.INTERNAL, Access.LINK)).filter(
            Q(rights_until=None) | Q(rights_until__gt=now or timezone.now())
        )

    def for_press_link(self, now: datetime | None = None) -> "ImageQuerySet":
        """Pictures that somebody with a link of the press may see: those by link, too."""
        return self.exclude(access=Access.INTERNAL).filter(
            Q(rights_until=None) | Q(rights_until__gt=now or timezone.now())
        )

    def unfinished(self) -> "ImageQuerySet":
        """Pictures of which sizes or crops are still to be made."""
        mark = Concat(
            Value(mark_of("", (0, 0)).partition("-")[0] + "-"),
            Substr("sha256", 1, MARK_DIGITS),
            *(part for name in ("focal_x", "focal_y")
              for part in (Value("-"), Cast(name, models.CharField()))),
            Value("-"),
        )  # fmt: skip
        return self.filter(Q(is_complete=False) | ~Q(cropped_for__startswith=mark))


class Image(RecordModel):
    """A picture. The file is kept by its content; pages show renditions of it."""

    kind = Record.Kind.IMAGE
    Access = Access
    sha256 = models.CharField(_("content"), max_length=64, editable=False)
    extension = models.CharField(_("file type"), max_length=5, editable=False)
    original_name = models.CharField(_("file name"), max_length=120, blank=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    is_complete = models.BooleanField(_("all sizes made"), default=False, editable=False)
    cropped_for = models.CharField(_("crops made for"), max_length=40, blank=True, editable=False)
    caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("What the picture shows and who.")
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_(
            "Says what is to be seen, for people who do not see it. "
            "Left empty, readers hear “Still from ...” with the film's title."
        ),
    )
    photographer = models.CharField(
        _("photographer"), max_length=200, blank=True, help_text=_("Printed as the photo credit.")
    )
    copyright = models.CharField(
        _("copyright"), max_length=200, blank=True, help_text=_("Owner of the rights, without ©.")
    )
    rights_until = models.DateTimeField(
        _("rights end"),
        null=True,
        blank=True,
        help_text=_("From this minute on the picture is shown nowhere."),
    )
    access = models.CharField(
        _("access"),
        max_length=10,
        choices=Access.choices,
        default=Access.PUBLIC,
        help_text=_("Internal pictures are never shown; press pictures need a credit."),
    )
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, across"),
        default=50,
        validators=SHARE,
        help_text=_("What must stay in view when the picture is cropped; percent from the left."),
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, down"),
        default=50,
        validators=SHARE,
        help_text=_("Percent from the top."),
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Never shown outside the office.")
    )

    objects = models.Manager.from_queryset(ImageQuerySet)()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-record_id"]
        indexes = [models.Index(fields=["sha256"], name="image_content")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(access=Access.PRESS) | (~Q(photographer="") | ~Q(copyright="")),
                name="image_press_has_credit",
                violation_error_message=_(
                    "A picture that the press may download needs a photographer or a copyright."
                ),
            ),
            models.CheckConstraint(
                condition=Q(focal_x__lte=100, focal_y__lte=100), name="image_focal_in_picture"
            ),
        ]

    def __str__(self):
        return self.original_name or self.sha256[:12]

    def key_source(self):
        return self.original_name.rsplit(".", 1)[0] or "picture"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and have new crops made after a change of the focal point, whatever the door."""
        super().save(*args, **kwargs)
        if self.is_complete and not self.is_cropped:
            from assets.tasks import complete_image

            transaction.on_commit(lambda: complete_image.enqueue(self.pk))

    @property
    def picture(self):
        from assets.renditions import Picture

        return Picture(
            self.sha256,
            self.width,
            self.height,
            self.is_complete,
            self.focal_x,
            self.focal_y,
            self.is_cropped,
            self.tone,
        )

    @property
    def focal(self) -> tuple[int, int]:
        """The focal point, in percent from the left and from the top."""
        return self.focal_x, self.focal_y

    @property
    def is_cropped(self) -> bool:
        """Tell whether the crops of this file around this focal point are made."""
        return self.cropped_for.startswith(mark_of(self.sha256, self.focal))

    @property
    def tone(self) -> str:
        """The tone of the file, whatever its focal point is now; "" before crops are made."""
        version, sha256, _x, _y, tone = (self.cropped_for.split("-") + [""] * 5)[:5]
        return tone if version and self.sha256.startswith(sha256) else ""

    @property
    def credit(self) -> str:
        """The line under a picture: photographer, © owner."""
        owner = f"© {self.copyright}" if self.copyright else ""
        return ", ".join(part for part in (self.photographer, owner) if part)


class MediaFile(SharedRow):
    """A file that is no picture, kept by its content: video, subtitles, PDF, archived site."""

    class Kind(models.TextChoices):
        VIDEO = "video", _("Video")
        SUBTITLES = "subtitles", _("Subtitles")
        DOCUMENT = "document", _("Document")
        SITE = "site", _("Archived site")

    class State(models.TextChoices):
        WAITING = "waiting", _("being prepared")
        READY = "ready", _("prepared for the web")
        AS_IS = "as_is", _("served as uploaded")
        FAILED = "failed", _("could not be prepared")

    uuid = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, editable=False)
    sha256 = models.CharField(_("content"), max_length=64, editable=False)
    extension = models.CharField(_("file type"), max_length=5, editable=False)
    original_name = models.CharField(_("file name"), max_length=120, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=State.choices,
        default=State.WAITING,
        editable=False,
    )
    problem = models.CharField(_("problem"), max_length=300, blank=True, editable=False)
    seconds = models.FloatField(_("length in seconds"), null=True, blank=True, editable=False)
    width = models.PositiveIntegerField(_("width"), null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(_("height"), null=True, blank=True, editable=False)
    loop_from = models.PositiveSmallIntegerField(
        _("silent loop from"),
        null=True,
        blank=True,
        help_text=_(
            "Second at which the loop at the top of the page begins; empty: chosen for you."
        ),
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("videos and files")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "sha256"], name="media_file_once")]

    def __str__(self):
        return self.original_name or self.sha256[:12]

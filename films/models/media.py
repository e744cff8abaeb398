"""Pictures and trailers of a film."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.addresses import AddressField
from editorial.models import OwnRow
from films.choices import TrackKind, Usage
from films.models.base import FilmRow


class Placement(FilmRow):
    """A picture's use for the film: still, poster, title art ..."""

    image = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        related_name="placements",
        verbose_name=_("picture"),
        help_text=_("A picture may be used by several films."),
    )
    usage = models.CharField(
        _("use"),
        max_length=10,
        choices=Usage.choices,
        default=Usage.STILL,
        help_text=_("The first still is the film's main picture."),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        help_text=_("For posters and title art with words; empty for every language."),
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("picture of the film")
        verbose_name_plural = _("pictures of the film")
        constraints = [
            models.UniqueConstraint(
                fields=["film", "image", "usage", "language"], name="placement_once"
            )
        ]

    def __str__(self):
        return f"{self.get_usage_display()}: {self.image}"


class Trailer(FilmRow):
    """A trailer or clip."""

    video = models.ForeignKey(
        "assets.MediaFile",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="trailers",
        verbose_name=_("video"),
        help_text=_("The uploaded file."),
    )
    poster = models.ForeignKey(
        "assets.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="trailers",
        verbose_name=_("poster frame"),
        help_text=_("Shown until the trailer is started."),
    )
    external_url = AddressField(
        _("video elsewhere"),
        max_length=500,
        blank=True,
        help_text=_(
            "If the trailer is only on another site. Nothing is asked of it before a click."
        ),
    )
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("ISO code; empty without words.")
    )
    title = models.CharField(
        _("title"), max_length=120, blank=True, help_text=_("Empty: “Trailer”.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("trailer")
        verbose_name_plural = _("trailers")
        constraints = [
            models.CheckConstraint(
                condition=Q(video__isnull=False) | Q(poster__isnull=False) | ~Q(external_url=""),
                name="trailer_has_video_or_poster",
                violation_error_message=_("A trailer needs a video."),
            )
        ]

    def __str__(self):
        return self.title or str(_("Trailer"))


class TextTrack(OwnRow):
    """Subtitles or captions of a trailer."""

    owner_path = "trailer__film"
    trailer = models.ForeignKey(
        Trailer,
        models.CASCADE,
        related_name="tracks",
        verbose_name=_("trailer"),
        help_text=_("The trailer they belong to."),
    )
    language = models.CharField(
        _("language"), max_length=10, help_text=_("ISO code, e.g. en or de.")
    )
    file = models.ForeignKey(
        "assets.MediaFile",
        models.PROTECT,
        related_name="tracks",
        verbose_name=_("file"),
        help_text=_("A WebVTT file."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=TrackKind.choices,
        default=TrackKind.SUBTITLES,
        help_text=_("Captions also name sounds."),
    )

    class Meta:
        verbose_name = _("text track")
        verbose_name_plural = _("text tracks")

    def __str__(self):
        return f"{self.get_kind_display()}: {self.language}"

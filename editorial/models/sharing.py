"""Links that let outsiders look at what is not live."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.history import Revision
from editorial.models.record import Record
from editorial.moments import short_moment


class ShareLink(models.Model):
    """A link for somebody without an account; of its token only the hash is kept.

    Without a revision it shows the desk as it stands when it is opened.
    """

    class Scope(models.TextChoices):
        PREVIEW = "preview", _("preview")
        PRESS = "press", _("press area with what is not public")

    record = models.ForeignKey(Record, models.CASCADE, related_name="share_links")
    scope = models.CharField(
        _("opens"), max_length=7, choices=Scope.choices, default=Scope.PREVIEW, editable=False
    )
    revision = models.ForeignKey(
        Revision, models.CASCADE, null=True, blank=True, related_name="share_links"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    label = models.CharField(
        _("for whom"),
        max_length=120,
        blank=True,
        help_text=_("Only you and your colleagues see it."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)
    max_openings = models.PositiveSmallIntegerField(
        _("openings"),
        null=True,
        blank=True,
        help_text=_("How often the page may be opened. Empty: as often as one likes."),
    )
    # Counted only where there is a limit.
    openings = models.PositiveIntegerField(_("opened so often"), default=0, editable=False)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.label or f"{self.record}, {short_moment(self.created_at)}"

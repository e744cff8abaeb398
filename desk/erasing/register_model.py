"""The register of erasures: that somebody was erased, without saying who."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """One erased or anonymised person.

    The identifiers let a restored backup be cleaned again; the salted hashes of the names keep an
    import from bringing the person back.
    """

    class Mode(models.TextChoices):
        ERASED = "erased", _("erased")
        ANONYMISED = "anonymised", _("anonymised")

    uuid = models.UUIDField(_("identifier"), unique=True)
    merged = models.JSONField(_("identifiers merged into it"), default=list)
    mode = models.CharField(_("mode"), max_length=10, choices=Mode.choices, default=Mode.ERASED)
    is_redacted = models.BooleanField(_("history redacted"), default=False)
    erased_at = models.DateTimeField(_("erased on"))
    repeated_at = models.DateTimeField(_("repeated on"), null=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by whom"),
    )
    counts = models.JSONField(_("numbers"), default=dict)
    salt = models.CharField(_("salt"), max_length=64)
    names = models.JSONField(_("hashes of the names"), default=list)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("register of erasures")
        ordering = ["-erased_at"]

    def __str__(self) -> str:
        return f"{self.get_mode_display()} {self.erased_at:%Y-%m-%d}"

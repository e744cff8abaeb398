"""What publications refer to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.record import Record
from editorial.models.window import Publication


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
        indexes = [
            # Filmographies, festival pages, "where is this used".
            models.Index(fields=["target", "usage"], name="reference_target"),
            # What some films show: tiles, the facet of people, who was found.
            models.Index(fields=["publication", "usage", "target", "role"], name="reference_shown"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.usage} {self.target}"

"""Rows of a film that stand in an order."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import OwnRow


class FilmRow(OwnRow):
    """A row of one film, in the order of the desk."""

    owner_path = "film"
    film = models.ForeignKey(
        "films.Film",
        models.CASCADE,
        related_name="%(class)ss",
        verbose_name=_("film"),
        help_text=_("The film it belongs to."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

"""The films that a press release is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import OwnRow


class Mention(OwnRow):
    """A film of a press release: the release stands in the film's press area, too."""

    owner_path = "page"
    page = models.ForeignKey(
        "pages.Page", models.CASCADE, related_name="mentions", verbose_name=_("page"),
        help_text=_("The press release."),
    )  # fmt: skip
    film = models.ForeignKey(
        "films.Film", models.PROTECT, related_name="mentions", verbose_name=_("film"),
        help_text=_("A film it is about."),
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("film of the press release")
        verbose_name_plural = _("films of the press release")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["page", "film"], name="mention_once")]

    def __str__(self):
        return str(self.film)

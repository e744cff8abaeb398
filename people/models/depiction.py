"""Who is to be seen on a picture."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import OwnRow
from people.models.person import Person


class Depiction(OwnRow):
    """A person on a picture: a row of the picture, not of the person."""

    owner_path = "image"
    image = models.ForeignKey(
        "assets.Image", models.CASCADE, related_name="depictions", verbose_name=_("picture")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="depictions",
        verbose_name=_("person"),
        help_text=_("Who is to be seen on the picture."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("person on a picture")
        verbose_name_plural = _("people on pictures")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.person)

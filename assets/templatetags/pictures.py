"""What the picture component needs: the renditions of one place, and the classes of its field."""

from django import template
from django.utils.translation import gettext as _

from assets.renditions import Cropped, Picture
from assets.tones import tone_classes

register = template.Library()


@register.simple_tag
def cropped(picture: Picture, crop: str) -> Cropped:
    """Return the picture for a place that shows this crop; "" for the whole picture."""
    return picture.cropped(crop or "")


@register.filter
def tone(picture: Picture) -> str:
    """Return the classes of the colour that holds the picture's place."""
    return tone_classes(picture.tone)


@register.filter
def credit_line(credit: str) -> str:
    """Return a picture's credit; “Photo:” stands before a photographer, never before an owner."""
    return credit if credit.startswith("©") else _("Photo: %(credit)s") % {"credit": credit}

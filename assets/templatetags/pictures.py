"""What the picture component needs: the renditions of one place, and the classes of its field."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
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


@register.simple_tag
def linked_caption(caption: Any, people: Iterable[Any], language: str) -> SafeString:
    """Return the caption; who is to be seen and named in it is a link to his or her page."""
    pages = {name.name: name.slug for name in people or () if name.slug}
    pieces = _names(pages).split(str(caption)) if pages else [str(caption)]
    linked = (
        (_link(piece, pages.pop(piece), language) if piece in pages else piece,) for piece in pieces
    )
    return format_html_join("", "{}", linked)


@register.simple_tag
def people_beside(caption: Any, people: Iterable[Any], language: str) -> list[SafeString | str]:
    """Return who is to be seen and not named in the caption, with links to pages that exist."""
    text = str(caption)
    return [
        _link(name.name, name.slug, language) if name.slug else name.name
        for name in people or ()
        if not _names([name.name]).search(text)
    ]


def _names(names: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words})(?!\w)")


def _link(name: str, slug: str, language: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("person", args=[language, slug]), name)

"""The pictures that differences are about: one query for all of them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import template

from assets.models import Image
from assets.renditions import Picture, Served

register = template.Library()


class Shown(NamedTuple):
    """A picture with its name and, if it is still there, the smallest rendition."""

    name: str
    served: Served | None


class WithPictures(NamedTuple):
    difference: Any
    before: Shown | None
    after: Shown | None


@register.filter
def with_pictures(differences: Iterable[Any]) -> list[WithPictures]:
    """Pair each difference with the pictures before and after; None where there is none."""
    found = list(differences)
    named = {n for d in found if d.kind == "picture" for n in (d.before, d.after) if n}
    uuids = {name for name in named if " " not in name}
    images = Image.objects.filter(record__uuid__in=uuids).select_related("record") if uuids else []
    shown = {str(image.uuid): Shown(str(image), image.picture.smallest) for image in images}
    files = {name: _file(name) for name in named if " " in name}
    known = {name: Shown("", None) for name in named} | files | shown
    return [
        WithPictures(d, known.get(d.before), known.get(d.after))
        if d.kind == "picture"
        else WithPictures(d, None, None)
        for d in found
    ]


def _file(name: str) -> Shown:
    """Return the first JPEG of a file that a picture has or had: content, width, height."""
    sha256, width, height = name.split()
    return Shown("", Picture(sha256, int(width), int(height), is_complete=False).smallest)

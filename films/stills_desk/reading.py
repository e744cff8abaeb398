"""What the page of a film's pictures shows: tiles, use by use, in their order. Four queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from assets.models import Access
from editorial.fields import column, languages
from films.choices import Usage
from films.models import Film, Placement


@dataclass(frozen=True)
class Tile:
    """One use of a picture; `marks` say what a glance should tell."""

    placement: Placement
    name: str
    caption: str
    marks: tuple[str, ...] = ()
    is_main: bool = False
    is_shut: bool = False

    @property
    def image(self) -> Any:
        return self.placement.image


@dataclass(frozen=True)
class Shelf:
    """All pictures of one use."""

    usage: str
    label: str
    tiles: list[Tile] = field(default_factory=list)


def placements_of(film: Film) -> list[Placement]:
    rows = Placement.objects.filter(film=film).select_related("image__record")
    return list(rows.order_by("position", "pk"))


def shelves_of(rows: Iterable[Placement]) -> list[Shelf]:
    """Return the pictures by use; a use without pictures is left out, but for stills."""
    shelves = {usage: Shelf(usage, Usage(usage).label) for usage in Usage.values}
    for row in rows:
        shelf = shelves[row.usage]
        shelf.tiles.append(make_tile(row, is_first=not shelf.tiles))
    return [shelf for shelf in shelves.values() if shelf.tiles or shelf.usage == Usage.STILL]


def make_tile(row: Placement, is_first: bool = False) -> Tile:
    image = row.image
    is_ended = bool(image.rights_until and image.rights_until <= timezone.now())
    marks = []
    if is_ended:
        marks.append(_("rights ended"))
    if image.access != Access.PUBLIC:
        marks.append(_("internal") if image.access == Access.INTERNAL else _("press"))
    missing = [code.upper() for code in languages() if not getattr(image, column("alt", code))]
    if missing:
        marks.append(_("no alt text %(languages)s") % {"languages": ", ".join(missing)})
    if not image.credit:
        marks.append(_("no credit"))
    captions = (getattr(image, column("caption", code)) for code in languages())
    return Tile(
        placement=row,
        name=str(image),
        caption=next(filter(None, captions), ""),
        marks=tuple(marks),
        is_main=is_first and row.usage == Usage.STILL,
        is_shut=is_ended or image.access == Access.INTERNAL,
    )


def tile_of(row: Placement) -> Tile:
    """Return one tile, as it stands among the others."""
    first = Placement.objects.filter(film=row.film_id, usage=row.usage).order_by("position", "pk")
    return make_tile(row, is_first=first.values_list("pk", flat=True).first() == row.pk)

"""Where a picture is used: every row that points to it, whatever table that is."""

from collections.abc import Iterable
from dataclasses import dataclass

from assets.models import Image
from films.models import Film, Placement
from people.models import Depiction

# The people on a picture belong to it: they are no use of it.
OWN = (Depiction,)


@dataclass(frozen=True)
class Use:
    """What uses the picture, in words: “Film: Baikonur (Still)”."""

    kind: str
    name: str


def uses_of(image: Image, without: Iterable[Placement] = ()) -> list[Use]:
    """Return what uses the picture, but for these placements; published states are among it."""
    uses = []
    left_out = [row.pk for row in without]
    for relation in Image._meta.related_objects:
        model = relation.related_model
        if model in OWN:
            continue
        rows = model._base_manager.filter(**{relation.field.name: image.pk})
        for row in rows.exclude(pk__in=left_out) if model is Placement else rows:
            uses.append(_use(row))
    return uses


def _use(row: object) -> Use:
    if isinstance(row, Placement):
        return Use(row.get_usage_display(), str(row.film))
    owner = getattr(row, "film", None)
    name = f"{owner}: {row}" if isinstance(owner, Film) else str(row)
    meta = row._meta  # type: ignore[attr-defined]
    return Use(str(meta.verbose_name), name)

"""Stills of live films on which a person is to be seen."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from assets.models import Image
from editorial.fields import column
from editorial.models import Reference
from editorial.models.window import being_live
from pages.listing import ListedFilm, read_facts
from people.models import Depiction

MOST = 6
USAGES = ("still", "background")


@dataclass(frozen=True)
class DepictedStill:
    """A picture with the film it is from; `alt` may be empty."""

    image: Image
    alt: str
    film: ListedFilm

    @property
    def picture(self) -> Any:
        return self.image.picture


def stills_with(person_id: int, portrait_id: int | None, language: str) -> list[DepictedStill]:
    """Return a few pictures, of the newest films first; not the portrait again. Three queries."""
    images = Depiction.objects.filter(person=person_id).exclude(image=portrait_id or 0)
    shown = Reference.objects.filter(
        being_live(timezone.now(), "publication__"),
        usage__in=USAGES,
        target__in=images.values("image"),
    )
    listed = list(shown.order_by("position", "pk").values_list("target_id", "publication_id"))
    found = read_facts(language, {facts for _target, facts in listed}) if listed else []
    films = {film.facts_id: film for film in found}
    rows = [row for row in listed if row[1] in films]
    places = {facts: place for place, facts in enumerate(films)}
    ordered = dict(sorted(rows, key=lambda row: places[row[1]], reverse=True))
    newest = sorted(ordered.items(), key=lambda item: places[item[1]])
    visible = Image.objects.visible().in_bulk([target for target, _facts in newest])
    stills = [
        DepictedStill(
            visible[target], getattr(visible[target], column("alt", language)) or "", films[facts]
        )
        for target, facts in newest
        if target in visible
    ]
    return stills[:MOST]

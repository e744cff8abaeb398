"""Which live films have something for the press: those, and no others, lead to a press area."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from assets.models import Image
from editorial.memory import remember
from editorial.models import Publication, Reference
from editorial.publishing.window import live_neutral, live_titles
from films.sheet import FilmSheet
from press.releases import live_releases
from press.texts import NAMES

USAGES = ("still", "poster", "teaser")


def offered_films(language: str) -> frozenset[int]:
    """Return the records of films live in a language that offer a text or a picture.

    Kept by the process; three queries.
    """
    return remember(("press films", language), lambda: _find_films(language))


def has_press_area(film: FilmSheet) -> bool:
    """Tell the same of one live film; a query only if no text of it is for the press."""
    texts = film.texts_by_language.values()
    if any(told.get(name) for told in texts for name in NAMES):
        return True
    return remember(("press area", film.uuid), lambda: _has_picture(film.uuid))


def _has_picture(uuid: str) -> bool:
    return _pictured().filter(publication__record__uuid=uuid).exists()


def has_room(language: str) -> bool:
    """Tell whether the press room has anything to show."""
    return remember(
        ("press room", language),
        lambda: bool(offered_films(language) or live_releases(language)),
    )


def _find_films(language: str) -> frozenset[int]:
    spoken = set(live_titles("film", language).order_by().values_list("record", flat=True))
    if not spoken:
        return frozenset()
    columns = {
        f"told_{name}": Cast(KT(f"parts__texts__facts__{name}"), TextField()) for name in NAMES
    }
    written = reduce(or_, (Q(**{f"{name}__gt": ""}) for name in columns))
    texts = Publication.objects.live().filter(kind="film").exclude(language="")
    told = texts.order_by().alias(**columns).filter(written).values_list("record", flat=True)
    pictured = _pictured().order_by().values_list("publication__record", flat=True)
    return frozenset(spoken & {*told, *pictured})


def _pictured() -> QuerySet[Reference]:
    """Return where live films show a picture that is for the press."""
    images = Image.objects.visible().filter(access=Image.Access.PRESS).values("pk")
    live = live_neutral().filter(kind="film")
    return Reference.objects.filter(publication__in=live, usage__in=USAGES, target__in=images)

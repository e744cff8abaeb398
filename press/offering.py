"""Which live films have something for the press: those, and no others, lead to a press area."""

from functools import reduce
from operator import or_

from django.db.models import Q, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from assets.models import Image
from editorial.memory import remember
from editorial.models import Publication, Record, Reference
from editorial.publishing.window import live_neutral, live_titles
from press.releases import live_releases
from press.texts import NAMES

USAGES = ("still", "poster", "teaser")


def offered_films(language: str) -> frozenset[int]:
    """Return the records of films live in a language that offer a text or a picture.

    Kept by the process; three queries.
    """
    return remember(("press films", language), lambda: _find_films(language))


def offered_uuids(language: str) -> frozenset[str]:
    """Return the same as identities of the films."""
    return remember(("press uuids", language), lambda: _name_films(offered_films(language)))


def _name_films(records: frozenset[int]) -> frozenset[str]:
    uuids = Record.objects.filter(pk__in=records).values_list("uuid", flat=True)
    return frozenset(str(uuid) for uuid in uuids)


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
    images = Image.objects.visible().filter(access=Image.Access.PRESS).values("pk")
    shown = Reference.objects.filter(
        publication__in=live_neutral().filter(kind="film"), usage__in=USAGES, target__in=images
    )
    pictured = shown.order_by().values_list("publication__record", flat=True)
    return frozenset(spoken & {*told, *pictured})

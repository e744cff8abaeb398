"""Other films that a visitor of one may like: a query over references, never over documents."""

from collections.abc import Sequence

from django.db.models import Case, IntegerField, Sum, Value, When
from django.utils import timezone

from editorial.models import Publication, Reference
from editorial.models.window import PublicationQuerySet
from editorial.publishing.window import live_titles
from films.sheet import FilmSheet
from pages.tiles import FilmTile, make_tiles

MOST = 3
# The same director outweighs everybody else whom two films can share.
DIRECTOR, PERSON, COMPANY = 10_000, 10, 1


def find_related(
    film: FilmSheet, publications: Sequence[Publication], most: int = MOST
) -> list[FilmTile]:
    """Return up to `most` other films live in the film's language, the nearest first.

    Same director, then people and companies in common, then the category, then the rest;
    newer before older.
    """
    facts = next(publication for publication in publications if not publication.language)
    records = _rank_shared(facts, film, most)
    if len(records) < most:
        records += _list_others(facts, film, most - len(records), records)
    tiles = make_tiles(live_titles("film", film.language).filter(record__in=records), film.language)
    return sorted(tiles, key=lambda tile: records.index(tile.record_id))


def _rank_shared(facts: Publication, film: FilmSheet, most: int) -> list[int]:
    own = Reference.objects.filter(publication=facts, usage__in=("credit", "company"))
    directors = own.filter(usage="credit", role="director").values("target")
    weight = Case(
        When(usage="credit", role="director", target__in=directors, then=Value(DIRECTOR)),
        When(usage="credit", then=Value(PERSON)),
        default=Value(COMPANY),
        output_field=IntegerField(),
    )
    shared = (
        Reference.objects.filter(target__in=own.values("target"), usage__in=("credit", "company"))
        .filter(publication__in=_others(facts, film))
        .order_by()
        .values("publication__record", "publication__year")
        .annotate(nearness=Sum(weight))
        .order_by("-nearness", "-publication__year", "publication__record")
    )
    return [row["publication__record"] for row in shared[:most]]


def _list_others(facts: Publication, film: FilmSheet, most: int, seen: list[int]) -> list[int]:
    is_same = Case(When(category=film.category, then=Value(1)), default=Value(0))
    others = _others(facts, film).exclude(record__in=seen)
    ordered = others.order_by(is_same.desc(), "-year", "record")
    return list(ordered.values_list("record", flat=True)[:most])


def _others(facts: Publication, film: FilmSheet) -> PublicationQuerySet:
    """Return the facts of the other films that are live in the film's language."""
    now = timezone.now()
    spoken = Publication.objects.live(now).filter(kind="film", language=film.language)
    return (
        Publication.objects.live(now)
        .filter(kind="film", language="", record__in=spoken.values("record"))
        .exclude(record=facts.record_id)
    )

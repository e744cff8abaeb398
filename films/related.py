"""Other films that a visitor of one may like: queries over references, never over documents."""

from collections.abc import Sequence

from django.db.models import Case, IntegerField, QuerySet, Sum, Value, When
from django.utils import timezone

from editorial.memory import remember
from editorial.models import Publication, Reference
from editorial.models.window import PublicationQuerySet
from editorial.publishing.window import live_titles
from films.sheet import FilmSheet
from pages.tiles import FilmTile, make_tiles

MOST = 3
# The same director outweighs everybody else whom two films can share.
DIRECTOR, PERSON = 10_000, 1


def find_related(film: FilmSheet, publications: Sequence[Publication]) -> list[FilmTile]:
    """Return up to three other films live in the film's language, the nearest first.

    Same director, then people in common, then companies, then the category, then the rest; newer
    before older. Which films these are is remembered, as three numbers a film.
    """
    facts = next(publication for publication in publications if not publication.language)
    records = remember(("related", facts.record_id, film.language), lambda: _rank(facts, film))
    tiles = make_tiles(live_titles("film", film.language).filter(record__in=records), film.language)
    return sorted(tiles, key=lambda tile: records.index(tile.record_id))


def _rank(facts: Publication, film: FilmSheet) -> list[int]:
    """Return record ids. The house's own company is in every film: it is asked about last."""
    records: list[int] = []
    for rank in (_share_people, _share_companies, _list_others):
        if len(records) < MOST:
            others = _others(facts, film).exclude(record__in=records)
            records += rank(facts, film, others)[: MOST - len(records)]
    return records


def _share_people(facts: Publication, film: FilmSheet, others: PublicationQuerySet) -> list[int]:
    own = Reference.objects.filter(publication=facts, usage="credit")
    directors = own.filter(role="director").values("target")
    weight = Case(
        When(role="director", target__in=directors, then=Value(DIRECTOR)), default=Value(PERSON)
    )
    return _most_shared(own, "credit", others, Sum(weight, output_field=IntegerField()))


def _share_companies(facts: Publication, film: FilmSheet, others: PublicationQuerySet) -> list[int]:
    own = Reference.objects.filter(publication=facts, usage="company")
    return _most_shared(own, "company", others, Sum(Value(1)))


def _most_shared(
    own: QuerySet[Reference], usage: str, others: PublicationQuerySet, nearness: Sum
) -> list[int]:
    shared = (
        Reference.objects.filter(target__in=own.values("target"), usage=usage)
        .filter(publication__in=others)
        .order_by()
        .values("publication__record", "publication__year")
        .annotate(nearness=nearness)
        .order_by("-nearness", "-publication__year", "publication__record")
    )
    return [row["publication__record"] for row in shared[:MOST]]


def _list_others(facts: Publication, film: FilmSheet, others: PublicationQuerySet) -> list[int]:
    is_same = Case(When(category=film.category, then=Value(1)), default=Value(0))
    ordered = others.order_by(is_same.desc(), "-year", "record")
    return list(ordered.values_list("record", flat=True)[:MOST])


def _others(facts: Publication, film: FilmSheet) -> PublicationQuerySet:
    """Return the facts of the other films that are live in the film's language."""
    now = timezone.now()
    spoken = Publication.objects.live(now).filter(kind="film", language=film.language)
    return (
        Publication.objects.live(now)
        .filter(kind="film", language="", record__in=spoken.values("record"))
        .exclude(record=facts.record_id)
    )

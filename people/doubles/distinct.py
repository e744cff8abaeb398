"""People who look alike and are known to be two: noted, listed, taken back."""

from typing import Any

from django.db.models import QuerySet

from editorial.models import Forward
from people.doubles.candidates import Pair
from people.models import DistinctPair, Person


def tell_apart(first: int, second: int, user: Any) -> DistinctPair:
    """Note that two records are different people; once noted it stays as it is."""
    smaller, larger = sorted((first, second))
    pair, _is_new = DistinctPair.objects.get_or_create(
        first_id=smaller, second_id=larger, defaults={"found_by": user}
    )
    return pair


def pairs_apart() -> "QuerySet[DistinctPair]":
    """Return the noted pairs of people who are still there, the newest first."""
    people = Person.objects.values("pk")
    rows = DistinctPair.objects.filter(first__in=people, second__in=people)
    return rows.order_by("-found_at", "-pk")


def known_distinct() -> set[Pair]:
    """Return the pairs known to be two, the smaller primary key first. Two queries.

    What was noted of a record that has been merged holds for the one that stayed.
    """
    rows = list(DistinctPair.objects.values_list("first", "second", "first__uuid", "second__uuid"))
    uuids = {uuid for row in rows for uuid in row[2:]}
    heirs = dict(Forward.objects.filter(uuid__in=uuids).values_list("uuid", "record"))
    found = set()
    for first, second, first_uuid, second_uuid in rows:
        one, other = sorted((heirs.get(first_uuid, first), heirs.get(second_uuid, second)))
        found.add((one, other))
    return found

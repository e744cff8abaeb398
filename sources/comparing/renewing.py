"""Standings: how many points of each film are open, renewed when film, names or claims change."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from editorial.changes import Change
from editorial.models import Record
from sources.comparing.film import compare_film
from sources.comparing.objects import Point, State
from sources.models import Claim, Standing


def renew_touched(change: Change) -> None:
    """Renew the films of a change that have claims; one query where none has."""
    renew_standings(change.touched | change.deleted)


def renew_standings(records: Iterable[int]) -> None:
    """Make the standings of these films anew; a film without claims has none."""
    wanted = set(records)
    if not wanted:
        return
    claimed = set(Claim.objects.filter(record__in=wanted).values_list("record", flat=True))
    Standing.objects.filter(Q(record__in=wanted) & ~Q(record__in=claimed)).delete()
    for record in Record.objects.filter(pk__in=claimed):
        points = compare_film(record).points
        unsettled = [p for p in points if p.state in (State.OPEN, State.DISPUTED)]
        Standing.objects.update_or_create(
            record=record,
            defaults={
                "open": sum(point.is_open for point in points),
                "disputed": sum(point.state is State.DISPUTED for point in points),
                "points": [_brief(point) for point in unsettled],
            },
        )


def _brief(point: Point) -> dict[str, Any]:
    """Return what the report of all films shows of a point."""
    return {
        "key": point.key,
        "part": point.part,
        "field": point.field,
        "about": point.about,
        "state": str(point.state),
        "sayings": [
            {"value": s.value, "is_record": s.is_record, "witnesses": len(s.witnesses)}
            for s in point.sayings
        ],
    }

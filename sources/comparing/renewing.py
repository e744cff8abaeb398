"""Standings: how many points of each film are open, renewed when film, names or claims change."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from editorial.changes import Change
from editorial.models import Record
from films.models import CompanyCredit, Credit, Selection
from sources.comparing.film import compare_film
from sources.comparing.objects import Point, Row, State
from sources.models import Claim, Standing


def renew_touched(change: Change) -> None:
    """Renew the films of a change that have claims; one query where none has."""
    renew_standings(change.touched | change.deleted)


def renew_standings(records: Iterable[int]) -> None:
    """Make the standings of these films anew, and of those that name these people, companies and
    festivals: their spellings count. A film without claims has none."""
    wanted = set(records)
    if not wanted:
        return
    claimed = claimed_among(wanted)
    Standing.objects.filter(Q(record__in=wanted) & ~Q(record__in=claimed)).delete()
    for record in Record.objects.filter(pk__in=claimed):
        comparison = compare_film(record)
        points = comparison.points
        unsettled = [p for p in points if p.state in (State.OPEN, State.DISPUTED)]
        Standing.objects.update_or_create(
            record=record,
            defaults={
                "open": sum(point.is_open for point in points),
                "disputed": sum(point.state is State.DISPUTED for point in points),
                "points": [_brief(point, comparison.rows) for point in unsettled],
            },
        )


def claimed_among(records: set[int]) -> set[int]:
    """Return the films with claims that are among these records, or name one of them.

    Two queries; one, and a short one, on a site that has taken nothing in: every save asks.
    """
    if not Claim.objects.exists():
        return set()
    naming = Q(record__in=records)
    for model, way in NAMED_BY:
        naming |= Q(record__in=model.objects.filter(**{f"{way}__in": records}).values("film"))
    return set(Claim.objects.filter(naming).values_list("record", flat=True))


# Rows of films that show the name of another record, and the way to it.
NAMED_BY: tuple[tuple[Any, str], ...] = (
    (Credit, "person"),
    (Credit, "company"),
    (CompanyCredit, "company"),
    (Selection, "edition__festival"),
)


def _brief(point: Point, rows: Iterable[Row]) -> dict[str, Any]:
    """Return what the report of all films shows of a point."""
    row = next((row for row in rows if row.uuid == point.row), None)
    values = row.values if row is not None else {}
    return {
        "key": point.key,
        "part": point.part,
        "field": point.field,
        "about": point.about,
        "job": {name: values[name] for name in ("role", "role_text", "function") if name in values},
        "state": str(point.state),
        "sayings": [
            {"value": s.value, "is_record": s.is_record, "witnesses": len(s.witnesses)}
            for s in point.sayings
        ],
    }

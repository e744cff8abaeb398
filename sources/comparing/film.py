"""The points of a film, read from the database."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from editorial.documents import document_of
from editorial.fields import column
from editorial.kinds import Document
from editorial.models import Record
from festivals.models import Edition
from people.models import Company, Person
from sources.comparing.objects import Point, Row, Statement, Verdict
from sources.comparing.points import Placed, make_points, place_claims
from sources.comparing.rows import Names, other_versions, rows_of, scalars_of
from sources.comparing.shapes import sound_values
from sources.models import Claim, Decision


@dataclass
class Comparison:
    """What sources say about one film. `missing` are claims about rows that the film lacks,
    `versions` what its versions but the main one say, as in its document."""

    points: list[Point] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    versions: list[dict[str, Any]] = field(default_factory=list)

    @property
    def missing(self) -> list[Statement]:
        return [claim for claim, row in self.placed if row is None and claim.part in ROW_PARTS]

    @property
    def open(self) -> list[Point]:
        return [point for point in self.points if point.is_open]


ROW_PARTS = (
    "credits",
    "companies",
    "selections",
    "awards",
    "releases",
    "press_items",
    "quotes",
    "titles",
    "external_ids",
    "links",
)


def compare_film(record: Record, document: Document | None = None) -> Comparison:
    """Return how a film's claims stand to what is on the desk: seven queries beside its document.

    A film in the bin has no points.
    """
    document = document_of(record) if document is None else document
    if document is None:
        return Comparison()
    claims = statements_of(record)
    names = names_of(document)
    rows = rows_of(document, names)
    usual = {row.uuid: sorted(row.names) for row in rows}
    placed = place_claims(claims, rows)
    verdicts, seen = _decisions_of(record)
    points = make_points(placed, rows, scalars_of(document), verdicts, seen, usual)
    return Comparison(points, placed, rows, other_versions(document))


def statements_of(record: Record) -> list[Statement]:
    """Return what the claims of a film say; values of a wrong shape are left out here, for all."""
    rows = Claim.objects.filter(record=record).order_by("source__added_at", "source", "start", "pk")
    return [
        Statement(
            claim.pk,
            claim.source_id,
            claim.part,
            values,
            claim.printed,
            str(claim.row or ""),
            claim.source.language,
        )
        for claim in rows.select_related("source")
        if (values := sound_values(claim.values))
    ]


def names_of(document: Document) -> Names:
    """Return what the people, companies and festivals of a film are called."""
    names = Names()
    credits = document.get("credits", ())
    people = {row["person"] for row in credits if row.get("person")}
    companies = {
        row["company"] for row in (*credits, *document.get("companies", ())) if row.get("company")
    }
    editions = {row["edition"] for row in document.get("selections", ()) if row.get("edition")}
    found = Person.objects.filter(record__uuid__in=people).select_related("record")
    for person in found.prefetch_related("names"):
        others = [name.name for name in person.names.all()]
        names.people[str(person.uuid)] = [person.name, *others]
    for firm in Company.objects.filter(record__uuid__in=companies).select_related("record"):
        names.companies[str(firm.uuid)] = [firm.name, *(firm.other_names or ())]
    for edition in Edition.objects.filter(uuid__in=editions).select_related("festival"):
        names.editions[str(edition.uuid)] = say_edition(edition)
    return names


def say_edition(edition: Any) -> dict[str, Any]:
    """Return what a year of a festival is called, and where and when it is."""
    festival = edition.festival
    spoken = [getattr(festival, column("name", code)) for code, _name in settings.LANGUAGES]
    known = [*dict.fromkeys(name for name in spoken if name), *(festival.other_names or ())]
    return {
        "names": known,
        "city": festival.city,
        "country": festival.country,
        "year": edition.year,
    }


def _decisions_of(record: Record) -> tuple[dict[str, Verdict], dict[str, list[Any]]]:
    verdicts, seen = {}, {}
    for row in Decision.objects.filter(record=record).select_related("decided_by"):
        by = str(row.decided_by) if row.decided_by else ""
        former = _former(row)
        verdicts[row.point] = Verdict(row.state, row.value, row.note, by, row.decided_at, former)
        seen[row.point] = list(row.seen)
    return verdicts, seen


def _former(decision: Decision) -> Any:
    """Return what stood in the column of a point before it was decided."""
    name = decision.point.rpartition("/")[2]
    steps = (step for step in decision.steps if step.get("column") == name)
    return next((step["before"] for step in steps), None)

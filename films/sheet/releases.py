"""Where and when a film comes out."""

from datetime import date
from typing import Any

from films.age_marks import pending_mark, read_mark
from films.choices import ReleaseKind, ReleaseStatus
from films.sheet.context import Context
from films.sheet.objects import CountryName, ReleaseSheet
from films.sheet.words import country_name, show_date


def make_releases(context: Context) -> tuple[ReleaseSheet, ...]:
    """Return the releases in the order of time; those without a date last."""
    sheets = [_make_release(context, row) for row in context.document.get("releases", [])]
    return tuple(sorted(sheets, key=lambda sheet: sheet.date or date.max))


def _make_release(context: Context, row: dict[str, Any]) -> ReleaseSheet:
    country, rating = row["country"], row.get("age_rating", "")
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    found = context.lookups.companies
    companies = [found[uuid] for uuid in row.get("distributors", []) if uuid in found]
    pending = None if rating else pending_mark(country, row["kind"], row["status"])
    return ReleaseSheet(
        country=CountryName(country, country_name(country, context.language)),
        date=day,
        shown_date=show_date(day, row["precision"], context.language),
        kind_label=str(ReleaseKind(row["kind"]).label),
        status=row["status"],
        status_label=str(ReleaseStatus(row["status"]).label),
        distributors=tuple(company.name for company in companies),
        age_rating=rating,
        kind=row["kind"],
        precision=row["precision"],
        mark=read_mark(country, rating) or pending,
        distributor_pages=tuple((company.name, company.record.key) for company in companies),
    )

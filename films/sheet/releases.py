"""Where and when a film comes out."""

from datetime import date

from films.choices import ReleaseKind, ReleaseStatus
from films.sheet.context import Context
from films.sheet.objects import CountryName, ReleaseSheet
from films.sheet.words import country_name, show_date


def make_releases(context: Context) -> tuple[ReleaseSheet, ...]:
    sheets = []
    for row in context.document.get("releases", []):
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        names = [
            context.lookups.companies[uuid].name
            for uuid in row.get("distributors", [])
            if uuid in context.lookups.companies
        ]
        sheets.append(
            ReleaseSheet(
                country=CountryName(row["country"], country_name(row["country"], context.language)),
                date=day,
                shown_date=show_date(day, row["precision"], context.language),
                kind_label=str(ReleaseKind(row["kind"]).label),
                status=row["status"],
                status_label=str(ReleaseStatus(row["status"]).label),
                distributors=tuple(names),
                age_rating=row.get("age_rating", ""),
                kind=row["kind"],
                precision=row["precision"],
            )
        )
    return tuple(sheets)

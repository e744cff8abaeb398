"""When and where a film came out."""

from collections.abc import Iterable

from films.sheet.objects import ReleaseSheet
from pages.linked_data import Node

# How much of an ISO date is known, in characters.
KNOWN = {"day": 10, "month": 7, "year": 4}


def first_day(releases: Iterable[ReleaseSheet]) -> str:
    """Return the day of the first release (ISO 8601), '' if it is not known for certain.

    A release of which only month or year is known may have been earlier than the first known day.
    """
    dated = [release for release in releases if release.date is not None]
    first = min(dated, key=lambda release: (release.date, release.precision == "day"), default=None)
    if first is None or first.precision != "day":
        return ""
    return known_date(first)


def release_data(release: ReleaseSheet) -> Node:
    """Return one release; without any date there is nothing to tell."""
    if release.date is None:
        return {}
    return {
        "@type": "PublicationEvent",
        "startDate": known_date(release),
        "location": {
            "@type": "Country",
            "name": release.country.name,
            "identifier": release.country.code,
        },
        "description": release.kind_label,
        "publishedBy": [{"@type": "Organization", "name": name} for name in release.distributors],
    }


def known_date(release: ReleaseSheet) -> str:
    """Return the date as far as it is known: 2012, 2012-05 or 2012-05-01."""
    return release.date.isoformat()[: KNOWN.get(release.precision, 10)] if release.date else ""

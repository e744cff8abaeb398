"""What a preview was asked for, as it stands in the query of its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.http import urlencode

# There is no film before; and at the ends of the calendar no clock can be read.
FIRST_YEAR, LAST_YEAR = 1888, 2200


@dataclass(frozen=True)
class View:
    """Language, output, one of the output's pages ('' for the first), and a day (None for now)."""

    language: str
    key: str
    part: str = ""
    on: date | None = None

    @property
    def query(self) -> str:
        """The page is named by the output's own key: `page=microsite&microsite=<uuid>`."""
        values = {"language": self.language, "page": self.key}
        if self.part:
            values[self.key] = self.part
        if self.on:
            values["on"] = self.on.isoformat()
        return urlencode(values)


def read_day(values: Mapping[str, str]) -> date | None:
    """Return the day of `?on=2011-09-10`; None for nothing and for nonsense."""
    try:
        day = date.fromisoformat(values.get("on", ""))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def further_query(values: Mapping[str, str]) -> str:
    """Return `&entries=2` of a long list's further page, else ''."""
    number = values.get("entries", "")
    return f"&entries={number}" if number.isascii() and number.isdigit() else ""

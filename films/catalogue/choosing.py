"""What a visitor has chosen in the catalogue, as it stands in the address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.http import urlencode

from films.choices import Category

YEAR = re.compile(r"(1[89]|2[01])\d\d")
DECADE = re.compile(r"(1[89]|2[01])\d0s")
COUNTRY = re.compile(r"[A-Z]{2,4}")
KEY = re.compile(r"[\w-]{1,100}", re.ASCII)
TITLE = "title"


@dataclass(frozen=True)
class Choice:
    """One value per facet, '' where nothing was chosen; `year` is 2011 or 2010s."""

    category: str = ""
    year: str = ""
    country: str = ""
    person: str = ""
    sort: str = ""
    page: int = 1

    @property
    def is_narrowed(self) -> bool:
        return any((self.category, self.year, self.country, self.person))

    @property
    def is_plain(self) -> bool:
        """Tell whether this is the list itself, on whatever page: search engines keep only that."""
        return not self.is_narrowed and not self.sort

    @property
    def query(self) -> str:
        """Return the choice as the end of an address, '' for the first page of the whole list."""
        values = {name: getattr(self, name) for name in FACETS if getattr(self, name)}
        if self.page > 1:
            values["page"] = self.page
        return f"?{urlencode(values)}" if values else ""

    def having(self, **values: str) -> "Choice":
        """Return the choice with other values, from the first page."""
        return replace(self, page=1, **values)


FACETS = ("category", "year", "country", "person", "sort")


def read_choice(values: Mapping[str, str]) -> Choice:
    """Return what the address says; what makes no sense counts as not chosen."""
    year = values.get("year", "")
    page = values.get("page", "")
    return Choice(
        category=_fitting(values.get("category", ""), "|".join(Category.values)),
        year=year if YEAR.fullmatch(year) or DECADE.fullmatch(year) else "",
        country=_fitting(values.get("country", ""), COUNTRY),
        person=_fitting(values.get("person", ""), KEY),
        sort=_fitting(values.get("sort", ""), TITLE),
        page=int(page) if re.fullmatch(r"[1-9][0-9]{0,2}", page, re.ASCII) else 1,
    )


def _fitting(value: str, pattern: str | re.Pattern[str]) -> str:
    return value if re.fullmatch(pattern, value) else ""

"""One thing that a good press kit still lacks, and which of them weighs more."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from films.models import Film

LOST_PICTURE = "lost picture"
# What a reader of the kit misses first comes first; of equal weight the order they were found in.
WEIGHTS = (
    LOST_PICTURE,
    "no press contact",
    "silent press contact",
    "no key art",
    "no still",
    "no poster",
    "no release",
    "letters",
    "empty",
    "untranslated",
    "outdated",
    "too long",
    "no credit",
    "no caption",
    "small still",
    "open rows",
    "no terms",
)


@dataclass(frozen=True)
class Gap:
    """One thing that is missing. `code` and `values` are said by `saying.say_gap`; `language` is ''
    for what every kit lacks; `url` leads to the field."""

    code: str
    language: str
    values: dict[str, Any]
    url: str

    def as_json(self) -> dict[str, Any]:
        """Return what a built kit remembers."""
        return {"code": self.code, "language": self.language, "values": self.values}


def weigh(gaps: Iterable[Gap]) -> list[Gap]:
    """Return them with the gravest first."""
    return sorted(gaps, key=lambda gap: WEIGHTS.index(gap.code))


def form_url(film: Film, anchor: str) -> str:
    return reverse("admin:films_film_change", args=[film.pk]) + f"#{anchor}"

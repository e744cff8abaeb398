"""What the press room adds to pages of other rooms: links to press areas, heads of releases."""

from collections.abc import Mapping
from typing import Any

from django import template

from press.releases import AboutFilm, films_named

register = template.Library()


@register.simple_tag
def release_films(parts: Mapping[str, Any], language: str) -> tuple[AboutFilm, ...]:
    """Return the live films that a press release is about, by the parts of its document."""
    return films_named([row["film"] for row in parts.get("films", [])], language)

"""What sources add to the film page: the names of those that may be named."""

from django import template

from films.sheet import FilmSheet
from sources.public import NamedSource, named_sources

register = template.Library()


@register.simple_tag
def sources_of(film: FilmSheet) -> tuple[NamedSource, ...]:
    """Return the sources that visitors may read the names of."""
    return named_sources(film.uuid)

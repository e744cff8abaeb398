"""Words and numbers of the search's groups."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def word_of(words: Mapping[str, str], kind: str) -> str:
    return words.get(kind, kind)


@register.filter
def kinds_found(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the kinds of which something was found, with how many."""
    return [(kind, count) for kind, count in counts.items() if count]

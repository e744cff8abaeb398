"""Awards of a person, for a page of the people's room."""

from django import template

from films.honours import Honour, read_honours

register = template.Library()


@register.simple_tag
def honours(rows: list[tuple[int, str]], language: str) -> list[Honour]:
    return read_honours(rows, language)

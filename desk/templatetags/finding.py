"""Links from a form: where the thing is used, and what visitors see of it."""

from typing import Any

from django import template
from django.urls import reverse

from desk.finding.showing import Shown, shown_to_visitors
from desk.finding.use_views import may_be_used, room_of
from people.models import Person

register = template.Library()


@register.simple_tag
def used_url(row: Any) -> str:
    """Return the page that says where the row is used, '' if nothing can refer to it."""
    if row is None or row.pk is None or not may_be_used(type(row)):
        return ""
    return reverse("desk_used", args=[room_of(type(row)), row.pk])


@register.simple_tag
def public_pages(row: Any) -> tuple[Shown, ...]:
    """Return a person's public pages. Films and pages name theirs in the panel of languages."""
    if not isinstance(row, Person) or row.pk is None:
        return ()
    return shown_to_visitors([row.pk]).get(row.pk, ())

"""What the form of a person or company tells of merges."""

from typing import Any

from django import template

from people.merging.undoing.page import standing_mergings

register = template.Library()


@register.inclusion_tag("admin/people/_mergings.html")
def list_mergings(original: Any) -> dict[str, Any]:
    """List what was merged into the record, each with the way to take it apart."""
    return {"mergings": standing_mergings(original.pk)}

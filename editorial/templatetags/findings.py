"""Where in a form a finding of the checklist is mended."""

from collections.abc import Container

from django import template

from editorial.fields import column
from editorial.kinds import Finding

register = template.Library()


@register.simple_tag
def field_of(finding: Finding, language: str, fields: Container[str]) -> str:
    """Return the id of the finding's field, empty if the form has none."""
    names = (column(finding.field, language), finding.field)
    return next((f"id_{name}" for name in names if name in fields), "")

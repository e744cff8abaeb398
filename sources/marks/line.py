"""The line above a film's form: how many points are open, and the script that sets the marks."""

from typing import Any

from django.template.loader import render_to_string

from editorial.rights import Act, may
from sources.models import Standing


def say_standing(film: Any, user: Any) -> str:
    """Return the line, '' for a film of which no source says anything. One query."""
    if not may(user, Act.VIEW):
        return ""
    standing = Standing.objects.filter(record=film.pk).defer("points").first()
    if standing is None:
        return ""
    context = {"film_id": film.pk, "standing": standing}
    return render_to_string("admin/sources/points/_line.html", context)

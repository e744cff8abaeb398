"""What the desk is told about a video."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from assets.models import MediaFile
from assets.video.states import problem_of


def tell_state(file: MediaFile) -> Any:
    """Return the state, length and size of a video, and what to do if it could not be prepared."""
    if file.kind != MediaFile.Kind.VIDEO:
        return ""
    facts = [str(file.get_state_display()), *_measures(file)]
    line = ", ".join(facts)
    problem = problem_of(file)
    return format_html("{}<br>{}", line, problem) if problem else line


def _measures(file: MediaFile) -> list[str]:
    found = []
    if file.seconds:
        minutes, seconds = divmod(round(file.seconds), 60)
        found.append(_("%(length)s min") % {"length": f"{minutes}:{seconds:02d}"})
    if file.width and file.height:
        found.append(f"{file.width} × {file.height}")
    return found

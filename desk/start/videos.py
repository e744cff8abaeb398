"""Trailers that visitors cannot see, or see only as they were uploaded."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from assets.models import MediaFile
from assets.video.states import State, problem_of
from desk.start.blocks import MOST, Block, Item, block_of, form_url
from editorial.rights import Act, may


def unprepared_videos(user: Any) -> Block | None:
    """Return the videos of films that could not be prepared, and why. One query."""
    if not may(user, Act.EDIT):
        return None
    troubled = Q(state=State.FAILED) | (Q(state=State.AS_IS) & ~Q(problem=""))
    rows = MediaFile.objects.filter(troubled, kind=MediaFile.Kind.VIDEO, trailers__isnull=False)
    found = rows.distinct().order_by("-state", "-pk")[: MOST + 1]
    return block_of(
        "videos",
        _("Trailers that are not prepared for the web"),
        (Item(str(file), form_url(MediaFile, file.pk), problem_of(file)) for file in found),
    )

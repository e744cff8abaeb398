"""A deleted row comes back, with what stood in it, as the history of the film has it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.models import Revision
from films.models import Film
from microsites.desk.pieces import cut_piece, write_piece
from microsites.desk.rows import Table

# Revisions that are looked through, the newest first.
MOST = 50


def bring_back(film: Film, table: Table, uuid: str) -> Any:
    """Save the row again. Raises ValidationError if history does not have it (any more)."""
    if table.find(film, uuid):
        raise ValidationError(_("It is there already."))
    desk = Revision.objects.filter(record=film.pk, line=Revision.Line.DESK).order_by("-pk")
    for revision in desk[:MOST]:
        piece = cut_piece(revision.document, table.part, [uuid])
        if piece.lines[table.part]:
            return write_piece(film, piece, is_copy=False)[0]
    raise ValidationError(_("The history of the film does not have it any more."))

"""A page or a block, once more."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from editorial.documents import document_of
from editorial.fields import column, languages
from films.models import Film
from microsites.desk.naming import give_slugs
from microsites.desk.ordering import put_after
from microsites.desk.pieces import cut_piece, write_piece
from microsites.desk.rows import table_of
from microsites.models import MicrositePage

TITLE_LENGTH = MicrositePage._meta.get_field("title").max_length or 80


def copy_row(film: Film, row: Any) -> Any:
    """Save the row once more behind itself, with everything that stands in it."""
    table = table_of(row)
    piece = cut_piece(document_of(film.record) or {}, table.part, [str(row.uuid)])
    copy = write_piece(film, piece, is_copy=True)[0]
    if isinstance(copy, MicrositePage):
        _rename(copy)
        copy.save()
    put_after(copy, row)
    return copy


def _rename(page: MicrositePage) -> None:
    for code in languages():
        name = column("title", code)
        title = getattr(page, name)
        if title:
            with translation.override(code):
                copied = _("%(title)s (copy)") % {"title": title}
            setattr(page, name, copied[:TITLE_LENGTH])
        setattr(page, column("slug", code), "")
    give_slugs(page, languages())

"""A page or a block, once more; and the pages that every film has before somebody makes others."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from editorial.documents import document_of
from editorial.fields import column, languages
from films.models import Film
from microsites.defaults import with_default_pages
from microsites.desk.naming import give_slugs
from microsites.desk.ordering import put_after
from microsites.desk.pieces import Piece, cut_piece, write_piece
from microsites.desk.rows import PAGES, table_of
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
    give_slugs(page)


def start_from_default(film: Film) -> list[MicrositePage]:
    """Write the pages that visitors see as long as nobody has made any."""
    document = with_default_pages(document_of(film.record) or {})
    uuids = [line["uuid"] for line in document[PAGES.part]]
    piece: Piece = cut_piece(document, PAGES.part, uuids)
    pages = write_piece(film, piece, is_copy=True)
    for page in pages:
        give_slugs(page)
        page.save()
    return pages

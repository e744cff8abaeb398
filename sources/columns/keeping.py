"""What the columns of a source are: as somebody said, as of the last table like it, or guessed."""

from typing import Any

from editorial.fields import columns
from editorial.models import Record
from films.models import AlternativeTitle, Film
from sources.columns.cells import find_delimiter
from sources.columns.guessing import guess_layout
from sources.columns.languages import guess_table_language
from sources.columns.layout import Layout, cut_table, fold_headers, read_layout
from sources.columns.objects import TableReading
from sources.columns.reading import read_table
from sources.models import Source
from sources.reading.objects import Reading


def layout_of(source: Source) -> Layout:
    """Return how the table is read. Raises ValidationError for one that is too large."""
    said = read_layout(source.columns)
    if said is not None:
        return said
    return remembered(source.text) or guess_layout(source.text)


def remembered(text: str) -> Layout | None:
    """Return what was said of the last table with the same headers."""
    delimiter = find_delimiter(text)
    table = cut_table(text, delimiter)
    if not table.rows:
        return None
    headers = fold_headers(table.rows[0])
    known: Any = Source.objects.filter(columns__headers=list(headers)).first()
    said = read_layout(known.columns) if known else None
    if said is None or len(said.meanings) < table.width:
        return None
    return Layout(delimiter, True, said.meanings, headers)


def keep_layout(source: Source, layout: Layout) -> None:
    """Keep what somebody said of the columns. Raises ValidationError if no row can be read so."""
    layout.check()
    source.kind, source.columns = Source.Kind.TABLE, layout.as_json()
    source.language = source.language or guess_table_language(source.text)
    source.save(update_fields=["kind", "columns", "language"])


def read_columns(source: Source, record: Record) -> TableReading:
    """Return what the table says of the film; nothing of a text that cannot be one."""
    if not source.text.strip():
        return TableReading(Reading(source.text))
    return read_table(source.text, layout_of(source), titles_of(record))


def titles_of(record: Record) -> list[str]:
    """Return what a table may call the film: every title, slug and its key."""
    film = Film.objects.filter(pk=record.pk).first()
    if film is None:
        return [record.key]
    own = [getattr(film, name) or "" for name in (*columns("title"), *columns("slug"))]
    others = AlternativeTitle.objects.filter(film=film).values_list("title", flat=True)
    return [record.key, str(record.uuid), *own, *others]

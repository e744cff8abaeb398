"""The films of a folder entered row by row, one `full_clean` and one `save()` for each row.

Honest: the same files read by the same reader, the same look-ups of people, the same checks of
texts and references, one change for a film with its revision, marks and indexes. It does not
remember what the folder said and notes nothing for undoing, which the import does.
"""

from pathlib import Path
from typing import Any


def save_row_by_row(root: Path) -> None:
    """Enter the films of a folder through the models, one `full_clean` and `save` for a row."""
    from desk.importing.folder import read_folder
    from desk.loading.shared import SharedRows

    shared = SharedRows()
    for film in read_folder(root, ["en", "de"]).films:
        _save_film(film, shared)


def _save_film(film: Any, shared: Any) -> None:
    from desk.loading.batch import check_texts
    from desk.loading.film_document import FilmWriter, Pictures
    from editorial.changes import change
    from editorial.models import Record

    with change(None, "bench"):
        record = Record.objects.create(kind="film", key=film.slug)
        document = FilmWriter(film, record, shared, Pictures(), {}).write()
        check_texts(document)
        _save_people(shared)
        _save_rows(record, document)


def _save_people(shared: Any) -> None:
    from desk.loading.new_rows import NewRows
    from people.models import Person

    for known in shared.new.people:
        row = Person(name=known.name, uuid=known.uuid)
        row.full_clean(exclude=["record"])
        row.save()
        known.pk = row.pk
    shared.new = NewRows()


def _save_rows(record: Any, document: dict[str, Any]) -> None:
    from editorial.documents.applying import fill_row, new_row, texts_of_entry
    from editorial.documents.identities import Lookup
    from editorial.documents.many import entries_of
    from editorial.kinds import kind_of

    lookup = Lookup()
    for part in kind_of("film").parts:
        for entry in entries_of(part, document):
            row = new_row(part, record, entry)
            many = fill_row(part, row, entry, texts_of_entry(part, document, entry), lookup)
            row.full_clean()
            row.save()
            for name, targets in many.items():
                getattr(row, name).set(targets)

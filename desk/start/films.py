"""Films on the start page: picture, title, state of each language, and what is missing."""

from dataclasses import dataclass

from assets.models import Image
from editorial.fields import languages
from editorial.kinds import Document, Finding
from editorial.models import Revision
from editorial.publishing.overview import Overview, ShortState, overviews
from editorial.revisions import newest_of_each
from films.checklist import film_findings
from films.key_pictures import key_pictures
from films.models import Film

MOST_TODOS = 3


@dataclass(frozen=True)
class Todo:
    """Something missing; `languages` names those that miss it, '' if all do."""

    message: str
    languages: str
    is_blocking: bool


@dataclass(frozen=True)
class FilmRow:
    film: Film
    picture: Image | None
    states: tuple[ShortState, ...]
    todos: tuple[Todo, ...]
    more_todos: int


def film_rows(limit: int) -> tuple[FilmRow, ...]:
    """Return the films that were changed last. Seven queries, whatever their number."""
    desk = Revision.objects.filter(line=Revision.Line.DESK, record__film__isnull=False)
    keys = list(newest_of_each(desk, limit))
    rows = Film.objects.in_bulk(keys)
    films = [rows[pk] for pk in keys]
    pictures, known = key_pictures(keys), overviews(keys)
    return tuple(_row(film, pictures.get(film.pk), known[film.pk]) for film in films)


def _row(film: Film, picture: Image | None, known: Overview) -> FilmRow:
    todos = todos_of(known.document)
    return FilmRow(
        film=film,
        picture=picture,
        states=known.states,
        todos=tuple(todos[:MOST_TODOS]),
        more_todos=max(0, len(todos) - MOST_TODOS),
    )


def todos_of(document: Document) -> list[Todo]:
    """Return each thing that is missing once, what keeps a language off the site first."""
    found: dict[Finding, list[str]] = {}
    for language in languages():
        for finding in film_findings(document, language):
            found.setdefault(finding, []).append(language)
    todos = [
        Todo(
            finding.message,
            "" if len(codes) == len(languages()) else ", ".join(codes).upper(),
            finding.is_blocking,
        )
        for finding, codes in found.items()
    ]
    return sorted(todos, key=lambda todo: (not todo.is_blocking, todo.languages))

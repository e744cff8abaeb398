"""A whole text: its source, what it says, and all of that taken in."""

import hashlib
from collections.abc import Mapping
from typing import Any

from editorial.documents import document_of
from editorial.fields import columns
from editorial.models import Record
from films.models import AlternativeTitle
from sources.columns.keeping import read_columns
from sources.columns.languages import guess_table_language
from sources.comparing.film import names_of
from sources.models import Source
from sources.reading.guess import guess_language
from sources.reading.objects import Reading
from sources.reading.read import read
from sources.taking.choices import Choice, Taken
from sources.taking.readers import find_reader
from sources.taking.take import take


def hash_text(text: str) -> str:
    """Return what is equal for texts that differ in line ends and white space alone; '' for none.

    Whoever stores a source stores this: by it the same text is known again.
    """
    words = " ".join(text.split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def keep_source(text: str, values: Mapping[str, Any], user: Any = None) -> Source:
    """Return the source of a text: the one that is known by the same text, or a new one.

    Its language is guessed unless it is given: of a table by its headers.
    """
    digest = hash_text(text)
    found = Source.objects.filter(sha256=digest).first() if digest else None
    if found is not None:
        return found
    source = Source(text=text, sha256=digest, **values)
    source.language = source.language or _guess_language(source)
    source.added_by = user if getattr(user, "pk", None) else None
    source.full_clean()
    source.save()
    return source


def _guess_language(source: Source) -> str:
    if source.kind == Source.Kind.TABLE:
        return guess_table_language(source.text)
    return guess_language(source.text[:20_000])


def read_source(source: Source, record: Record) -> Reading:
    """Return what the text says, read with the film's title and the names that it knows.

    A table is read by its columns; a form of text that a room above has registered is read by its
    own reader.
    """
    if own := find_reader(source.text):
        return own(source.text, record.key, source.language)
    if source.kind == Source.Kind.TABLE:
        return read_columns(source, record).reading
    document = document_of(record)
    names = names_of(document).people if document else {}
    people = [name for known in names.values() for name in known]
    return read(source.text, titles_of(record), people)


def titles_of(record: Record) -> list[str]:
    """Return every title of the film, the longest first; the words of its key are one, too."""
    film: Any = getattr(record, "film", None)
    spoken = [getattr(film, name) for name in columns("title")] if film is not None else []
    others = AlternativeTitle.objects.filter(film=record.pk).values_list("title", flat=True)
    known = {title for title in (*spoken, *others, record.key.replace("-", " ").title()) if title}
    return sorted(known, key=lambda title: (-len(title), title))


def take_all(source: Source, record: Record, user: Any = None) -> Taken:
    """Take everything that is understood without doubt, as the command does."""
    facts = read_source(source, record).facts
    return take(source, record, [Choice(fact) for fact in facts if is_plain(fact)], user)


def is_plain(fact: Any) -> bool:
    """Tell whether a fact is taken unless somebody objects."""
    return not fact.is_doubtful

"""One run: the film found or made, the source kept, everything understood taken in."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from desk.importing.slugs import slug_error
from desk.own_pages.reading import is_own_page, language_of
from editorial.changes import change
from editorial.documents import document_of
from editorial.fields import column, languages
from editorial.memory import forget
from editorial.models import Record
from films.models import Film
from pages.addresses import reserved_words
from sources.comparing.film import names_of
from sources.models import Source
from sources.reading.guess import guess_source
from sources.reading.objects import Fact, Reading
from sources.taking.choices import Choice, Taken
from sources.taking.take import take
from sources.taking.texts import keep_source, read_source

# What running text says of people whose names are known.
OF_PEOPLE = ("mentions", "characters", "production_notes")


@dataclass(frozen=True)
class RecordOptions:
    """What was asked for; `film` is the key of a film, `title` and `kind` the source's, if told."""

    film: str
    title: str = ""
    kind: str = ""
    language: str = ""
    name: str = ""
    is_dry_run: bool = False
    user: Any = None


@dataclass
class RecordImport:
    """What came of a run."""

    source: Source
    record: Record
    reading: Reading
    is_new_film: bool = False
    is_known_source: bool = False
    is_dry_run: bool = False
    taken: Taken = field(default_factory=Taken)
    # Statements of earlier sources about people whom this one made known.
    found_again: int = 0


def import_record(text: str, options: RecordOptions) -> RecordImport:
    """Take everything a text says into the film, doubtful facts as well; a dry run leaves nothing.

    Raises ValidationError when there can be no such film or source.
    """
    try:
        with transaction.atomic():
            with change(options.user, _("Record imported: %(name)s") % {"name": options.name}):
                done = _import(text, options)
            transaction.set_rollback(options.is_dry_run)
    finally:
        if options.is_dry_run:
            forget()
    return done


def _import(text: str, options: RecordOptions) -> RecordImport:
    known = Source.objects.count()
    source = keep_source(text, _describe(text, options), options.user)
    is_known = Source.objects.count() == known
    record = Record.objects.filter(kind=Record.Kind.FILM, key=options.film).first()
    is_new = record is None
    if record is None:
        record = _make_film(options.film, source.language)
    elif document_of(record) is None:
        message = _("The film “%(key)s” lies in the bin. Take it out first.")
        raise ValidationError(message, params={"key": options.film})
    reading = read_source(source, record)
    done = RecordImport(source, record, reading, is_new, is_known, options.is_dry_run)
    choices = [Choice(fact) for fact in reading.facts]
    known_names = names_known(record)
    done.taken = take(source, record, choices, options.user, is_new=is_new)
    done.found_again = _read_again(done, names_known(record) - known_names, options.user)
    return done


def names_known(record: Record) -> set[str]:
    """Return all names of the people of a film."""
    document = document_of(record)
    known = names_of(document).people.values() if document else ()
    return {name for names in known for name in names}


def _read_again(done: RecordImport, new: set[str], user: Any) -> int:
    """Take from all sources, this one too, what they say of people who are known only now."""
    intake, count = done.taken.intake, 0
    earlier = Source.objects.filter(intakes__record=done.record, intakes__undone_at=None)
    for source in earlier.distinct() if intake and new else ():
        facts = read_source(source, done.record).facts
        found = [fact for fact in facts if fact.part in OF_PEOPLE and _is_about(fact, new)]
        if found:
            taken = take(source, done.record, map(Choice, found), user, into=intake)
            count += len(taken.outcomes) - taken.known
    return count


def _is_about(fact: Fact, names: set[str]) -> bool:
    return "name" not in fact.values or fact.values["name"] in names


def _describe(text: str, options: RecordOptions) -> dict[str, str]:
    """Return what is known of the source: what was told, else what the text says of itself."""
    if is_own_page(text):
        found = {"kind": Source.Kind.HOUSE.value, "language": language_of(text)}
    else:
        found = _guess(text)
    asked = {name: getattr(options, name) for name in ("title", "kind", "language")}
    told = {name: value for name, value in asked.items() if value}
    return {"title": options.name, "kind": Source.Kind.OTHER.value} | found | told


def _guess(text: str) -> dict[str, str]:
    """Return what the text says of itself, as far as a source can hold it."""
    found = {name: value for name, value in guess_source(text).items() if value}
    try:
        Source(**found).clean_fields()
    except ValidationError as error:
        return {name: value for name, value in found.items() if name not in error.message_dict}
    return found


def _make_film(key: str, language: str) -> Record:
    """Make a draft, with a title out of its key until a source tells the right one."""
    if error := slug_error(key, reserved_words() | frozenset(languages())):
        raise ValidationError(f"{key}: {error}")
    spoken = language if language in languages() else settings.LANGUAGE_CODE
    film = Film(key=key)  # type: ignore[misc]  # RecordModel takes it, no field
    setattr(film, column("title", spoken), title_of_key(key))
    setattr(film, column("slug", spoken), key)
    film.save()
    return film.record


def title_of_key(key: str) -> str:
    return key.replace("-", " ").title()

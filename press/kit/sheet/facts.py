"""The specification: what a festival's form asks about the film itself."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import npgettext, pgettext

from films.choices import Premiere, TitleKind
from films.ratios import say_ratio
from films.sheet import FilmSheet
from films.sheet.objects import SelectionSheet, VersionSheet
from films.sheet.words import language_name
from press.kit.sheet.entries import Entry, clean_line, join_lines

# The greater a premiere, the earlier it stands.
PREMIERES = [kind.value for kind in Premiere if kind]


def list_facts(film: FilmSheet) -> Iterator[Entry]:
    """Yield every fact in the order of forms; what is not known has an empty text."""
    main = film.main_version
    names = [f"{c.name} ({c.note})" if c.note else c.name for c in film.countries]
    yield _fact("title", pgettext("press kit", "Title"), film.title.value)
    yield from _titles(film)
    yield _fact("director", _director(film), ", ".join(n.shown_name for n in film.directors))
    yield _fact("category", pgettext("press kit", "Category"), film.category_label)
    genres = npgettext("press kit", "Genre", "Genres", len(film.genres))
    yield _fact("genre", genres, ", ".join(film.genres))
    yield _fact("year", pgettext("press kit", "Year"), str(film.year or ""))
    countries = npgettext("press kit", "Country", "Countries", len(names))
    yield _fact("country", countries, ", ".join(names))
    if main:
        yield from _presentation(film, main)
    yield from _versions(film)
    ratings = [f"{r.age_rating} ({r.country.name})" for r in film.releases if r.age_rating]
    yield Entry("rating", pgettext("press kit", "Age rating"), join_lines(ratings))
    premieres = sorted((s for s in film.selections if s.premiere), key=_rank)
    told = join_lines([_say_premiere(selection) for selection in premieres])
    yield Entry("premiere", pgettext("press kit", "Premiere status"), told)
    yield _fact("completion", pgettext("press kit", "Completion"), _completion(film))


def _fact(key: str, label: str, value: str) -> Entry:
    return Entry(key, label, clean_line(value))


def _director(film: FilmSheet) -> str:
    return npgettext("press kit", "Director", "Directors", len(film.directors))


def _titles(film: FilmSheet) -> Iterator[Entry]:
    """Yield original and international title, then the titles of the other live languages."""
    original = pgettext("press kit", "Original title")
    yield _fact("original-title", original, film.original_title)
    for kind in (TitleKind.INTERNATIONAL, TitleKind.TRANSLITERATION):
        found = [name for given, name in film.titles if given == kind]
        yield Entry(f"{kind.value}-title", capfirst(str(kind.label)), join_lines(found))
    for link in film.languages:
        if link.code != film.language and link.title not in (film.title.value, ""):
            label = pgettext("press kit", "Title (%(language)s)") % {
                "language": language_name(link.code, film.language)
            }
            yield _fact(f"title-{link.code}", label, link.title)


def _presentation(film: FilmSheet, main: VersionSheet) -> Iterator[Entry]:
    count = len(set(main.dialogue_languages)) or 1
    language = npgettext("press kit", "Language", "Languages", count)
    yield _fact("runtime", pgettext("press kit", "Running time"), say_runtime(main))
    yield _fact("language", language, main.dialogue)
    yield _fact("subtitles", pgettext("press kit", "Subtitles"), film.subtitles)
    yield _fact("colour", pgettext("press kit", "Picture"), main.colour)
    ratio = say_ratio(main.aspect_ratio)
    yield _fact("aspect-ratio", pgettext("press kit", "Aspect ratio"), ratio)
    yield _fact("sound", pgettext("press kit", "Sound"), main.sound)
    yield _fact("format", pgettext("press kit", "Format"), main.format)


def _versions(film: FilmSheet) -> Iterator[Entry]:
    """Yield each version of a film that has several, in one line."""
    if len(film.versions) < 2:
        return
    main = pgettext("press kit", "Main version")
    another = pgettext("press kit", "Another version")
    for number, version in enumerate(film.versions, start=1):
        label = version.name.value or (main if version is film.main_version else another)
        yield _fact(f"version-{number}", clean_line(label), _say_version(version))


def _say_version(version: VersionSheet) -> str:
    subtitles = pgettext("press kit", "Subtitles")
    parts = [
        version.format,
        say_runtime(version),
        say_ratio(version.aspect_ratio),
        version.colour,
        version.sound,
        version.dialogue,
        f"{subtitles}: {version.subtitles}" if version.subtitles else "",
        version.note.plain,
    ]
    return " · ".join(part for part in parts if part)


def say_runtime(version: VersionSheet) -> str:
    """Return 95 min (1:34:40): rounded, and to the second."""
    seconds = version.runtime_seconds
    if not seconds:
        return ""
    return f"{version.runtime} ({seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d})"


def _rank(selection: SelectionSheet) -> tuple[int, int]:
    return PREMIERES.index(selection.premiere), selection.year or 9999


def _say_premiere(selection: SelectionSheet) -> str:
    where = f"{selection.festival} {selection.year or ''}".strip()
    return f"{selection.premiere_label}: {where}"


def _completion(film: FilmSheet) -> str:
    """Return the year; of an unfinished film what is being done, and the year it is planned for."""
    year = str(film.year or "")
    if not film.unfinished_label:
        return year
    return f"{film.unfinished_label} ({year})" if year else film.unfinished_label

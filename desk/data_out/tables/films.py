"""One row for each film: facts of the main version, companies by function, state by language."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from desk.data_out.tables.objects import Cell, Column, Kind, Row, Table, text_in
from editorial.fields import column, languages
from editorial.names import country_name, language_name, spoken
from editorial.publishing.overview import Overview, overviews
from films.choices import CompanyFunction, IdScheme, TitleKind
from films.models import CompanyCredit, Credit, Film, Version

AT_ONCE = 250
DIRECTOR = "director"
BETWEEN = "; "


def film_columns() -> list[Column]:
    return [
        Column(pgettext("column", "Key"), 24),
        *(Column(_("Title (%(language)s)") % {"language": spoken(c)}, 32) for c in languages()),
        Column(pgettext("column", "Original title"), 32),
        Column(pgettext("column", "Other titles"), 32),
        Column(pgettext("column", "Category")),
        Column(pgettext("column", "State of production")),
        Column(pgettext("column", "Year"), 8, Kind.NUMBER),
        Column(pgettext("column", "Genres")),
        Column(pgettext("column", "Runtime in minutes"), 10, Kind.NUMBER),
        Column(pgettext("column", "Runtime in seconds"), 10, Kind.NUMBER),
        Column(pgettext("column", "Country codes"), 12),
        Column(pgettext("column", "Countries"), 24),
        Column(pgettext("column", "Director"), 28),
        Column(pgettext("column", "Dialogue"), 20),
        Column(pgettext("column", "Subtitles"), 20),
        Column(pgettext("column", "Format")),
        Column(pgettext("column", "Aspect ratio"), 10),
        Column(pgettext("column", "Colour")),
        Column(pgettext("column", "Sound")),
        *(Column(str(function.label), 28) for function in CompanyFunction),
        *(Column(_number_name(scheme), 18) for scheme in IdScheme),
        *(Column(_("State (%(language)s)") % {"language": spoken(c)}, 18) for c in languages()),
    ]


def _number_name(scheme: IdScheme) -> str:
    return pgettext("column", "Other number") if scheme is IdScheme.OTHER else str(scheme.label)


def film_rows(films: QuerySet[Film], language: str) -> Iterator[Row]:
    """Yield the films by key. Thirteen queries for every `AT_ONCE` films."""
    keys = list(films.order_by("record__key").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        chunk = keys[start : start + AT_ONCE]
        told = overviews(chunk)
        for film in _whole(chunk):
            yield tuple(_cells(film, told.get(film.pk), language))


def _whole(keys: Iterable[int]) -> QuerySet[Film]:
    credits: Any = Credit.objects
    companies: Any = CompanyCredit.objects
    directors = credits.filter(role__key=DIRECTOR).select_related("person", "company")
    return (
        Film.objects.filter(pk__in=list(keys))
        .order_by("record__key")
        .select_related("record")
        .prefetch_related(
            "genres",
            "countries",
            "versions",
            "alternativetitles",
            "externalids",
            Prefetch("credits", directors, to_attr="directing"),
            Prefetch("company_credits", companies.select_related("company"), to_attr="companies"),
        )
    )


def _cells(film: Any, told: Overview | None, language: str) -> Iterator[Cell]:
    titles = list(film.alternativetitles.all())
    originals = [title.title for title in titles if title.kind == TitleKind.ORIGINAL]
    versions = list(film.versions.all())
    main = next((one for one in versions if one.is_main), next(iter(versions), Version()))
    codes = [country.code for country in film.countries.all()]
    seconds = main.runtime_seconds
    yield film.record.key
    yield from (getattr(film, column("title", code)) or "" for code in languages())
    yield _joined(originals)
    yield _joined(title.title for title in titles if title.kind != TitleKind.ORIGINAL)
    yield film.get_category_display()
    yield film.get_status_display()
    yield film.year
    yield _joined(text_in(genre, "name", language) for genre in film.genres.all())
    yield round(seconds / 60, 2) if seconds else None
    yield seconds
    yield ", ".join(codes)
    yield _joined(country_name(code, language) for code in codes)
    yield _joined(_name(credit, language) for credit in film.directing)
    yield _dialogue(main, language)
    yield _joined(language_name(code, language) for code in main.subtitle_languages)
    yield _joined(dict.fromkeys(version.format for version in versions))
    yield main.aspect_ratio
    yield main.get_colour_display()
    yield main.sound
    for function in CompanyFunction:
        mine = (one for one in film.companies if one.function == function)
        yield _joined(one.company.name for one in mine)
    for scheme in IdScheme:
        yield _joined(one.value for one in film.externalids.all() if one.scheme == scheme)
    states = {state.language: state.label for state in told.states} if told else {}
    yield from (states.get(code, "") for code in languages())


def _joined(words: Iterable[str]) -> str:
    return BETWEEN.join(word for word in words if word)


def _name(credit: Credit, language: str) -> str:
    return str(credit.person or credit.company or text_in(credit, "group", language))


def _dialogue(version: Version, language: str) -> str:
    if version.has_no_dialogue:
        return _("No dialogue")
    return _joined(language_name(code, language) for code in version.dialogue_languages)


FILMS = Table("films", gettext_lazy("Films"), film_columns, film_rows)

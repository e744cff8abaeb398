"""Where films were shown and what they were given there: one row for each award.

A selection without an award has one row, one with two has two; an award without a selection
stands at its festival, or alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy, pgettext

from desk.data_out.tables.objects import Cell, Column, Kind, Row, Table, text_in
from editorial.names import country_name
from festivals.models import Festival
from films.models import Award, Film, Selection

AT_ONCE = 250


def festival_columns() -> list[Column]:
    return [
        Column(pgettext("column", "Key"), 24),
        Column(pgettext("column", "Film"), 32),
        Column(pgettext("column", "Festival"), 32),
        Column(pgettext("column", "Year"), 8, Kind.NUMBER),
        Column(pgettext("column", "City"), 20),
        Column(pgettext("column", "Country code"), 10),
        Column(pgettext("column", "Country"), 20),
        Column(pgettext("column", "Section"), 24),
        Column(pgettext("column", "Premiere"), 20),
        Column(pgettext("column", "Date"), 12, Kind.DATE),
        Column(pgettext("column", "Award"), 32),
        Column(pgettext("column", "Result"), 16),
        Column(pgettext("column", "Awarded by"), 28),
        Column(pgettext("column", "Recipient"), 28),
    ]


def festival_rows(films: QuerySet[Film], language: str) -> Iterator[Row]:
    """Yield selections and awards, film by film. Four queries for every `AT_ONCE` films."""
    keys = list(films.order_by("record__key").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        for film in _whole(keys[start : start + AT_ONCE]):
            yield from _film_rows(film, language)


def _whole(keys: list[int]) -> QuerySet[Film]:
    selections: Any = Selection.objects
    awards: Any = Award.objects
    return (
        Film.objects.filter(pk__in=keys)
        .order_by("record__key")
        .select_related("record")
        .prefetch_related(
            Prefetch("selections", selections.select_related("edition__festival"), to_attr="shown"),
            Prefetch("awards", awards.select_related("festival", "recipient"), to_attr="given"),
        )
    )


def _film_rows(film: Any, language: str) -> Iterator[Row]:
    awards: dict[int | None, list[Award]] = defaultdict(list)
    for award in film.given:
        awards[award.selection_id].append(award)
    for selection in film.shown:
        for award in awards.pop(selection.pk, [None]):
            yield tuple(_cells(film, selection, award, language))
    for rest in awards.values():
        for award in rest:
            yield tuple(_cells(film, None, award, language))


def _cells(
    film: Film, selection: Selection | None, award: Award | None, language: str
) -> Iterator[Cell]:
    festival: Festival | None = award.festival if award else None
    year = award.year if award else None
    if selection is not None:
        festival, year = selection.edition.festival, selection.edition.year
    yield film.record.key
    yield text_in(film, "title", language)
    yield text_in(festival, "name", language)
    yield year
    yield festival.city if festival else ""
    yield festival.country if festival else ""
    yield country_name(festival.country, language) if festival and festival.country else ""
    yield text_in(selection, "section", language)
    yield str(selection.get_premiere_display()) if selection and selection.premiere else ""
    yield selection.shown_on if selection else None
    yield text_in(award, "name", language)
    yield str(award.get_result_display()) if award else ""
    yield text_in(award, "body", language)
    yield str(award.recipient or "") if award else ""


FESTIVALS = Table("festivals", gettext_lazy("Festivals"), festival_columns, festival_rows)

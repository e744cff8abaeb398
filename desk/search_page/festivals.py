"""Festivals at which live films were shown, by any of their names and their town."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial

from django.db.models import QuerySet

from desk.search_page.question import Question, has_all
from editorial.cities import city_name, city_spellings
from editorial.fields import any_text, columns
from editorial.memory import remember
from editorial.models import Reference
from editorial.names import country_name
from editorial.spelling import fold, join_words
from festivals.models import Festival
from pages.listing import FACTS, live_films

USAGES = ("selection", "award")
# A word that more festivals have, such as "film", names none of them: their films are most of all.
MOST_NAMED = 12


@dataclass(frozen=True)
class ListedFestival:
    """A festival with a page; `films` are the records of those shown or honoured there."""

    key: str
    name: str
    place: str
    folded: str
    record_id: int
    films: frozenset[int] = frozenset()


def find_festivals(question: Question, language: str) -> list[ListedFestival]:
    """Return the festivals that have all words, those whose name begins with them first.

    Their films are told only where few festivals are named.
    """
    found = [one for one in listed_festivals(language) if has_all(question.words, one.folded)]
    ordered = sorted(found, key=lambda one: not fold(one.name).startswith(question.phrase))
    named = ordered if len(ordered) <= MOST_NAMED else []
    films = _films_of([one.record_id for one in named], language)
    return [replace(one, films=frozenset(films[one.record_id])) for one in ordered]


def listed_festivals(language: str) -> tuple[ListedFestival, ...]:
    return remember(("listed festivals", language), partial(_read, language))


def _shown(language: str) -> QuerySet[Reference]:
    facts = live_films(language).values(f"{FACTS}pk")
    rows = Reference.objects.filter(publication__in=facts, usage__in=USAGES)
    return rows.filter(target__kind="festival").order_by()


def _films_of(festivals: list[int], language: str) -> dict[int, set[int]]:
    """Return the films by festival. One query or none."""
    films: dict[int, set[int]] = defaultdict(set)
    rows = _shown(language).filter(target__in=festivals) if festivals else Reference.objects.none()
    for festival, film in rows.values_list("target", "publication__record"):
        films[festival].add(film)
    return films


def _read(language: str) -> tuple[ListedFestival, ...]:
    shown = _shown(language).values("target")
    festivals = Festival.objects.filter(pk__in=shown).select_related("record")
    return tuple(
        sorted((_list(one, language) for one in festivals), key=lambda one: fold(one.name))
    )


def _list(festival: Festival, language: str) -> ListedFestival:
    names = [getattr(festival, name) or "" for name in columns("name")]
    names += [name for name in festival.other_names or () if isinstance(name, str)]
    country = country_name(festival.country, language) if festival.country else ""
    city = city_name(festival.city, festival.country, language)
    cities = city_spellings(festival.city, festival.country)
    words = dict.fromkeys(
        [word for text in (*names, *cities) for word in fold(text).split()]
        + [join_words(name) for name in names]
    )
    return ListedFestival(
        key=festival.key,
        name=any_text(festival, "name"),
        place=", ".join(part for part in (city, country) if part),
        folded="".join(f" {word}" for word in words if word),
        record_id=festival.pk,
    )

"""Festivals at which live films were shown, by any of their names and their town."""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from desk.search_page.question import Question, has_all
from editorial.cities import city_name, city_spellings
from editorial.fields import any_text, columns
from editorial.memory import remember
from editorial.models import Reference
from editorial.names import country_name
from editorial.spelling import fold, join_words
from festivals.models import Festival
from pages.listing import listed_films

USAGES = ("selection", "award")


@dataclass(frozen=True)
class ListedFestival:
    """A festival with a page; `facts_ids` are the films shown or honoured there."""

    key: str
    name: str
    place: str
    folded: str
    facts_ids: frozenset[int]


def find_festivals(question: Question, language: str) -> list[ListedFestival]:
    """Return the festivals that have all words, those whose name begins with them first."""
    found = [one for one in listed_festivals(language) if has_all(question.words, one.folded)]
    return sorted(found, key=lambda one: not fold(one.name).startswith(question.phrase))


def listed_festivals(language: str) -> tuple[ListedFestival, ...]:
    return remember(("listed festivals", language), partial(_read, language))


def _read(language: str) -> tuple[ListedFestival, ...]:
    facts = [film.facts_id for film in listed_films(language)]
    rows = Reference.objects.filter(publication__in=facts, usage__in=USAGES)
    shown: dict[int, set[int]] = defaultdict(set)
    for festival, publication in rows.filter(target__kind="festival").values_list(
        "target", "publication"
    ):
        shown[festival].add(publication)
    festivals = Festival.objects.filter(pk__in=list(shown)).select_related("record")
    listed = [_list(festival, shown[festival.pk], language) for festival in festivals]
    return tuple(sorted(listed, key=lambda one: fold(one.name)))


def _list(festival: Festival, facts: set[int], language: str) -> ListedFestival:
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
        facts_ids=frozenset(facts),
    )

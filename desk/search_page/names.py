"""People and companies as results: their name, another one that was asked for, what they do."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from desk.search_page.marking import has_mark, mark_words
from desk.search_page.question import Question
from editorial.cities import city_name
from people.finding import FoundNames
from people.functions import CompanyFunction
from people.models import Company, Person, PersonName
from people.names_shown import HIDDEN
from people.role_words import role_rank, role_word
from people.scripts import mark_of

MOST_ROLES = 3


@dataclass(frozen=True)
class NameHit:
    """A person or company; `other` is the name that the question means if it is not the usual."""

    record_id: int
    name: SafeString
    plain_name: str
    url: str
    done: tuple[str, ...]
    films: int
    place: str = ""
    other: SafeString | str = ""
    other_mark: str = ""


class NameHits:
    """Hits in the order in which they were found, each made when somebody looks at it.

    A hundred people may be called alike, of whom eight are shown.
    """

    def __init__(self, records: Sequence[int], make: Callable[[int], NameHit]) -> None:
        self.records = records
        self._make = make
        self._made: dict[int, NameHit] = {}

    def __len__(self) -> int:
        return len(self.records)

    def __getitem__(self, part: slice) -> list[NameHit]:
        return [self.hit_of(record) for record in self.records[part]]

    def __iter__(self) -> Iterator[NameHit]:
        return iter(self[:])

    def hit_of(self, record: int) -> NameHit:
        """Return the hit of one of `records`."""
        if record not in self._made:
            self._made[record] = self._make(record)
        return self._made[record]


def person_hits(question: Question, found: FoundNames, language: str) -> NameHits:
    """Return the people among what was found, in its order. Two queries."""
    people = Person.objects.filter(pk__in=found.records).select_related("record").in_bulk()
    others = _other_names(people.values(), question.words)

    def make(record: int) -> NameHit:
        person, other = people[record], others.get(record, "")
        return NameHit(
            record_id=record,
            name=mark_words(person.name, question.words),
            plain_name=person.name,
            url=reverse("person", args=[language, person.key]),
            done=_roles(found, record, person.word_form, language),
            films=len(found.films_of([record])),
            other=mark_words(other, question.words),
            other_mark=mark_of(other),
        )

    return NameHits([record for record in found.records if record in people], make)


def company_hits(question: Question, found: FoundNames, language: str) -> NameHits:
    """Return the companies among what was found, in its order. One query."""
    companies = Company.objects.filter(pk__in=found.records).select_related("record").in_bulk()

    def make(record: int) -> NameHit:
        company = companies[record]
        return NameHit(
            record_id=record,
            name=mark_words(company.name, question.words),
            plain_name=company.name,
            url=reverse("company", args=[language, company.key]),
            done=_roles(found, record, "", language),
            films=len(found.films_of([record])),
            place=city_name(company.city, company.country, language),
        )

    return NameHits([record for record in found.records if record in companies], make)


def _roles(found: FoundNames, record: int, word_form: str, language: str) -> tuple[str, ...]:
    """Return what was done most often, at most three words."""
    counts = Counter(role for _facts, role in found.deeds.get(record, ()) if role)
    keys = sorted(counts, key=lambda role: (-counts[role], role_rank(role)))
    words = (
        str(CompanyFunction(key).label)
        if key in CompanyFunction.values
        else role_word(key, word_form, language)
        for key in keys
    )
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_ROLES]


def _other_names(people: Iterable[Person], words: Sequence[str]) -> dict[int, str]:
    """Return the public name that has a word of the question, where the usual one has none."""
    unlike = [person.pk for person in people if not has_mark(person.name, words)]
    rows = PersonName.objects.filter(person__in=unlike).exclude(kind__in=HIDDEN)
    found: dict[int, str] = defaultdict(str)
    for person, name in rows.values_list("person", "name"):
        if not found[person] and has_mark(name, words):
            found[person] = name
    return dict(found)

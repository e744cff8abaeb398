"""The pairs of one page: who, in which films, and the reasons in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from editorial.fields import column, languages
from people.doubles.finding import Double
from people.doubles.wording import say_likeness, say_seen
from people.models import Department, Person
from people.role_words import role_word

MOST_FILMS = 6


@dataclass(frozen=True)
class Side:
    """One of the two; `films` are what was done where, `more` how many are not listed."""

    person: Person
    films: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class Line:
    """A pair with what speaks for it and what against."""

    sides: tuple[Side, Side]
    likeness: str
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def ids(self) -> str:
        return ",".join(str(side.person.pk) for side in self.sides)


@dataclass(frozen=True)
class Work:
    """One credit of somebody."""

    film: int
    title: str
    year: int | None
    job: str


def make_lines(doubles: Sequence[Double]) -> list[Line]:
    """Return the pairs as they are shown; those that are gone meanwhile are left out."""
    if not doubles:
        return []
    ids = {pk for double in doubles for pk in double.pair}
    people, works = _people(ids), works_of(ids)
    titles = {work.film: work.title for done in works.values() for work in done}
    fields = {row.key: str(row) for row in Department.objects.all()}
    return [
        _line(double, _sides(double.pair, people, works), titles, fields)
        for double in doubles
        if double.first in people and double.second in people
    ]


def make_sides(pairs: Sequence[tuple[int, int]]) -> list[tuple[Side, Side]]:
    """Return the two sides of each pair of people."""
    ids = {pk for pair in pairs for pk in pair}
    people, works = _people(ids), works_of(ids)
    return [_sides(pair, people, works) for pair in pairs]


def _people(ids: set[int]) -> dict[int, Person]:
    found: Any = Person.objects.in_bulk(ids)
    return dict(found)


def _sides(
    pair: tuple[int, int], people: Mapping[int, Person], works: Mapping[int, list[Work]]
) -> tuple[Side, Side]:
    first, second = (_side(people[pk], works.get(pk, [])) for pk in pair)
    return first, second


def _line(
    double: Double, sides: tuple[Side, Side], titles: Mapping[int, str], fields: Mapping[str, str]
) -> Line:
    language = _language()
    said = [(one.points, say_seen(one, titles, fields, language)) for one in double.verdict.seen]
    return Line(
        sides,
        say_likeness(double.verdict.likeness),
        tuple(text for points, text in said if points >= 0),
        tuple(text for points, text in said if points < 0),
    )


def _side(person: Person, works: Sequence[Work]) -> Side:
    jobs: dict[tuple[int, str, int | None], list[str]] = defaultdict(list)
    for work in works:
        jobs[work.film, work.title, work.year].append(work.job)
    told = [_say(title, year, done) for (_film, title, year), done in jobs.items()]
    return Side(person, tuple(told[:MOST_FILMS]), max(0, len(told) - MOST_FILMS))


def _say(title: str, year: int | None, jobs: Iterable[str]) -> str:
    film = f"{title} ({year})" if year else title
    done = ", ".join(dict.fromkeys(job for job in jobs if job))
    return f"{film}: {done}" if done else film


def works_of(people: Iterable[int]) -> dict[int, list[Work]]:
    """Return the credits of people by primary key, the newest film first. One query."""
    language = _language()
    codes = sorted(languages(), key=lambda code: code.split("-")[0] != language)
    titles = [f"credits__film__{column('title', code)}" for code in codes]
    # The credits are of the room above.
    rows: Any = Person.objects
    found: dict[int, list[Work]] = defaultdict(list)
    for pk, film, year, key, text, *named in (
        rows.filter(pk__in=list(people), credits__isnull=False)
        .order_by("-credits__film__year", "credits__film", "credits__position", "credits__pk")
        .values_list("pk", "credits__film", "credits__film__year", "credits__role__key",
                     "credits__role_text", *titles)
    ):  # fmt: skip
        title = next((title for title in named if title), "–")
        job = role_word(key, "", language) if key else text
        found[pk].append(Work(film, title, year, job))
    return found


def _language() -> str:
    return (get_language() or "").split("-")[0]

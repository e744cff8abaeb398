"""Likely doubles among all people of the database, the likeliest first. A handful of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import cache
from django.db.models import Max

from people.doubles.candidates import Pair, pair_up, read_sounds
from people.doubles.distinct import known_distinct
from people.doubles.names import Likeness, compare_names
from people.doubles.weighing import Deed, Known, Seen, Verdict, Why, weigh
from people.models import Person, PersonName
from people.name_keys import NameKey

CHUNK = 500
# The look-alikes of a large office take seconds; they are looked for anew when a name changes.
KEPT_SECONDS = 600
MANY = 2_000


@dataclass(frozen=True)
class Double:
    """Two records that may be one person, the smaller primary key first."""

    first: int
    second: int
    verdict: Verdict

    @property
    def pair(self) -> Pair:
        return self.first, self.second


def find_doubles() -> list[Double]:
    """Return the pairs that are likely one person and not known to be two."""
    return _without_known(find_alike())


def find_alike() -> list[Double]:
    """Return the pairs that are likely one person by what the records say."""
    known = read_known()
    alike = _alike(known)
    add_deeds(known, {pk for pair in alike for pk in pair})
    found = [
        Double(*pair, verdict)
        for pair in alike
        if (verdict := weigh(known[pair[0]], known[pair[1]])) is not None
    ]
    likely = [double for double in _doubt_initials(found, known) if double.verdict.is_likely]
    return sorted(likely, key=lambda double: (-double.verdict.points, double.pair))


def recall_doubles(is_quick: bool = False) -> list[Double]:
    """Return `find_doubles()`, looked for anew when a name changes or ten minutes are over.

    With `is_quick` nothing is looked for among so many people that it would take seconds.
    """
    newest = NameKey.objects.aggregate(newest=Max("pk"))["newest"]
    people = Person.objects.count()
    address = f"people-doubles-{newest}-{people}"
    found: list[Double] | None = cache.get(address)
    if found is None:
        if is_quick and people > MANY:
            return []
        found = find_alike()
        cache.set(address, found, KEPT_SECONDS)
    return _without_known(found)


def _without_known(found: list[Double]) -> list[Double]:
    apart = known_distinct()
    return [double for double in found if double.pair not in apart]


def read_known() -> dict[int, Known]:
    """Return names, birth and website of all people by primary key. Two queries."""
    known = {
        pk: Known(pk, (name,), born, website)
        for pk, name, born, website in Person.objects.order_by().values_list(
            "pk", "name", "born_on", "website"
        )
    }
    others: dict[int, list[str]] = defaultdict(list)
    for pk, name in PersonName.objects.order_by("pk").values_list("person_id", "name"):
        others[pk].append(name)
    for pk, names in others.items():
        known[pk] = replace(known[pk], names=(*known[pk].names, *names))
    return known


def add_deeds(known: dict[int, Known], wanted: Iterable[int]) -> None:
    """Add the credits of these people. One query for five hundred of them."""
    ordered = sorted(wanted)
    for start in range(0, len(ordered), CHUNK):
        deeds: dict[int, list[Deed]] = defaultdict(list)
        for row in _credits(ordered[start : start + CHUNK]):
            deeds[row[0]].append(_deed(*row[1:]))
        for pk, done in deeds.items():
            known[pk] = replace(known[pk], deeds=tuple(done))


def _credits(people: list[int]) -> Any:
    # The credits are of the room above.
    rows: Any = Person.objects
    return rows.filter(pk__in=people, credits__isnull=False).order_by().values_list(
        "pk", "credits__film", "credits__film__year", "credits__role__key",
        "credits__role__department__key", "credits__role_text",
    )  # fmt: skip


def _deed(film: int, year: int | None, role: str | None, department: str | None, text: str) -> Deed:
    return Deed(film, role or text.casefold(), department or "", year)


def _alike(known: Mapping[int, Known]) -> set[Pair]:
    """Return the pairs whose names, or birth and given name, let them be one person."""
    facts = [(pk, one.born) for pk, one in known.items() if len(one.born) == 10]
    facts += [(pk, one.website) for pk, one in known.items() if one.website]
    pairs = pair_up(read_sounds(), facts)
    rare = pair_up({}, facts)
    return {
        (a, b)
        for a, b in pairs
        if a in known and b in known and ((a, b) in rare or _has_like_name(known[a], known[b]))
    }


def _has_like_name(first: Known, second: Known) -> bool:
    return any(compare_names(a, b) for a in first.names for b in second.names)


def _doubt_initials(found: list[Double], known: Mapping[int, Known]) -> list[Double]:
    """W. Hartmann may be Wolfgang or Werner: where several fit, none is likely by that alone."""
    fitting: Counter[int] = Counter()
    for double in found:
        if double.verdict.likeness == Likeness.INITIALS:
            fitting[_shorter(double, known)] += 1
    return [
        _doubted(double)
        if double.verdict.likeness == Likeness.INITIALS and fitting[_shorter(double, known)] > 1
        else double
        for double in found
    ]


def _shorter(double: Double, known: Mapping[int, Known]) -> int:
    return min(double.pair, key=lambda pk: len(known[pk].names[0]))


def _doubted(double: Double) -> Double:
    seen = (*double.verdict.seen, Seen(Why.FITS_OTHERS, -1.0))
    return replace(double, verdict=replace(double.verdict, seen=seen))

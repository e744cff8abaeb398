"""Which films are live, and which people, companies and festivals they show: who has a page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from editorial.fields import languages
from editorial.models import Publication, Reference
from films.festival_run import ROWS
from people.company_films import USAGES as COMPANY_USAGES
from people.views import PERSON_USAGES

USAGES = {"person": PERSON_USAGES, "company": COMPANY_USAGES, "festival": ROWS}


@dataclass(frozen=True)
class Shown:
    """A shared record that is public: keys of films, and the languages in which it has a page."""

    films: tuple[str, ...]
    languages: tuple[str, ...]


def live_films() -> dict[int, tuple[str, tuple[str, ...]]]:
    """Return (key, live languages) of every live film, in the order of keys. One query."""
    rows = Publication.objects.live().filter(kind="film").order_by("record__key")
    spoken: dict[int, tuple[str, set[str]]] = {}
    for record, key, language in rows.values_list("record", "record__key", "language"):
        spoken.setdefault(record, (key, set()))[1].add(language)
    return {
        record: (key, in_order(codes))
        for record, (key, codes) in spoken.items()
        if "" in codes and len(codes) > 1
    }


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    known = set(codes)
    return tuple(code for code in languages() if code in known)


def shown_records(kind: str, films: dict[int, tuple[str, tuple[str, ...]]]) -> dict[int, Shown]:
    """Return the records of a kind that these films show. One query."""
    live = Publication.objects.live().filter(kind="film").values("pk")
    rows = Reference.objects.filter(
        target__kind=kind, usage__in=USAGES[kind], publication__in=live
    ).order_by()
    found: dict[int, set[int]] = defaultdict(set)
    for target, record in rows.values_list("target", "publication__record").distinct():
        if record in films:
            found[target].add(record)
    return {
        target: Shown(
            tuple(sorted(films[record][0] for record in records)),
            in_order(code for record in records for code in films[record][1]),
        )
        for target, records in found.items()
    }

"""Sources whose names visitors read: on the page of a live film that they say something about."""

from dataclasses import dataclass

from editorial.changes import current_change
from editorial.memory import remember
from editorial.models import Publication
from sources.models import Claim, Source

SHOWN = ("title", "medium", "author", "date", "url", "language")


@dataclass(frozen=True)
class NamedSource:
    """What visitors read of a source: never its text, its note or what it says."""

    title: str
    medium: str
    author: str
    date: str
    url: str
    language: str


def named_sources(film: str) -> tuple[NamedSource, ...]:
    """Return the sources that may be named of a film (its uuid), oldest first.

    One query for all films, until something that visitors see changes.
    """
    return remember(("named sources",), _read_all).get(film, ())


def _read_all() -> dict[str, tuple[NamedSource, ...]]:
    rows = (
        Claim.objects.filter(source__is_named=True)
        .order_by("record", "source__date", "source__title", "source")
        .values_list("record__uuid", "source", *(f"source__{name}" for name in SHOWN))
        .distinct()
    )
    found: dict[str, list[NamedSource]] = {}
    for uuid, _pk, *values in rows:
        found.setdefault(str(uuid), []).append(NamedSource(*values))
    return {uuid: tuple(sources) for uuid, sources in found.items()}


def show_if_named(source: Source) -> None:
    """Have pages made anew because a named source says something new of a live film, or no longer
    does. For the open change, while its claims are there."""
    claimed = Claim.objects.filter(source=source).values("record")
    opened = current_change()
    if not source.is_named or opened is None:
        return
    if Publication.objects.live().filter(record__in=claimed).exists():
        opened.show()

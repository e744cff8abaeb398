"""What a company did for the films that are live, by function."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from editorial.models import Reference
from editorial.publishing.window import live_titles
from pages.tiles import FilmTile, make_tiles
from people.functions import CompanyFunction
from people.role_words import role_rank, role_word

USAGES = ("company", "credit")


@dataclass(frozen=True)
class FunctionGroup:
    """The films of one function, or of one role of the crew, newest first."""

    key: str
    label: str
    tiles: tuple[FilmTile, ...]


def films_by_function(references: Iterable[Reference], language: str) -> list[FunctionGroup]:
    """Return the groups in the order of the trade, functions before roles. Four queries."""
    grouped: dict[str, set[int]] = defaultdict(set)
    for reference in references:
        if reference.usage in USAGES:
            grouped[reference.role].add(reference.publication.record_id)
    records = set().union(*grouped.values())
    tiles = make_tiles(live_titles("film", language).filter(record__in=records), language)
    tiles.sort(key=lambda tile: -(tile.year or 0))
    groups = [
        FunctionGroup(key, _label(key, language), tuple(t for t in tiles if t.record_id in films))
        for key, films in sorted(grouped.items(), key=lambda item: _place(item[0]))
    ]
    return [group for group in groups if group.tiles]


def _label(key: str, language: str) -> str:
    if key in CompanyFunction.values:
        return str(CompanyFunction(key).label)
    return role_word(key, "", language)


def _place(key: str) -> tuple[int, str]:
    functions = CompanyFunction.values
    place = functions.index(key) if key in functions else len(functions) + role_rank(key)
    return place, key

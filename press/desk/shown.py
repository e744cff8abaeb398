"""Kits and gaps as the page shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from editorial.models import ContentVersion
from editorial.names import person_name, spoken
from films.models import Film
from press.building.building import OPEN
from press.building.freshness import codes_of, is_outdated
from press.building.gaps import WEIGHTS, Gap
from press.building.problems import say_problem
from press.building.progress import say_step
from press.building.saying import say_gap, say_kind
from press.building.serving import kit_name
from press.desk.forms import say_edition
from press.desk.rights import may_build
from press.models import Kit

# More gaps of one kind than these are folded.
IN_SIGHT = 3


@dataclass(frozen=True)
class KitRow:
    """One kit in the list; addresses are '' where there is nothing to do.

    `is_older` tells that a later one of the same choice is ready; `said` is what a screen reader
    hears when the state changes.
    """

    kit: Kit
    film: str
    name: str
    edition: str
    editor: str
    step: str
    problem: str
    said: str
    is_busy: bool
    is_outdated: bool
    is_older: bool
    gaps: tuple[str, ...]
    download_url: str
    again_url: str
    remove_url: str


@dataclass(frozen=True)
class GapKind:
    """Gaps of one kind as (sentence, address); many have a name and are folded."""

    name: str
    gaps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GapGroup:
    """The gaps of one language, or of what has none, by kind."""

    language: str
    name: str
    count: int
    kinds: tuple[GapKind, ...]


def show_kits(films: Iterable[Film], user: Any) -> list[KitRow]:
    """Return the kits of these films, the latest first."""
    titles = {film.pk: str(film) for film in films}
    kits = Kit.objects.filter(record__in=titles).select_related("record", "asked_by")
    number = ContentVersion.read()
    rows, ready = [], set()
    for kit in kits:
        choice = (kit.record_id, kit.languages, kit.format, kit.is_draft)
        row = _row(kit, may_build(user, kit), number, choice in ready)
        rows.append(replace(row, film=titles[kit.record_id]))
        if kit.state == Kit.State.READY:
            ready.add(choice)
    return rows


def as_context(rows: list[KitRow]) -> dict[str, Any]:
    """Return what the list asks for: the latest kits, and those that they have replaced."""
    return {
        "rows": [row for row in rows if not row.is_older],
        "older": [row for row in rows if row.is_older],
        "is_busy": any(row.is_busy for row in rows),
    }


def _row(kit: Kit, may_build: bool, number: int, is_older: bool) -> KitRow:
    is_ready = kit.state == Kit.State.READY
    is_busy = kit.state in OPEN
    place = [kit.record_id, kit.pk]
    edition, problem = say_edition(codes_of(kit)), say_problem(kit.problem)
    state = f"{kit.get_format_display()}, {edition}: {kit.get_state_display()}."
    return KitRow(
        kit=kit,
        film="",
        name=kit_name(kit),
        edition=edition,
        editor=person_name(kit.asked_by),
        step=say_step(kit.step) or kit.get_state_display(),
        problem=problem,
        said=f"{state} {problem}".strip(),
        is_busy=is_busy,
        is_outdated=is_ready and is_outdated(kit, number),
        is_older=is_older and is_ready,
        gaps=tuple(_say_remembered(gap) for gap in kit.gaps),
        download_url=reverse("press_kit_download", args=place) if is_ready else "",
        again_url=_address("press_kit_again", kit, may_build and not is_busy and not is_older),
        remove_url=_address("press_kit_remove", kit, may_build),
    )


def _address(name: str, kit: Kit, is_there: bool) -> str:
    return reverse(name, args=[kit.record_id, kit.pk]) if is_there else ""


def _say_remembered(gap: dict[str, Any]) -> str:
    text = say_gap(gap["code"], gap["values"])
    return f"{spoken(gap['language'])}: {text}" if gap["language"] else text


def group_gaps(gaps: Iterable[Gap]) -> list[GapGroup]:
    """Return the gaps by language, those of every kit first, and in one by kind."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for gap in gaps:
        line = say_gap(gap.code, gap.values), gap.url
        found.setdefault(gap.language, {}).setdefault(gap.code, []).append(line)
    return [
        GapGroup(
            language,
            spoken(language) if language else "",
            sum(len(lines) for lines in kinds.values()),
            tuple(_kind(code, lines) for code, lines in kinds.items()),
        )
        for language, kinds in found.items()
    ]


def _kind(code: str, lines: list[tuple[str, str]]) -> GapKind:
    return GapKind(say_kind(code) if len(lines) > IN_SIGHT else "", tuple(lines))


@dataclass(frozen=True)
class GapSum:
    """Which films lack one kind of thing: title, how often, and the way to the first."""

    name: str
    films: tuple[tuple[str, int, str], ...]


def sum_gaps(found: Mapping[Film, Iterable[Gap]]) -> list[GapSum]:
    """Return what films lack, kind by kind, the gravest first."""
    kinds: dict[str, dict[Film, list[Gap]]] = {code: {} for code in WEIGHTS}
    for film, gaps in found.items():
        for gap in gaps:
            kinds[gap.code].setdefault(film, []).append(gap)
    return [
        GapSum(
            say_kind(code),
            tuple((str(film), len(gaps), gaps[0].url) for film, gaps in films.items()),
        )
        for code, films in kinds.items()
        if films
    ]

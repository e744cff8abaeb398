"""Kits and gaps as the page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from editorial.models import ContentVersion, Record
from editorial.names import person_name, spoken
from press.building.freshness import codes_of, is_outdated
from press.building.problems import say_problem
from press.building.readiness import Gap
from press.building.saying import say_gap
from press.building.serving import kit_name
from press.desk.forms import say_edition
from press.models import Kit


@dataclass(frozen=True)
class KitRow:
    """One kit in the list; addresses are '' where there is nothing to do."""

    kit: Kit
    film: str
    name: str
    edition: str
    editor: str
    problem: str
    is_busy: bool
    is_outdated: bool
    gaps: tuple[str, ...]
    download_url: str
    again_url: str


@dataclass(frozen=True)
class GapGroup:
    """The gaps of one language, or of what has none."""

    language: str
    name: str
    gaps: tuple[tuple[str, str], ...]


def show_kits(records: Iterable[Record], may_build: bool) -> list[KitRow]:
    """Return the kits of these films, the latest first."""
    kits = Kit.objects.filter(record__in=list(records)).select_related("record", "asked_by")
    number = ContentVersion.read()
    return [_row(kit, may_build, number) for kit in kits]


def _row(kit: Kit, may_build: bool, number: int) -> KitRow:
    is_ready = kit.state == Kit.State.READY
    is_busy = kit.state in (Kit.State.WAITING, Kit.State.BUILDING)
    place = [kit.record_id, kit.pk]
    return KitRow(
        kit=kit,
        film=kit.record.key,
        name=kit_name(kit),
        edition=say_edition(codes_of(kit)),
        editor=person_name(kit.asked_by),
        problem=say_problem(kit.problem),
        is_busy=is_busy,
        is_outdated=is_ready and is_outdated(kit, number),
        gaps=tuple(_say_remembered(gap) for gap in kit.gaps),
        download_url=reverse("press_kit_download", args=place) if is_ready else "",
        again_url=reverse("press_kit_again", args=place) if may_build and not is_busy else "",
    )


def _say_remembered(gap: dict) -> str:
    text = say_gap(gap["code"], gap["values"])
    return f"{spoken(gap['language'])}: {text}" if gap["language"] else text


def group_gaps(gaps: Iterable[Gap]) -> list[GapGroup]:
    """Return the gaps as (sentence, address), by language; those of every kit come first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for gap in gaps:
        found.setdefault(gap.language, []).append((say_gap(gap.code, gap.values), gap.url))
    return [GapGroup(code, spoken(code) if code else "", tuple(found[code])) for code in found]

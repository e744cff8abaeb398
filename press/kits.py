"""Press kits that are ready to be taken away."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from editorial.fields import languages
from editorial.models import ContentVersion
from editorial.names import own_name
from press.building.files import is_stored
from press.building.freshness import is_outdated
from press.building.renewing import renew
from press.kit.names import name_of
from press.models import Kit


@dataclass(frozen=True)
class KitOffer:
    """A file with its size in bytes; `languages` in their own words."""

    label: str
    languages: str
    extension: str
    name: str
    url: str
    size: int
    built_at: datetime | None


def offered_kits(record: int, paths: dict[str, str], language: str) -> tuple[KitOffer, ...]:
    """Return what the page offers; `paths` are the live film's addresses by language."""
    kits = ready_kits(record, set(paths), language)
    return tuple(_offer(kit, language, paths[language]) for kit in kits)


def ready_kits(record: int, spoken: set[str], language: str) -> list[Kit]:
    """Return the newest kit of each format and choice of languages, the reader's language first.

    `spoken` are the languages in which the film is live: no kit tells more than its pages. One
    that says what is no longer so, or holds a picture that was taken back, is built anew first.
    """
    newest: dict[tuple[str, str], Kit] = {}
    ready = Kit.objects.filter(record=record, state=Kit.State.READY, is_draft=False)
    for kit in ready.select_related("record").order_by("-pk"):
        if set(kit.languages.split(",")) <= spoken:
            newest.setdefault((kit.languages, kit.format), kit)
    number = ContentVersion.read() if newest else 0
    kits = [kit for kit in newest.values() if is_stored(kit)]
    stale = {kit.pk for kit in kits if is_outdated(kit, number)}
    renew(kit for kit in kits if kit.pk in stale)
    fresh = (kit for kit in kits if kit.pk not in stale)
    return sorted(fresh, key=lambda kit: _place(kit, language))


def _place(kit: Kit, language: str) -> tuple[bool, bool, list[int], int]:
    codes = kit.languages.split(",")
    known = [languages().index(code) for code in codes if code in languages()]
    return language not in codes, len(codes) > 1, known, Kit.Format.values.index(kit.format)


def kit_name(kit: Kit) -> str:
    format = Kit.Format(kit.format)
    return name_of(kit.record.key, kit.languages.split(","), format, kit.is_draft)


def _offer(kit: Kit, language: str, path: str) -> KitOffer:
    name = kit_name(kit)
    codes = kit.languages.split(",")
    return KitOffer(
        label=str(Kit.Format(kit.format).label),
        languages=" / ".join(own_name(code) for code in codes),
        extension=name.rpartition(".")[2].upper(),
        name=name,
        url=reverse("press_kit_file", args=[language, path, name]),
        size=kit.size,
        built_at=kit.built_at,
    )

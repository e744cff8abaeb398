"""Films of the sitemap: index columns and references, no document."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse

from assets.models import Image
from desk.sitemap.entries import Entry, Place
from desk.sitemap.videos import find_videos
from editorial.fields import languages
from editorial.models import Publication, Reference
from editorial.publishing.window import live_neutral

# What a film's page shows large: stills and posters; teasers stand in for missing posters.
SHOWN = ("still", "poster", "teaser")


@dataclass
class Live:
    """What is live at one moment: of each record its languages, and since when its facts stand."""

    now: datetime
    titles: dict[str, list[tuple[int, str, str, datetime]]] = field(default_factory=dict)
    facts: dict[int, datetime] = field(default_factory=dict)
    has_screenings: bool = False

    def latest(self, kind: str, language: str) -> datetime | None:
        """Return when anything of this kind last changed in a language; None if nothing is live."""
        changes = [
            max(changed, self.facts[record])
            for record, code, _path, changed in self.titles.get(kind, [])
            if code == language
        ]
        return max(changes, default=None)


def read_live(now: datetime) -> Live:
    """Read the index columns of everything live. Two queries."""
    live = Live(now)
    facts = live_neutral(now).order_by().values_list("record_id", "publish_at", "screens_until")
    for record, changed, until in facts:
        live.facts[record] = changed
        live.has_screenings |= until is not None and until >= now
    rows = Publication.objects.live(now).filter(language__in=languages()).exclude(path="")
    listed = rows.order_by("path", "pk").values_list(
        "kind", "record_id", "language", "path", "publish_at"
    )
    for kind, record, language, path, changed in listed:
        if record in live.facts:
            live.titles.setdefault(kind, []).append((record, language, path, changed))
    return live


def film_entries(live: Live) -> list[Entry]:
    """Return the films with their pictures and trailers."""
    images = _read_images(live.now)
    videos = find_videos(live.now, images.everything)
    return [
        Entry(
            tuple(
                Place(place.language, place.path, place.changed_at, videos[record, place.language])
                for place in places
            ),
            images.shown(record),
        )
        for record, places in entries_of(live, "film").items()
    ]


def entries_of(live: Live, kind: str) -> dict[int, list[Place]]:
    """Return where each record of a kind is live."""
    found: dict[int, list[Place]] = defaultdict(list)
    for record, language, path, changed in live.titles.get(kind, []):
        url = reverse("address", args=[language, path])
        found[record].append(Place(language, url, max(changed, live.facts[record])))
    return found


@dataclass
class Images:
    """Addresses of the visible pictures that films refer to, by record and use."""

    by_use: dict[tuple[int, str], list[str]]
    everything: dict[str, str]

    def shown(self, record: int) -> tuple[str, ...]:
        """Return the stills and posters of a film's page, each once."""
        posters = self.by_use.get((record, "poster")) or self.by_use.get((record, "teaser"), [])
        return tuple(dict.fromkeys([*self.by_use.get((record, "still"), []), *posters]))


def _read_images(now: datetime) -> Images:
    """Read which picture stands where. A picture past its rights is absent. Two queries."""
    references = Reference.objects.filter(
        publication__in=live_neutral(now).filter(kind="film"), usage__in=(*SHOWN, "trailer")
    )
    visible = Image.objects.visible(now).filter(pk__in=references.order_by().values("target"))
    images = {image.pk: image for image in visible.select_related("record").order_by()}
    urls = {pk: image.picture.fallback.url for pk, image in images.items()}
    by_use: dict[tuple[int, str], list[str]] = defaultdict(list)
    rows: Iterable[tuple[int, str, int]] = references.order_by("position", "pk").values_list(
        "publication__record_id", "usage", "target_id"
    )
    for record, usage, target in rows:
        if target in urls:
            by_use[record, usage].append(urls[target])
    everything = {str(image.record.uuid): urls[pk] for pk, image in images.items()}
    return Images(by_use, everything)

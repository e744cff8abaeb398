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


# First and last record of a part of a very large sitemap.
Range = tuple[int, int]
EVERYTHING = (0, 2**62)


@dataclass
class Live:
    """What is live at one moment: of each record its languages, and since when its facts stand.

    Only records in `within` were read; `newest` has when others last changed.
    """

    now: datetime
    within: Range = EVERYTHING
    newest: dict[tuple[str, str], datetime] = field(default_factory=dict)
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
        return max(changes, default=self.newest.get((kind, language)))


def read_live(now: datetime, kind: str = "", within: Range = EVERYTHING) -> Live:
    """Read index columns of everything live, or of one kind between two records. Two queries."""
    live = Live(now, within)
    asked: dict[str, object] = {"kind": kind} if kind else {}
    asked |= {"record__pk__range": within} if within != EVERYTHING else {}
    facts = (
        live_neutral(now)
        .filter(**asked)
        .order_by()
        .values_list("record_id", "publish_at", "screens_until")
    )
    for record, changed, until in facts:
        live.facts[record] = changed
        live.has_screenings |= until is not None and until >= now
    rows = Publication.objects.live(now).filter(language__in=languages(), **asked).exclude(path="")
    listed = rows.order_by("path", "pk").values_list(
        "kind", "record_id", "language", "path", "publish_at"
    )
    for kind, record, language, path, changed in listed:
        if record in live.facts:
            live.titles.setdefault(kind, []).append((record, language, path, changed))
    return live


def film_entries(live: Live) -> list[Entry]:
    """Return the films with their pictures and trailers."""
    images = _read_images(live.now, live.within)
    videos = find_videos(live.now, images.everything, live.within)
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


def _read_images(now: datetime, within: Range) -> Images:
    """Read which picture stands where. A picture past its rights is absent. Two queries."""
    films = live_neutral(now).filter(kind="film", record__pk__range=within)
    references = Reference.objects.filter(publication__in=films, usage__in=(*SHOWN, "trailer"))
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

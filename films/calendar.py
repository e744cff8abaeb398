"""Screenings of all live films, for home, the calendar and its feeds: publications only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from django.utils import timezone, translation

from editorial.fields import languages
from editorial.kinds import Document
from editorial.memory import remember
from editorial.models import Publication
from editorial.publishing.window import live_titles
from films.sheet.context import Context
from films.sheet.festivals import make_screenings
from films.sheet.lookups import look_up
from films.sheet.objects import ScreeningSheet
from pages.tiles import FilmTile, make_tiles

# So long feeds keep what has passed: calendars that fetch them would drop it at once otherwise.
KEPT = timedelta(days=30)
# What a screening needs of a film's neutral parts.
PARTS = ("screenings", "selections", "versions")


@dataclass(frozen=True, kw_only=True)
class FilmScreening(ScreeningSheet):
    """A screening in a list of several films.

    `facts_at` is since when the film's facts stand as they do, `changed_at` its facts or texts.
    """

    film: FilmTile
    facts_at: datetime
    changed_at: datetime


def upcoming(language: str, now: datetime | None = None) -> tuple[FilmScreening, ...]:
    """Return what begins at `now` or later, cancelled ones too, of films live in `language`."""
    now = now or timezone.now()
    return tuple(entry for entry in _kept(language) if entry.starts_at >= now)


def recent_and_upcoming(language: str, now: datetime | None = None) -> tuple[FilmScreening, ...]:
    """Return what `upcoming` does and what has passed in the last 30 days."""
    since = (now or timezone.now()) - KEPT
    return tuple(entry for entry in _kept(language) if entry.starts_at >= since)


def _kept(language: str) -> tuple[FilmScreening, ...]:
    return remember(("screenings", language), lambda: _read(language, timezone.now()))


def _read(language: str, now: datetime) -> tuple[FilmScreening, ...]:
    """Read all screenings from 30 days before `now` on: as many queries for one film as for all."""
    since = now - KEPT
    live = Publication.objects.live(now).filter(kind="film")
    screened = live.filter(language="", screens_until__gte=since)
    titles = list(live_titles("film", language, now).filter(record__in=screened.values("record")))
    if not titles:
        return ()
    tiles = {tile.record_id: tile for tile in make_tiles(titles, language)}
    records: dict[int, dict[str, Publication]] = defaultdict(dict)
    for publication in live.filter(record__in=list(tiles)).defer("search_text"):
        records[publication.record_id][publication.language] = publication
    documents = {pk: _document(lines) for pk, lines in records.items()}
    lookups = look_up(_joined(documents.values()), now)
    entries = []
    with translation.override(language):
        for pk, document in documents.items():
            others = [c for c in languages() if c != language and c in document["texts"]]
            context = Context(document, language, (language, *others), lookups)
            for sheet in make_screenings(context, since):
                entries.append(_entry(sheet, tiles[pk], records[pk], language))
    return tuple(sorted(entries, key=lambda entry: (entry.starts_at, entry.film.title)))


def _document(lines: dict[str, Publication]) -> Document:
    neutral = {name: lines[""].parts.get(name, []) for name in PARTS}
    return {**neutral, "texts": {code: line.texts for code, line in lines.items() if code}}


def _joined(documents: Iterable[Document]) -> Document:
    """Return the rows of all documents in one, to fetch what they point to at once."""
    joined: Document = {name: [] for name in PARTS}
    for document in documents:
        for name in PARTS:
            joined[name] += document[name]
    # Laurels are pictures, which nobody shows beside a screening.
    joined["selections"] = [{"edition": row["edition"]} for row in joined["selections"]]
    return joined


def _entry(
    sheet: ScreeningSheet, tile: FilmTile, lines: dict[str, Publication], language: str
) -> FilmScreening:
    facts, texts = lines[""].publish_at, lines[language].publish_at
    values = {field.name: getattr(sheet, field.name) for field in fields(ScreeningSheet)}
    return FilmScreening(**values, film=tile, facts_at=facts, changed_at=max(facts, texts))

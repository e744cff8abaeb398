"""Press releases: text pages of that kind. Their moment of publication is the end of the embargo.

Who asks here gets nothing a second before; only a link of the press shows what is scheduled.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.urls import reverse
from django.utils import timezone

from editorial.models import Publication, Record, Reference
from editorial.prose import plain_text
from editorial.publishing.window import first_moment, live_titles
from editorial.texts import Text

LONGEST_SUMMARY = 280
USAGE = "mention"
FILM = Record.Kind.FILM
IS_RELEASE = {"kind": "page", "language": "", "parts__facts__is_press_release": True}


@dataclass(frozen=True)
class AboutFilm:
    """A film that a release is about, as it is live."""

    title: str
    path: str


@dataclass(frozen=True)
class Release:
    """A press release in one language; `identifier` stays, whatever becomes of its address.

    Under an embargo `url` is '', because nothing is there yet.
    """

    identifier: UUID
    title: str
    url: str
    summary: str
    body: Text
    published_at: datetime
    changed_at: datetime
    films: tuple[AboutFilm, ...] = ()


def live_releases(
    language: str, film: int | None = None, now: datetime | None = None
) -> list[Release]:
    """Return the releases that are live in a language, newest first; of one film (its record)."""
    now = now or timezone.now()
    neutral = Publication.objects.live(now).filter(**IS_RELEASE)
    if film is not None:
        neutral = neutral.filter(references__target=film, references__usage=USAGE)
    facts = {row.record_id: row for row in neutral.only("pk", "record_id", "publish_at")}
    # Unlike other lists this one tells the beginning of the text.
    titles = live_titles("page", language, now).filter(record__in=list(facts)).defer(None)
    dated = titles.annotate(first_at=first_moment(language, now)).order_by("-first_at", "-pk")
    listed = list(dated)
    about = films_of({facts[title.record_id].pk: title.record_id for title in listed}, language)
    return [
        _make(
            title,
            title.first_at,
            max(title.publish_at, facts[title.record_id].publish_at),
            about.get(title.record_id, ()),
        )
        for title in listed
    ]


def embargoed_releases(
    language: str, film: int, now: datetime | None = None
) -> list[tuple[datetime, Release]]:
    """Return the releases about a film that will go live, with the moment; for links of the press.

    What is live already and only scheduled anew is none of them.
    """
    now = now or timezone.now()
    coming = Publication.objects.scheduled(now).filter(kind="page", language=language)
    coming = coming.exclude(record__in=live_titles("page", language, now).values("record"))
    found: dict[int, tuple[datetime, Release]] = {}
    for title in coming.select_related("record").order_by("publish_at", "pk"):
        if title.record_id not in found and _is_about(title, film):
            release = _make(title, title.publish_at, title.publish_at, ())
            found[title.record_id] = (title.publish_at, release)
    return list(found.values())


def _is_about(title: Publication, film: int) -> bool:
    """Tell whether this will be a release about the film on the day it goes live."""
    facts = Publication.objects.live(title.publish_at).filter(**IS_RELEASE, record=title.record_id)
    return facts.filter(references__target=film, references__usage=USAGE).exists()


def films_of(publications: dict[int, int], language: str) -> dict[int, tuple[AboutFilm, ...]]:
    """Return the live films that pages are about, by the pages' record. Two queries.

    `publications` are the records of the pages by the primary keys of their live facts.
    """
    rows = Reference.objects.filter(
        publication__in=list(publications), usage=USAGE, target__kind=FILM
    ).order_by("position", "pk")
    pairs = list(rows.values_list("publication_id", "target_id"))
    films = live_titles("film", language).filter(record__in=[target for _p, target in pairs])
    titles = {film.record_id: AboutFilm(film.title, film.path) for film in films}
    found: dict[int, list[AboutFilm]] = defaultdict(list)
    for publication, target in pairs:
        if target in titles:
            found[publications[publication]].append(titles[target])
    return {record: tuple(about) for record, about in found.items()}


def _make(
    title: Any, published_at: datetime, changed_at: datetime, films: Iterable[AboutFilm]
) -> Release:
    texts = title.texts.get("facts", {})
    body = texts.get("body", "")
    is_out = title.publish_at <= timezone.now()
    url = reverse("address", args=[title.language, title.path]) if is_out else ""
    return Release(
        identifier=uuid5(title.record.uuid, title.language),
        title=title.title,
        url=url,
        summary=texts.get("seo_description") or plain_text(body, LONGEST_SUMMARY),
        body=Text(body, title.language),
        published_at=published_at,
        changed_at=changed_at,
        films=tuple(films),
    )


def films_named(uuids: list[str], language: str) -> tuple[AboutFilm, ...]:
    """Return the films of these records that are live in a language, in the order of the uuids."""
    if not uuids:
        return ()
    live = live_titles("film", language).filter(record__uuid__in=uuids)
    found = {str(film.record.uuid): AboutFilm(film.title, film.path) for film in live}
    return tuple(found[uuid] for uuid in uuids if uuid in found)

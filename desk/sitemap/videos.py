"""Trailers of the sitemap. Only films that have one are looked into."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from assets.models import MediaFile
from assets.video.prepared import video_of
from desk.sitemap.entries import Video
from editorial.models import Publication
from editorial.publishing.window import live_neutral

Videos = dict[tuple[int, str], tuple[Video, ...]]
# What describes a film, the best first, as on its page.
TEXTS = ("seo_description", "synopsis_short", "logline", "synopsis_medium", "synopsis_long")


def find_videos(now: datetime, images: Mapping[str, str], within: tuple[int, int]) -> Videos:
    """Return the trailers by record and language; `images` are addresses by picture. 3 queries.

    Left out is what search engines refuse: a video that does not play yet, or has no picture.
    """
    films = live_neutral(now).filter(kind="film", record__pk__range=within)
    neutral = films.exclude(files="")
    trailers = dict(neutral.values_list("record_id", "parts__trailers"))
    wanted = {row["video"] for rows in trailers.values() for row in rows or () if row.get("video")}
    files = {str(file.uuid): file for file in MediaFile.objects.filter(uuid__in=wanted)}
    texts = Publication.objects.live(now).filter(record__in=neutral.values("record"))
    found: Videos = defaultdict(tuple)
    listed = texts.exclude(language="").values_list(
        "record_id", "language", "title", "parts__texts"
    )
    for record, language, title, parts in listed:
        with translation.override(language):
            made = [
                _make(row, files.get(row.get("video", "")), images, title, parts)
                for row in trailers[record] or ()
            ]
        found[record, language] = tuple(video for video in made if video)
    return found


def _make(
    row: dict[str, Any],
    file: MediaFile | None,
    images: Mapping[str, str],
    title: str,
    texts: dict[str, Any],
) -> Video | None:
    if file is None:
        return None
    video = video_of(file)
    thumbnail = images.get(row.get("poster", "")) or video.frame_url
    if not (video.url and thumbnail):
        return None
    own = texts.get("trailers", {}).get(row["uuid"], {}).get("title", "") or _("Trailer")
    facts = texts.get("facts", {})
    description = next((facts[name] for name in TEXTS if facts.get(name)), title)
    return Video(
        title=f"{title}: {own}",
        description=description,
        thumbnail=thumbnail,
        content=video.url,
        seconds=file.seconds,
        added_at=file.created_at,
    )

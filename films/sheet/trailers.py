"""Trailers of a sheet: what plays here, what is still being prepared, what lies elsewhere."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from assets.models import MediaFile
from assets.naming import subtitle_name_of
from assets.video.prepared import MP4, video_of
from assets.video.states import State
from films.choices import LinkKind, TrackKind, Usage
from films.sheet.context import Context
from films.sheet.media import make_picture
from films.sheet.objects import ElsewhereSheet, PictureSheet, TrackSheet, TrailerSheet
from films.sheet.words import language_name

# By the end of the host's name: what people call the site, and whom a browser then contacts.
SITES = {
    "youtube.com": ("YouTube", "Google"),
    "youtube-nocookie.com": ("YouTube", "Google"),
    "youtu.be": ("YouTube", "Google"),
    "vimeo.com": ("Vimeo", "Vimeo"),
    "dailymotion.com": ("Dailymotion", "Dailymotion"),
    "dai.ly": ("Dailymotion", "Dailymotion"),
}
# Shapes of frames that the stylesheet knows, by the least ratio of width to height.
SHAPES = ((2.2, "scope"), (1.9, "univisium"), (1.5, ""), (1.15, "classic"), (0.85, "square"))


def make_trailers(context: Context) -> tuple[TrailerSheet, ...]:
    """Return the trailers in their order; without any, the links to trailers on known sites."""
    rows = context.document.get("trailers", [])
    made = [
        replace(sheet, uuid=row["uuid"]) for row in rows if (sheet := _make_trailer(context, row))
    ]
    return tuple(made or _from_links(context))


def _make_trailer(context: Context, row: dict[str, Any]) -> TrailerSheet | None:
    """Return a trailer; None if there is nothing to show of it."""
    file = context.lookups.files.get(row.get("video", ""))
    image = context.lookups.images.get(row.get("poster", ""))
    poster = make_picture(context, image, Usage.STILL) if image else None
    title = context.text("trailers", row["uuid"], "title").value or _("Trailer")
    language = row.get("language", "")
    if file is not None and (file.state != State.FAILED or not row.get("external_url")):
        tracks = _make_tracks(context, row["uuid"], language)
        return _play(file, title, language, poster, tracks)
    url = row.get("external_url", "")
    is_web = urlsplit(url).scheme in ("http", "https")
    return _lead(url, title, language, poster) if is_web else None


def _play(
    file: MediaFile,
    title: str,
    language: str,
    poster: PictureSheet | None,
    tracks: tuple[TrackSheet, ...],
) -> TrailerSheet | None:
    video = video_of(file)
    if video.state == State.FAILED and poster is None:
        return None
    width, height = video.shown_size
    return TrailerSheet(
        title=title,
        url=video.url,
        mime=MP4,
        poster=poster,
        tracks=tracks,
        language=language,
        uploaded_at=file.created_at,
        state=video.state,
        sources=video.sources,
        frame=video.frame_url,
        width=width,
        height=height,
        shape=_shape(width, height),
        seconds=file.seconds,
        loop=video.loop,
    )


def _lead(
    url: str, title: str, language: str = "", poster: PictureSheet | None = None
) -> TrailerSheet:
    """Return a trailer on another site; nothing is asked of it before a click."""
    host = urlsplit(url).hostname or ""
    name, company = _site(host) or (host.removeprefix("www."), host)
    return TrailerSheet(
        title=title,
        url="",
        mime="",
        poster=poster,
        tracks=(),
        language=language,
        state="elsewhere",
        elsewhere=ElsewhereSheet(url, host, name, company),
    )


def _site(host: str) -> tuple[str, str] | None:
    return next(
        (site for end, site in SITES.items() if host == end or host.endswith(f".{end}")), None
    )


def _from_links(context: Context) -> list[TrailerSheet]:
    links = [row for row in context.document.get("links", []) if row["kind"] == LinkKind.TRAILER]
    known = [row for row in links if _site(urlsplit(row["url"]).hostname or "")]
    return [
        _lead(row["url"], context.text("links", row["uuid"], "label").value or _("Trailer"))
        for row in known
    ]


def _shape(width: int, height: int) -> str:
    return next((name for ratio, name in SHAPES if width / height >= ratio), "upright")


def _make_tracks(context: Context, trailer: str, spoken: str) -> tuple[TrackSheet, ...]:
    """Return the text tracks, the reader's language first.

    One is switched on from the start: subtitles in the reader's language, if another is spoken.
    """
    rows = [
        (row, context.lookups.files[row["file"]])
        for row in context.document.get("text_tracks", [])
        if row["trailer"] == trailer and row["file"] in context.lookups.files
    ]
    own = context.language
    rows.sort(key=lambda pair: (pair[0]["language"] != own, pair[0]["kind"] == TrackKind.CAPTIONS))
    return tuple(
        TrackSheet(
            url=default_storage.url(subtitle_name_of(file.sha256, file.extension)),
            kind=row["kind"],
            language=row["language"],
            label=_label(row),
            is_default=not place and row["language"] == own != spoken,
        )
        for place, (row, file) in enumerate(rows)
    )


def _label(row: dict[str, Any]) -> str:
    name = language_name(row["language"], row["language"])
    return f"{name} (CC)" if row["kind"] == TrackKind.CAPTIONS else name

"""Parts of the public record as JSON: names, pictures, screenings, laurels, words of the press."""

from typing import Any

from django.urls import reverse

from films.laurels.wording import Laurel, make_laurels
from films.sheet.objects import (
    FilmSheet,
    NameSheet,
    PictureSheet,
    QuoteSheet,
    ScreeningSheet,
    TrailerSheet,
)
from pages.absolute import absolute

Data = dict[str, Any]


def name_data(name: NameSheet, language: str) -> Data:
    """Return one name in the credits; `url` is '' for groups, which have no page."""
    return {
        "name": name.name,
        "kind": name.kind,
        "character": name.character.value,
        "credited_as": name.credited_as,
        "url": page_url(name.kind, language, name.slug),
    }


def page_url(kind: str, language: str, slug: str) -> str:
    """Return the address of a person, company or festival, '' for anything without a page."""
    if not slug or kind not in ("person", "company", "festival"):
        return ""
    return absolute(reverse(kind, args=[language, slug]))


def image_data(picture: PictureSheet) -> Data:
    return {
        "usage": picture.usage,
        "language": picture.language,
        "url": absolute(picture.picture.fallback.url),
        "width": picture.picture.width,
        "height": picture.picture.height,
        "alt": picture.alt,
        "alt_is_default": picture.alt_is_default,
        "caption": picture.caption.value,
        "credit": picture.credit,
        "photographer": picture.photographer,
        "copyright": picture.copyright,
        "people": [name.name for name in picture.people],
    }


def screening_data(screening: ScreeningSheet, language: str) -> Data:
    """Return a screening to come; its time has the offset of the venue's clock.

    There are no tickets for one that is cancelled.
    """
    return {
        "id": screening.uuid,
        "starts_at": screening.starts_at.isoformat(timespec="minutes"),
        "zone": screening.zone,
        "status": "cancelled" if screening.is_cancelled else "planned",
        "venue": screening.venue,
        "street": screening.street,
        "city": screening.city,
        "country": screening.country_code,
        "festival": screening.festival,
        "festival_url": page_url("festival", language, screening.festival_slug),
        "version": screening.version.line,
        "subtitle_languages": list(screening.subtitle_languages),
        "guests": screening.guests.value,
        "note": screening.note.value,
        "tickets_url": "" if screening.is_cancelled else screening.tickets_url,
    }


def quote_data(quote: QuoteSheet) -> Data:
    """Return the words with where they stand; a translation is never given as the original."""
    return {
        "text": quote.text,
        "language": quote.language,
        "abridged": quote.abridged,
        "translation": quote.translation.value,
        "translation_language": quote.translation.language if quote.translation else "",
        "author": quote.author,
        "outlet": quote.outlet,
        "title": quote.title,
        "kind": quote.kind,
        "url": quote.url,
        "date": quote.published_on.isoformat() if quote.published_on else None,
        "date_precision": quote.precision,
        "is_featured": quote.is_featured,
    }


def trailer_data(trailer: TrailerSheet) -> Data:
    """Return a trailer that this site plays; its length in seconds, its size in pixels."""
    poster = trailer.poster.picture.fallback.url if trailer.poster else trailer.frame
    return {
        "title": trailer.title,
        "url": absolute(trailer.url),
        "mime": trailer.mime,
        "language": trailer.language,
        "seconds": trailer.seconds,
        "width": trailer.width,
        "height": trailer.height,
        "poster": absolute(poster),
        "text_tracks": [
            {"kind": track.kind, "language": track.language, "url": absolute(track.url)}
            for track in trailer.tracks
        ],
    }


def laurels_data(film: FilmSheet) -> list[Data]:
    """Return prizes and selections as drawings; the festival's own artwork where there is one."""
    return [_laurel(film, laurel) for laurel in make_laurels(film)]


def _laurel(film: FilmSheet, laurel: Laurel) -> Data:
    drawn = reverse("laurel", args=[film.language, film.path, laurel.uuid, "svg"])
    artwork = laurel.artwork.picture.fallback.url if laurel.artwork else ""
    return {
        "id": laurel.uuid,
        "text": laurel.spoken,
        "year": laurel.year,
        "url": absolute(artwork or drawn),
        "is_official": bool(artwork),
    }

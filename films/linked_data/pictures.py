"""Pictures and trailers of a film."""

from films.linked_data.durations import iso_duration
from films.sheet.objects import FilmSheet, PictureSheet, TrailerSheet
from pages.absolute import absolute
from pages.linked_data import Node, image_data

# The whole gallery is in the sitemap; here stand those that may stand for the film.
MOST_PICTURES = 8


def pictures_of(film: FilmSheet) -> list[Node]:
    """Return the first stills and posters, the film's main picture first."""
    first = film.hero or film.poster
    shown = ([first] if first else []) + [*film.posters[:2], *film.stills]
    unique = {picture.key: picture for picture in shown}
    return [picture_data(picture) for picture in list(unique.values())[:MOST_PICTURES]]


def picture_data(picture: PictureSheet) -> Node:
    return image_data(
        picture.picture,
        caption=picture.caption.value,
        credit=picture.credit,
        photographer=picture.photographer,
        owner=picture.copyright,
    )


def trailer_data(film: FilmSheet) -> list[Node]:
    """Return the trailers that this site plays itself."""
    return [_video(film, trailer) for trailer in film.trailers if trailer.url]


def _video(film: FilmSheet, trailer: TrailerSheet) -> Node:
    """Return the VideoObject; nothing without a picture or a day, which search engines demand."""
    poster = trailer.poster or film.hero or film.poster
    picture = poster.picture.fallback.url if poster else ""
    thumbnail = picture if trailer.poster else trailer.frame or picture
    if not thumbnail or trailer.uploaded_at is None:
        return {}
    title = f"{film.title.value}: {trailer.title}"
    return {
        "@type": "VideoObject",
        "name": title,
        "description": film.description or title,
        "thumbnailUrl": absolute(thumbnail),
        "uploadDate": trailer.uploaded_at.isoformat(timespec="seconds"),
        "contentUrl": absolute(trailer.url),
        "encodingFormat": trailer.mime,
        "duration": iso_duration(trailer.seconds),
        "width": trailer.width,
        "height": trailer.height,
        "inLanguage": trailer.language,
    }

"""What a sitemap tells of a page, before it is XML."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Video:
    """A video on a page; `seconds` is its length, if it is known."""

    title: str
    description: str
    thumbnail: str
    content: str
    seconds: float | None = None
    added_at: datetime | None = None


@dataclass(frozen=True)
class Place:
    """The page in one language: its path, and when what it shows last changed."""

    language: str
    path: str
    changed_at: datetime | None = None
    videos: tuple[Video, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One page in all its languages; pictures are the same in each."""

    places: tuple[Place, ...]
    images: tuple[str, ...] = ()

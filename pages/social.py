"""How a page stands in messengers and networks: Open Graph (ogp.me), read by all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale
from babel.core import get_global

from assets.renditions import Picture
from editorial.names import date_locale
from pages.tiles import FilmTile


@dataclass(frozen=True)
class CardPicture:
    """A JPEG, because not every network reads AVIF or WebP; width and height in pixels."""

    url: str
    width: int
    height: int
    alt: str

    @property
    def is_wide(self) -> bool:
        """Tell whether it fills a wide card; an upright one would be cut."""
        return self.width > self.height


@dataclass(frozen=True)
class Card:
    """What is told of a page. `facts` are further (property, content) of its type.

    Without a title the company's name and claim stand in.
    """

    title: str = ""
    description: str = ""
    kind: str = "website"
    picture: CardPicture | None = None
    facts: tuple[tuple[str, str], ...] = ()


def card_picture(picture: Picture | None, alt: str) -> CardPicture | None:
    """Return the crop for cards (1200 × 630), the whole picture until that is made."""
    if picture is None:
        return None
    served = getattr(picture, "card", None) or picture.fallback
    return CardPicture(served.url, served.width, served.height, alt)


def social_locale(language: str) -> str:
    """Return language and territory as Open Graph wants them: en_GB, de_DE."""
    locale = date_locale(language)
    if locale.territory:
        return f"{locale.language}_{locale.territory}"
    likely = get_global("likely_subtags").get(language, language)
    territory = Locale.parse(likely).territory
    return f"{locale.language}_{territory}" if territory else locale.language


def tile_card(tiles: Iterable[FilmTile]) -> CardPicture | None:
    """Return the first picture of a list of films that fills a wide card."""
    pictures = (card_picture(tile.picture, tile.alt) for tile in tiles if not tile.is_poster)
    return next((picture for picture in pictures if picture), None)

"""The address of a style sheet says everything that it is made of.

So any process can answer it, also after a restart, and nothing has to be kept: pages that were
just rendered find their style. The digest in front names the content.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from assets.naming import content_of
from assets.renditions import Picture
from assets.specs import NAME_DIGITS
from microsites.choices import BackgroundMode
from microsites.theming.fonts import FONTS
from microsites.theming.look import Look

PREFIX = "/media/styles/"
WORD = r"[a-z0-9_-]{1,30}"
COLOUR = r"[0-9a-f]{6}"
PATTERN = re.compile(
    rf"(?P<fonts>{WORD}\+{WORD})/(?P<kinds>(?:{WORD}\+){{0,60}}{WORD})/"
    rf"(?P<picture>plain|[0-9a-f]{{{NAME_DIGITS}}}-\d{{1,5}}-\d{{1,5}}-[01]-\d{{1,3}}-\d{{1,3}})"
    rf"-(?P<mode>[a-z]{{1,5}})-(?P<opacity>\d{{1,3}})-(?P<colours>{COLOUR}(?:-{COLOUR}){{5}})\.css"
)


@dataclass(frozen=True)
class Wanted:
    """What a style sheet is made of: fonts by key, kinds of blocks, the picture behind."""

    look: Look
    heading_font: str
    body_font: str
    kinds: tuple[str, ...]
    picture: Picture | None
    mode: str


class Numbers(NamedTuple):
    """What is needed of a picture to lay it behind a page; pixels, and percent."""

    width: int
    height: int
    is_complete: int
    focal_x: int
    focal_y: int


def write_path(wanted: Wanted) -> str:
    """Return the address below the digest. It begins with the picture's content: so a preview
    link gives it the pass of that picture (`pages.preview`)."""
    look = wanted.look
    colours = (look.background, look.surface, look.text, look.heading, look.link, look.accent)
    parts = (
        _picture_words(wanted.picture),
        wanted.mode,
        str(look.opacity),
        *(colour[1:] for colour in colours),
    )
    kinds = "+".join(wanted.kinds) or "none"
    return f"{wanted.heading_font}+{wanted.body_font}/{kinds}/{'-'.join(parts)}.css"


def read_path(path: str) -> Wanted | None:
    """Return what an address asks for; None if no page of ours has such an address."""
    found = PATTERN.fullmatch(path)
    if not found:
        return None
    heading, body = found["fonts"].split("+")
    opacity = int(found["opacity"])
    known = heading in FONTS and body in FONTS and found["mode"] in BackgroundMode.values
    picture = _read_picture(found["picture"])
    if not known or opacity > 100:
        return None
    background, surface, text, head, link, accent = (
        f"#{colour}" for colour in found["colours"].split("-")
    )
    look = Look(background, picture is not None, surface, opacity, text, head, link, accent)
    kinds = () if found["kinds"] == "none" else tuple(found["kinds"].split("+"))
    if list(kinds) != sorted(set(kinds)):  # one kind sixty times is a long answer to a short line
        return None
    return Wanted(look, heading, body, kinds, picture, found["mode"])


def _picture_words(picture: Picture | None) -> str:
    if picture is None:
        return "plain"
    numbers = Numbers(
        picture.width, picture.height, picture.is_complete, picture.focal_x, picture.focal_y
    )
    return "-".join((content_of(picture.fallback.url), *(str(int(number)) for number in numbers)))


def _read_picture(words: str) -> Picture | None:
    if words == "plain":
        return None
    content, *rest = words.split("-")
    numbers = Numbers(*(int(number) for number in rest))
    if not numbers.width or not numbers.height:
        return None
    return Picture(
        content, numbers.width, numbers.height, bool(numbers.is_complete),
        min(numbers.focal_x, 100), min(numbers.focal_y, 100),
    )  # fmt: skip

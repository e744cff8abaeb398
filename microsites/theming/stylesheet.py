"""The style sheet of a microsite's page: tokens, letters, `base.css`, the kinds of blocks used."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from assets.renditions import Picture
from microsites.theming.addresses import PREFIX, Wanted, write_path
from microsites.theming.behind import Pass, picture_rules
from microsites.theming.checking import fit_opacity
from microsites.theming.colours import distance, luminance
from microsites.theming.fonts import FONTS, SCRIPTS, Face, Font
from microsites.theming.look import RATIOS, Look
from microsites.theming.sheet import ThemeSheet
from microsites.theming.tokens import colour_tokens, font_tokens

BASE = "css/microsites/base.css"
BANDS = "css/microsites/bands.css"
DAYLIGHT = "css/microsites/daylight.css"
KIND = "css/microsites/blocks/{}.css"
DIGITS = 12
# In Oklab; areas that differ less look the same.
VISIBLE = 0.08
STRING = r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
COMMENT = re.compile(rf"{STRING}|/\*.*?\*/", re.DOTALL)
SPACE = re.compile(rf"{STRING}|\s*([{{}};,])\s*|\s+")
ADDRESS = re.compile(r"""url\(\s*["']?(?![a-z]+:|/|#)([^"')]+)["']?\s*\)""")


class Behind(Protocol):
    """A page's own background: what lies there instead of the theme's."""

    @property
    def colour(self) -> str: ...
    @property
    def picture(self) -> Picture | None: ...
    @property
    def mode(self) -> str: ...


def stylesheet_url(theme: ThemeSheet, kinds: Iterable[str], background: Behind | None) -> str:
    """Return the address of the style sheet of a page that shows these kinds of blocks.

    Over a background of its own the surface is made as dense as its texts need it.
    """
    wanted = want(theme, kinds, background)
    return f"{PREFIX}{name_sheet(wanted)}/{write_path(wanted)}"


def _files(wanted: Wanted) -> Iterator[str]:
    yield BASE
    frame = colour_tokens(wanted.look)["--frame-solid"]
    if distance(frame, wanted.look.surface) > VISIBLE:
        yield BANDS
    yield from (KIND.format(kind) for kind in wanted.kinds)
    if luminance(wanted.look.surface) > luminance(wanted.look.text):
        yield DAYLIGHT


def name_sheet(wanted: Wanted) -> str:
    """Return the digest of the style sheet's content."""
    return _name(wanted) if settings.DEBUG else _name_once(wanted)


def want(theme: ThemeSheet, kinds: Iterable[str], background: Behind | None) -> Wanted:
    picture = background.picture if background else theme.background_picture
    look = Look(
        background=background.colour if background else theme.background_colour,
        has_picture=picture is not None,
        surface=theme.surface,
        opacity=theme.opacity,
        **{name: getattr(theme, name) for name in RATIOS},
    )
    return Wanted(
        look=_dense(look),
        heading_font=theme.heading_font.key,
        body_font=theme.body_font.key,
        kinds=tuple(sorted(set(kinds))),
        picture=picture,
        mode=background.mode if background else theme.background_mode,
    )


def write_sheet(wanted: Wanted, give_pass: Pass = str) -> str:
    """Return the style sheet. Files that are not there are left out."""
    return "".join(
        (
            "@layer tokens{:root{",
            ";".join(f"{name}:{value}" for name, value in _tokens(wanted).items()),
            "}}",
            *_letters({wanted.heading_font: None, wanted.body_font: None}),
            *(read_sheet(name) for name in _files(wanted)),
            "@layer layout{",
            *(picture_rules(wanted.picture, wanted.mode, give_pass) if wanted.picture else ()),
            "}",
        )
    )


def _name(wanted: Wanted) -> str:
    return sha256(write_sheet(wanted).encode()).hexdigest()[:DIGITS]


# Files do not change while a process runs, but with DEBUG.
_name_once = lru_cache(maxsize=512)(_name)


def read_sheet(name: str) -> str:
    """Return a static style sheet without comments and spaces, '' if it is not there."""
    path = finders.find(name)
    if not path:
        return ""
    return _read_once(name, path) if not settings.DEBUG else _read(name, path)


@lru_cache(maxsize=64)
def _read_once(name: str, path: str) -> str:
    return _read(name, path)


def _read(name: str, path: str) -> str:
    bare = COMMENT.sub(lambda found: found[1] or "", Path(path).read_text(encoding="utf-8"))
    short = SPACE.sub(lambda found: found[1] or found[2] or " ", bare).replace(";}", "}").strip()
    folder = posixpath.dirname(name)
    return ADDRESS.sub(lambda found: f'url("{_place(folder, found[1])}")', short)


def _place(folder: str, address: str) -> str:
    """Return the public address of a file that a style sheet in `folder` names."""
    return static(posixpath.normpath(posixpath.join(folder, address)))


@lru_cache(maxsize=256)
def _dense(look: Look) -> Look:
    return look.with_opacity(fit_opacity(look))


def _tokens(wanted: Wanted) -> dict[str, str]:
    fonts = font_tokens(FONTS[wanted.heading_font], FONTS[wanted.body_font])
    return {**_colours(wanted.look), **fonts}


@lru_cache(maxsize=256)
def _colours(look: Look) -> dict[str, str]:
    return colour_tokens(look)


def _letters(keys: Iterable[str]) -> Iterator[str]:
    """Yield the rules of fonts; those of the house stand in the site's own style sheet."""
    for key in keys:
        font = FONTS[key]
        if not font.is_house:
            for face in font.faces:
                yield from _face(font, face)


def _face(font: Font, face: Face) -> Iterator[str]:
    for script, letters in SCRIPTS.items():
        file = static(f"fonts/{face.file}-{script}.woff2")
        yield (
            f'@font-face{{font-family:"{font.family}";font-style:{face.style};'
            f"font-weight:{face.weights};font-display:swap;"
            f'src:url("{file}") format("woff2");unicode-range:{letters}}}'
        )

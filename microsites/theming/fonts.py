"""The fonts that a theme may choose: all open (SIL OFL), with Latin and Cyrillic letters.

A new one is a row here and its files in `static/fonts` (static/fonts/README.md tells how they
are made).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# What browsers load a file for (as @fontsource cuts them); English and German need only `latin`.
LATIN = (
    "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, "
    "U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD"
)
LATIN_EXT = (
    "U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, "
    "U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0"
)
CYRILLIC = "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"
SCRIPTS = {"latin": LATIN, "latin-ext": LATIN_EXT, "cyrillic": CYRILLIC}

SERIF, SANS, MONO = "Georgia, serif", "system-ui, sans-serif", "ui-monospace, monospace"


@dataclass(frozen=True)
class Face:
    """One style: `file` is the beginning of its files' names, `weights` what they span."""

    file: str
    weights: str
    style: str = "normal"


@dataclass(frozen=True)
class Font:
    """One row. `scale` makes fonts of one size look alike; `display` is for large headings.

    `tracking` in em, `leading` as a factor, both of headings. A font that `is_for_reading` may
    also set leads and quotes when it is that of the headings.
    """

    key: str
    family: str
    kind: str | Promise
    faces: tuple[Face, ...]
    fallback: str
    weight: int = 600
    display: float = 1.0
    scale: float = 1.0
    tracking: str = "-0.012em"
    leading: float = 1.12
    is_capitals: bool = False
    is_for_reading: bool = False

    @property
    def stack(self) -> str:
        return f'"{self.family}", {self.fallback}'

    @property
    def has_italic(self) -> bool:
        return any(face.style == "italic" for face in self.faces)

    @property
    def is_house(self) -> bool:
        """Tell whether the site's own style sheet has its faces."""
        return self.key.startswith("house-")

    @property
    def first_file(self) -> str:
        """The file that every page in this font needs."""
        return f"fonts/{self.faces[0].file}-latin.woff2"


_ALL = (
    Font(
        "house-serif", "Lichtspiel Serif", _("book serif"),
        (Face("serif", "300 600"), Face("serif-italic", "300 600", "italic")),
        SERIF, weight=400, is_for_reading=True,
    ),
    Font(
        "house-sans", "Lichtspiel Sans", _("humanist sans serif"), (Face("sans", "400 600"),),
        SANS, scale=1.03,
    ),
    Font(
        "golos", "Golos Text", _("grotesque"), (Face("golos", "400 900"),),
        SANS, weight=700, tracking="-0.022em", leading=1.08, scale=0.97,
    ),
    Font(
        "garamond", "EB Garamond", _("old-style serif"),
        (Face("garamond", "400 700"), Face("garamond-italic", "400 700", "italic")),
        SERIF, weight=500, display=1.14, scale=1.14, is_for_reading=True,
    ),
    Font(
        "playfair", "Playfair Display", _("elegant display serif"),
        (Face("playfair", "400 900"), Face("playfair-italic", "400 900", "italic")),
        SERIF, weight=500, tracking="-0.015em", leading=1.08, scale=0.98, is_for_reading=True,
    ),
    Font(
        "bitter", "Bitter", _("slab serif"),
        (Face("bitter", "400 800"), Face("bitter-italic", "400 800", "italic")),
        SERIF, weight=700, tracking="-0.015em", scale=0.96, is_for_reading=True,
    ),
    Font(
        "plex-mono", "IBM Plex Mono", _("typewriter"),
        (Face("plex-mono", "400"), Face("plex-mono-bold", "600"),
         Face("plex-mono-italic", "400", "italic")),
        MONO, display=0.86, scale=0.92, tracking="-0.03em", leading=1.18, is_for_reading=True,
    ),
    Font(
        "sofia", "Sofia Sans Extra Condensed", _("condensed, for posters"),
        (Face("sofia", "400 900"),),
        '"Arial Narrow", system-ui, sans-serif', weight=800, display=1.5, scale=1.2,
        tracking="0.004em", leading=0.94, is_capitals=True,
    ),
    Font(
        "nunito", "Nunito", _("round"),
        (Face("nunito", "200 1000"), Face("nunito-italic", "200 1000", "italic")),
        SANS, weight=900, tracking="-0.02em", leading=1.06, is_for_reading=True,
    ),
    Font(
        "shantell", "Shantell Sans", _("hand-lettered"), (Face("shantell", "400 800"),),
        SANS, weight=800, tracking="-0.015em", leading=1.08, scale=0.97, is_for_reading=True,
    ),
    Font(
        "unbounded", "Unbounded", _("wide display"), (Face("unbounded", "300 800"),),
        SANS, weight=500, display=0.74, scale=0.86, tracking="-0.03em", leading=1.14,
    ),
    Font(
        "jura", "Jura", pgettext_lazy("font", "technical"), (Face("jura", "400 700"),),
        SANS, weight=500, display=0.98, tracking="0.01em", leading=1.1,
    ),
)  # fmt: skip
FONTS = {font.key: font for font in _ALL}


def font_choices() -> list[tuple[str, str]]:
    """Return (key, label) for forms: the name and what kind of letters they are."""
    return [(font.key, f"{font.family} – {font.kind}") for font in _ALL]

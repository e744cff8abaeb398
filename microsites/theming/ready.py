"""Ready themes: rows to start from. `house` is also what an empty field means."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from microsites.choices import BackgroundMode, Layout, Navigation, Width
from microsites.theming.fonts import FONTS

HEX = re.compile(r"#[0-9a-f]{6}\Z")
CLOSED = {
    "background_mode": BackgroundMode.values,
    "navigation": Navigation.values,
    "layout": Layout.values,
    "width": Width.values,
    "heading_font": tuple(FONTS),
    "body_font": tuple(FONTS),
}


@dataclass(frozen=True)
class ReadyTheme:
    """`values` are fields of a theme row, all but the picture."""

    key: str
    label: str | Promise
    help: str | Promise
    values: Mapping[str, Any]


def _ready(
    key: str, label: str | Promise, help: str | Promise,
    colours: tuple[str, str, int, str, str, str, str],
    fonts: tuple[str, str], form: tuple[str, str, str],
) -> ReadyTheme:  # fmt: skip
    """`colours`: background, surface, its opacity, text, headings, links, accent."""
    names = ("background_colour", "surface_colour", "surface_opacity", "text_colour",
             "heading_colour", "link_colour", "accent_colour")  # fmt: skip
    values = dict(zip(names, colours, strict=True))
    values |= dict(zip(("heading_font", "body_font"), fonts, strict=True))
    values |= dict(zip(("layout", "navigation", "width"), form, strict=True))
    return ReadyTheme(key, label, help, {**values, "background_mode": BackgroundMode.COVER.value})


_ALL = (
    _ready(
        "house", pgettext_lazy("theme", "House"),
        _("Dark and quiet, in the letters of the company’s site."),
        ("#0a0e14", "#0a0e14", 100, "#e9e7e1", "#f4f1e9", "#f0cf92", "#edcb8a"),
        ("house-serif", "house-sans"), ("sections", "bar", "medium"),
    ),
    _ready(
        "orbit", pgettext_lazy("theme", "Orbit"),
        _("Night sky, fine technical letters, key art beside the text."),
        ("#05070f", "#0b1020", 78, "#dfe5f5", "#ffffff", "#8fc7ff", "#ff9d5c"),
        ("jura", "golos"), ("split", "side", "wide"),
    ),
    _ready(
        "confetti", pgettext_lazy("theme", "Confetti"),
        _("Bright and playful, round letters, sections in full width."),
        ("#ffd84d", "#fffaf0", 100, "#2b1b4d", "#d8236b", "#5b21b6", "#0b8a7a"),
        ("nunito", "nunito"), ("sections", "bar", "wide"),
    ),
    _ready(
        "marquee", pgettext_lazy("theme", "Marquee"),
        _("Poster in red and black, tall condensed capitals."),
        ("#c1121f", "#0d0b0b", 100, "#f3ece4", "#ffffff", "#ffb59e", "#ff4b3e"),
        ("sofia", "house-sans"), ("sections", "foot", "wide"),
    ),
    _ready(
        "salon", pgettext_lazy("theme", "Salon"),
        _("Ivory paper, elegant serif, a book rather than a screen."),
        ("#efe6d8", "#fbf7f0", 100, "#33291f", "#5a1a2b", "#7c1f3a", "#8a6a2f"),
        ("playfair", "garamond"), ("column", "bar", "narrow"),
    ),
    _ready(
        "dossier", pgettext_lazy("theme", "Dossier"),
        _("Typescript on a grey desk, for documentaries and files."),
        ("#b9b8b1", "#f6f5ef", 100, "#1c1c1a", "#1c1c1a", "#8b1e0f", "#b3200e"),
        ("plex-mono", "plex-mono"), ("column", "side", "medium"),
    ),
    _ready(
        "fjord", pgettext_lazy("theme", "Fjord"),
        _("Cool daylight, sturdy slab serif, much air."),
        ("#dfe9e6", "#f7faf9", 92, "#12302f", "#0c3b3a", "#0b5c6b", "#d1495b"),
        ("bitter", "house-sans"), ("split", "foot", "medium"),
    ),
)  # fmt: skip
READY = {theme.key: theme for theme in _ALL}
HOUSE = READY["house"].values
# What a row means that does not say it: as its columns do.
FORM = {
    "background_mode": BackgroundMode.COVER.value,
    "surface_opacity": 100,
    "navigation": Navigation.BAR.value,
    "layout": Layout.COLUMN.value,
    "width": Width.MEDIUM.value,
}


def resolve(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a whole row; without any values it is `house`.

    Colours and fonts that are empty, or nothing that a theme can hold, are those of `house`.
    """
    known = {name: value for name, value in values.items() if _is_value(name, value)}
    form = FORM if values else {}
    return {**HOUSE, **form, "background_image": None, **known}


def _is_value(name: str, value: Any) -> bool:
    if name in CLOSED:
        return value in CLOSED[name]
    if name.endswith("_colour"):
        return bool(HEX.match(str(value or "")))
    if name == "surface_opacity":
        return isinstance(value, int) and 0 <= value <= 100
    return name == "background_image"

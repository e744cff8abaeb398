"""The look of a microsite as its pages get it: everything resolved, nothing empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assets.models import Image
from assets.renditions import Picture
from microsites.theming.checking import find_better
from microsites.theming.colours import luminance
from microsites.theming.fonts import FONTS, Font
from microsites.theming.look import RATIOS
from microsites.theming.ready import resolve


@dataclass(frozen=True)
class ThemeSheet:
    """Colours are `#rrggbb`, opacity is in percent. What is read passes contrast (`checking`)."""

    background_colour: str
    background_picture: Picture | None
    background_mode: str
    surface: str
    opacity: int
    text: str
    heading: str
    link: str
    accent: str
    heading_font: Font
    body_font: Font
    navigation: str
    layout: str
    width: str

    @property
    def classes(self) -> str:
        """The classes of `<body>`."""
        case = " has-capitals" if self.heading_font.is_capitals else ""
        return f"microsite layout-{self.layout} nav-{self.navigation} width-{self.width}{case}"

    @property
    def is_dark(self) -> bool:
        return luminance(self.surface) < luminance(self.text)

    @property
    def first_fonts(self) -> tuple[str, ...]:
        """The static files that every page needs for its letters."""
        return tuple(dict.fromkeys((self.heading_font.first_file, self.body_font.first_file)))


def make_theme(row: Mapping[str, Any] | None, images: Mapping[str, Image]) -> ThemeSheet:
    """Return the look that a row of the document describes, the house's own without one.

    `images` are those that may be shown, by uuid; a picture that is not among them is absent.
    Whatever the row holds, what comes out can be read.
    """
    values = resolve(row or {})
    values |= find_better(values)
    image = images.get(str(values["background_image"])) if values["background_image"] else None
    return ThemeSheet(
        background_colour=values["background_colour"],
        background_picture=image.picture if image else None,
        background_mode=values["background_mode"],
        surface=values["surface_colour"],
        opacity=values["surface_opacity"],
        heading_font=FONTS[values["heading_font"]],
        body_font=FONTS[values["body_font"]],
        navigation=values["navigation"],
        layout=values["layout"],
        width=values["width"],
        **{name: values[f"{name}_colour"] for name in RATIOS},
    )

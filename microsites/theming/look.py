"""The part of a theme that decides whether it can be read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from microsites.theming.ground import LARGE, TEXT, Ground, find_ground

# What is read in each colour. Headings are large (WCAG: 24 px, bold 18.7 px); smaller ones, and
# small words in the accent, get a colour of their own made of it (`tokens`).
RATIOS = {"text": TEXT, "heading": LARGE, "link": TEXT, "accent": LARGE}


@dataclass(frozen=True)
class Look:
    """Colours as `#rrggbb`, opacity in percent."""

    background: str
    has_picture: bool
    surface: str
    opacity: int
    text: str
    heading: str
    link: str
    accent: str

    @property
    def ground(self) -> Ground:
        return find_ground(self.surface, self.opacity, self.background, self.has_picture)

    @property
    def failing(self) -> list[str]:
        """Return which of the colours cannot be read."""
        ground = self.ground
        return [name for name, ratio in RATIOS.items() if not ground.carries(self[name], ratio)]

    def with_opacity(self, opacity: int) -> "Look":
        return replace(self, opacity=opacity)

    def with_colours(self, colours: Mapping[str, str]) -> "Look":
        """Return the look with other colours of what is read, by name."""
        changed: dict[str, Any] = dict(colours)
        return replace(self, **changed)

    def __getitem__(self, name: str) -> str:
        return str(getattr(self, name))


def make_look(values: Mapping[str, Any]) -> Look:
    """Return the look of a resolved theme row."""
    return Look(
        background=values["background_colour"],
        has_picture=bool(values.get("background_image")),
        surface=values["surface_colour"],
        opacity=values["surface_opacity"],
        **{name: values[f"{name}_colour"] for name in RATIOS},
    )

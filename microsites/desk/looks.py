"""Looks to begin with: the ready ones, drawn small, and those of other films."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from microsites.desk.theme_forms import FIELDS, said
from microsites.models import Theme
from microsites.theming import FONTS, READY
from microsites.theming.checking import find_better
from microsites.theming.ready import resolve

# The drawing: 240 by 150 units.
WIDE, HIGH = 240, 150
BAR, SIDE = 14, 46
SHARES = (1, 0.92, 0.7)
WIDTHS = {"narrow": 104, "medium": 136, "wide": 172}


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Sample:
    """A ready look and how it is drawn: menu, key art, the surface with its lines."""

    key: str
    label: Any
    help: Any
    values: Mapping[str, Any]
    menu: Box
    art: Box
    surface: Box
    heading_stack: str
    body_stack: str

    @property
    def opacity(self) -> float:
        return float(self.values["surface_opacity"]) / 100

    @property
    def word(self) -> str:
        """The heading: as much of the name as the drawing has room for."""
        name = str(self.label)
        return name.upper() if FONTS[self.values["heading_font"]].is_capitals else name

    @property
    def left(self) -> float:
        return self.surface.x + 10

    @property
    def heading_line(self) -> float:
        return self.surface.y + 26

    @property
    def lines(self) -> list[Box]:
        top, room = self.surface.y + 36, self.surface.width - 20
        return [Box(self.left, top + 7 * n, room * share, 3) for n, share in enumerate(SHARES)]

    @property
    def link(self) -> Box:
        return Box(self.left, self.lines[-1].y + 8, 34, 2)

    @property
    def button(self) -> Box:
        return Box(self.left, self.link.y + 8, 42, 12)


def draw_samples() -> list[Sample]:
    return [_draw(theme) for theme in READY.values()]


def _draw(theme: Any) -> Sample:
    values = theme.values
    menu, room = _split(values["navigation"])
    art, surface = _set_out(values["layout"], values["width"], room)
    return Sample(
        theme.key, theme.label, theme.help, values, menu, art, surface,
        FONTS[values["heading_font"]].stack.replace('"', ""),
        FONTS[values["body_font"]].stack.replace('"', ""),
    )  # fmt: skip


def _split(navigation: str) -> tuple[Box, Box]:
    if navigation == "side":
        return Box(0, 0, SIDE, HIGH), Box(SIDE, 0, WIDE - SIDE, HIGH)
    top = HIGH - BAR if navigation == "foot" else 0
    return Box(0, top, WIDE, BAR), Box(0, 0 if top else BAR, WIDE, HIGH - BAR)


def _set_out(layout: str, width: str, room: Box) -> tuple[Box, Box]:
    if layout == "split":
        half = room.width * 0.42
        rest = room.width - half
        art = Box(room.x, room.y, half, room.height)
        return art, Box(room.x + half + 8, room.y + 12, rest - 16, room.height - 24)
    if layout == "sections":
        cut = room.height * 0.36
        return (
            Box(room.x, room.y, room.width, cut),
            Box(room.x, room.y + cut, room.width, room.height - cut),
        )
    wide = min(WIDTHS[width], room.width - 16)
    x = room.x + (room.width - wide) / 2
    return Box(x, room.y + 8, wide, 34), Box(x, room.y + 42, wide, room.height - 50)


def other_looks(film: int) -> QuerySet[Theme]:
    """Return the looks of other films, by the key of the film."""
    others = Theme.objects.exclude(film=film).select_related("film__record")
    return others.order_by("film__record__key")


def values_of(theme: Theme) -> dict[str, Any]:
    return {name: getattr(theme, name) for name in FIELDS}


def put_on(theme: Theme, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the row these values, inside a change; return what had to differ to be readable.

    A picture that stays behind a ready look may ask for a denser surface.
    """
    for name, value in values.items():
        setattr(theme, name, value)
    better = find_better(resolve(said(values_of(theme))))
    for name, value in better.items():
        setattr(theme, name, value)
    theme.full_clean()
    theme.save()
    return better

"""What texts stand on: how light it is at least and at most, and which colours can be read there.

Texts of a microsite always stand on its *surface*, which lies over the background with its
opacity. Surfaces may lie over each other, so that the ground is anything from one layer over the
background to the surface alone. A picture may have every colour: its darkest is taken for black,
its lightest for white.
"""

from dataclasses import dataclass

from microsites.theming.colours import (
    BLACK,
    WHITE,
    distance,
    luminance,
    mix,
    shift,
)

# WCAG 2.2, 1.4.3 and 1.4.11: running text; large text and parts of controls. Browsers round when
# they lay colours over each other: two hundredths more keep what is shown above the line.
TEXT, LARGE = 4.52, 3.02
# How often the way to a better colour is halved: to less than an eye tells apart.
STEPS = 9


@dataclass(frozen=True)
class Ground:
    """From the darkest to the lightest that may lie under a text, as relative luminance."""

    darkest: float
    lightest: float

    def carries(self, colour: str, ratio: float) -> bool:
        """Tell whether the colour has this contrast wherever it stands."""
        return self.contrast(colour) >= ratio

    def contrast(self, colour: str) -> float:
        """Return the least contrast that the colour has there; 1 if it may not be seen."""
        light = luminance(colour) + 0.05
        return max(1.0, light / (self.lightest + 0.05), (self.darkest + 0.05) / light)


def find_ground(surface: str, opacity: int, background: str, has_picture: bool) -> Ground:
    """Return what lies under texts; opacity in percent."""
    below = (BLACK, WHITE) if has_picture else (background,)
    seen = [luminance(surface)]
    seen += [luminance(mix(colour, surface, opacity / 100)) for colour in below]
    return Ground(min(seen), max(seen))


def nearest_on(ground: Ground, colour: str, ratio: float) -> str:
    """Return the colour itself if it can be read there, else the nearest that can.

    Only lightness changes. On a ground that nothing can be read on, white is returned.
    """
    if ground.carries(colour, ratio):
        return colour
    found = [_first(ground, colour, ratio, way) for way in (1, -1)]
    return min(filter(None, found), key=lambda one: distance(one, colour), default=WHITE)


def _first(ground: Ground, colour: str, ratio: float, way: int) -> str | None:
    """Return the first that can be read on the way to white (1) or black (-1); None without."""
    found = shift(colour, way)
    if not ground.carries(found, ratio):
        return None
    fails, passes = 0.0, 1.0
    for _step in range(STEPS):
        share = (fails + passes) / 2
        candidate = shift(colour, way * share)
        if ground.carries(candidate, ratio):
            found, passes = candidate, share
        else:
            fails = share
    return found

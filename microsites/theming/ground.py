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
    lighter_and_darker,
    luminance,
    mix,
)

# WCAG 2.2, 1.4.3 and 1.4.11: running text; large text and parts of controls. Browsers round when
# they lay colours over each other: two hundredths more keep what is shown above the line.
TEXT, LARGE = 4.52, 3.02


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

    Only lightness changes. On a ground that nothing can be read on, white or black is returned.
    """
    if ground.carries(colour, ratio):
        return colour
    found: dict[int, str] = {}
    for pair in lighter_and_darker(colour):
        for way, candidate in enumerate(pair):
            if way not in found and ground.carries(candidate, ratio):
                found[way] = candidate
        if found:
            break
    return min(found.values(), key=lambda one: distance(one, colour), default=WHITE)

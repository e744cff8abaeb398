"""Colours as `#rrggbb`: light, contrast (WCAG 2), mixing, and moving along lightness (Oklab)."""

from functools import lru_cache
from math import atan2, cos, hypot, sin

BLACK, WHITE = "#000000", "#ffffff"
Channels = tuple[float, float, float]


def read_colour(colour: str) -> Channels:
    """Return red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def write_colour(channels: Channels) -> str:
    """Return `#rrggbb`; what lies outside the gamut is cut off."""
    numbers = (round(min(1.0, max(0.0, channel)) * 255) for channel in channels)
    return "#" + "".join(f"{number:02x}" for number in numbers)


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Return the relative luminance, 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = (_linear(channel) for channel in read_colour(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(below: str, above: str, share: float) -> str:
    """Return `above` laid over `below` with this opacity (0 to 1), as browsers do it in sRGB."""
    pairs = zip(read_colour(below), read_colour(above), strict=True)
    red, green, blue = (low + (high - low) * share for low, high in pairs)
    return write_colour((red, green, blue))


def shift(colour: str, share: float) -> str:
    """Return the colour as much lighter (or, below 0, darker) in Oklab; 1 is white, -1 is black.

    Hue stays, and so does chroma as far as screens show it.
    """
    light, chroma, hue = _to_oklch(read_colour(colour))
    if abs(share) >= 1:
        return WHITE if share > 0 else BLACK
    room = 1 - light if share > 0 else light
    return _from_oklch(light + room * share, chroma, hue)


def distance(one: str, other: str) -> float:
    """Return how far two colours lie apart in Oklab, 0 to about 1."""
    first, second = _to_oklab(read_colour(one)), _to_oklab(read_colour(other))
    return hypot(*(a - b for a, b in zip(first, second, strict=True)))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _to_oklab(channels: Channels) -> Channels:
    """Björn Ottosson, A perceptual color space for image processing (2020)."""
    red, green, blue = (_linear(channel) for channel in channels)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(light: float, a: float, b: float) -> Channels:
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _to_oklch(channels: Channels) -> Channels:
    light, a, b = _to_oklab(channels)
    return light, hypot(a, b), atan2(b, a)


def _from_oklch(light: float, chroma: float, hue: float) -> str:
    """Return the colour; chroma is taken back until screens can show it."""
    shown, too_much = 0.0, 2 * chroma
    for _step in range(8):
        kept = min(chroma, (shown + too_much) / 2)
        linear = _from_oklab(light, kept * cos(hue), kept * sin(hue))
        if not all(-0.0005 <= channel <= 1.0005 for channel in linear):
            too_much = kept
        elif kept == chroma:
            break
        else:
            shown = kept
    else:
        linear = _from_oklab(light, shown * cos(hue), shown * sin(hue))
    red, green, blue = (_encoded(min(1.0, max(0.0, channel))) for channel in linear)
    return write_colour((red, green, blue))

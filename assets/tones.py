"""The tone of a picture: the colour that holds its place until it has arrived.

A strict CSP knows no inline style, so the colour is one of a few that the stylesheet has: twelve
hues or grey, each in five steps of light (static/css/components/picture.css).
"""

import math

from PIL import Image

# In the mark of a picture through which something shines: it needs no place held.
CLEAR = "clear"
HUES = 12
LIGHTS = 5
# Oklab chroma below which the eye sees grey on a field.
GREY = 0.015


def find_tone(image: Image.Image) -> str:
    """Return "h7l2" (hue, light), "l2" for grey, or CLEAR."""
    if image.mode == "RGBA":
        return CLEAR
    pixel = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    light, a, b = _oklab(*(_linear(value / 255) for value in pixel))
    step = min(LIGHTS - 1, int(light * LIGHTS))
    if math.hypot(a, b) < GREY:
        return f"l{step}"
    turn = math.atan2(b, a) / math.tau
    return f"h{round(turn * HUES) % HUES}l{step}"


def tone_classes(tone: str) -> str:
    """Return the classes of a tone; "" for none."""
    if tone == CLEAR:
        return "tone-clear"
    hue, _l, light = tone.partition("l")
    classes = [f"tone-l{light}"] if light else []
    return " ".join([*classes, *([f"tone-{hue}"] if hue else [])])


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _oklab(red: float, green: float, blue: float) -> tuple[float, float, float]:
    """Return lightness and the two axes of colour (Björn Ottosson, 2020)."""
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )

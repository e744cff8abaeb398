"""The film's accent, made fit for paper: contrasts are those of WCAG 2.2."""

import re

INK, PAPER = "#17181b", "#ffffff"
# Normal text on its ground (WCAG 1.4.3).
ENOUGH = 4.5
HEX = re.compile("#[0-9a-fA-F]{6}")


def make_palette(accent: str, spare: str) -> dict[str, str]:
    """Return the accent as a ground, what can be read on it, and as letters on light and dark."""
    ground = accent if HEX.fullmatch(accent) else spare
    on_ground = max((PAPER, INK), key=lambda colour: contrast(colour, ground))
    return {
        "accent": ground,
        "on_accent": on_ground,
        "on_paper": _move(ground, PAPER, 0),
        "on_ink": _move(ground, INK, 255),
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _move(colour: str, ground: str, goal: int) -> str:
    """Return the colour as it is, or mixed with black (0) or white (255) until it can be read."""
    parts = _parts(colour)
    for step in range(21):
        mixed = [round(part + (goal - part) * step / 20) for part in parts]
        shown = "#" + "".join(f"{part:02x}" for part in mixed)
        if contrast(shown, ground) >= ENOUGH:
            return shown
    return shown


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]

"""The tokens of a theme: its colours, and those that follow from them, all of them readable."""

from collections.abc import Iterable
from dataclasses import replace

from microsites.theming.colours import BLACK, WHITE, contrast, luminance, mix, read_colour
from microsites.theming.fonts import Font
from microsites.theming.ground import TEXT, Ground, find_ground, nearest_on
from microsites.theming.look import Look

# Shares of the text's colour in what is derived from it, the strongest effect first.
DIM = (0.7, 0.75, 0.8, 0.86, 0.92)
RAISED = (0.09, 0.07, 0.05, 0.03)
LINE = 0.2


def colour_tokens(look: Look) -> dict[str, str]:
    """Return the custom properties of a look, by name.

    `--display` and `--fill` are headings and accent as chosen, for large letters and areas;
    `--heading` and `--accent` are those at any size. `--on-accent` can be read on both accents.
    """
    ground = look.ground
    heading = nearest_on(ground, look.heading, TEXT)
    accent = nearest_on(ground, look.accent, TEXT)
    dim = _first_carried(ground, (mix(look.surface, look.text, share) for share in DIM), look.text)
    fill, on_accent = _fill(look, accent)
    raised = _raise(look, (look.text, heading, look.link, accent, dim))
    return {
        "color-scheme": "dark" if luminance(look.surface) < luminance(look.text) else "light",
        "--ground": look.surface,
        "--surface": _translucent(look.surface, look.opacity),
        "--backdrop": look.background,
        "--raised": raised,
        "--band": _translucent(raised, look.opacity),
        **_frame(look),
        "--line": mix(look.surface, look.text, LINE),
        "--ink": look.text,
        "--ink-dim": dim,
        "--display": look.heading,
        "--heading": heading,
        "--link": look.link,
        "--accent": accent,
        "--fill": fill,
        "--on-accent": on_accent,
        "--focus": accent,
    }


def font_tokens(heading: Font, body: Font) -> dict[str, str]:
    """Return the custom properties of two fonts; sizes are factors, tracking is in em."""
    leads = heading if heading.is_for_reading else body
    return {
        "--font-heading": heading.stack,
        "--font-body": body.stack,
        "--serif": leads.stack,
        "--sans": body.stack,
        "--heading-weight": str(heading.weight),
        "--display-scale": f"{heading.display:g}",
        "--heading-tracking": heading.tracking,
        "--heading-leading": f"{heading.leading:g}",
        "--heading-case": "uppercase" if heading.is_capitals else "none",
        "--body-scale": f"{body.scale:g}",
        "--lead-scale": f"{leads.scale:g}",
        # Without an italic of its own a font is slanted.
        "--synthesis": "none" if leads.has_italic else "style",
    }


def _translucent(colour: str, opacity: int) -> str:
    red, green, blue = (round(channel * 255) for channel in read_colour(colour))
    return colour if opacity == 100 else f"rgb({red} {green} {blue} / {opacity}%)"


def _first_carried(ground: Ground, colours: Iterable[str], otherwise: str) -> str:
    return next((colour for colour in colours if ground.carries(colour, TEXT)), otherwise)


def _raise(look: Look, inks: tuple[str, ...]) -> str:
    """Return a shade off the surface on which everything can still be read."""
    for share in RAISED:
        shade = mix(look.surface, look.text, share)
        ground = replace(look, surface=shade).ground
        if all(ground.carries(ink, TEXT) for ink in inks):
            return shade
    return look.surface


def _frame(look: Look) -> dict[str, str]:
    """Return what menu, foot and every second band stand on, and in what.

    The colour of the backdrop, as translucent over a picture as the surface is; the surface where
    nothing could be read on that.
    """
    opacity = look.opacity if look.has_picture else 100
    frame, ink = look.surface, look.text
    ground = find_ground(look.background, opacity, look.background, look.has_picture)
    for found in (look.text, look.surface, look.heading, WHITE, BLACK):
        if ground.carries(found, TEXT):
            frame, ink = look.background, found
            break
    return {
        "--frame": _translucent(frame, opacity),
        "--frame-solid": frame,
        "--on-frame": ink,
    }


def _fill(look: Look, accent: str) -> tuple[str, str]:
    """Return the accent as an area, and what can be read on it and on the accent of small words."""
    for fill in (look.accent, accent):
        for ink in (look.surface, look.text, WHITE, BLACK):
            if contrast(ink, fill) >= TEXT and contrast(ink, accent) >= TEXT:
                return fill, ink
    raise ValueError(f"Nothing can be read on {accent}")

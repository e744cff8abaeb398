"""Whether a theme can be read (WCAG 2.2), and what to change so that it can.

The rule: text and links have 4.5:1, headings and accent 3:1, on the surface alone and on the
surface over the background. A background picture may have any colour.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from microsites.theming.colours import distance
from microsites.theming.fonts import FONTS
from microsites.theming.ground import nearest_on
from microsites.theming.look import RATIOS, Look, make_look
from microsites.theming.ready import resolve

# In Oklab; a colour farther away is no longer the one that was chosen.
NEAR = 0.2
WORDS = {
    "text": _("Text"),
    "heading": _("Headings"),
    "link": _("Links"),
    "accent": _("The accent"),
}
GROUNDS = ("surface_colour", "surface_opacity", "background_image", "background_colour")


def find_mistakes(values: Mapping[str, Any]) -> dict[str, ValidationError]:
    """Return what is wrong with a theme's values, by field; every one names what would do."""
    fonts = {
        name: ValidationError(
            _("There is no font “%(found)s”. There are: %(known)s."),
            code="font",
            params={"found": values[name], "known": ", ".join(FONTS)},
        )
        for name in ("heading_font", "body_font")
        if values.get(name) and values[name] not in FONTS
    }
    resolved = resolve(values)
    better = find_better(resolved)
    mistakes: dict[str, list[ValidationError]] = {}
    for field, value in better.items():
        mistake = _say(field, value, resolved, is_here=field in values)
        mistakes.setdefault(_blamed(field, values), []).append(mistake)
    return fonts | {field: ValidationError(found) for field, found in mistakes.items()}


def find_better(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to change in a resolved row so that it can be read: field to value.

    Nearby colours if there are any; else the surface lets less of the background through.
    """
    look = make_look(values)
    if not look.failing:
        return {}
    found = _better_colours(look)
    far = any(distance(colour, look[name]) > NEAR for name, colour in found.items())
    if far or look.with_colours(found).failing:
        found = _better_colours(look.with_opacity(100))
    opacity = fit_opacity(look.with_colours(found))
    better: dict[str, Any] = {f"{name}_colour": colour for name, colour in found.items()}
    return better if opacity == look.opacity else better | {"surface_opacity": opacity}


def fit_opacity(look: Look) -> int:
    """Return the least opacity in percent, not below the present one, at which all can be read."""
    choices = range(look.opacity, 100)
    passed = bisect_left(choices, True, key=lambda share: not look.with_opacity(share).failing)
    return look.opacity + passed


def _better_colours(look: Look) -> dict[str, str]:
    return {name: nearest_on(look.ground, look[name], RATIOS[name]) for name in look.failing}


def _blamed(field: str, values: Mapping[str, Any]) -> str:
    """Return the field that gets the message: one that was filled in."""
    if field in values:
        return field
    return next((name for name in GROUNDS if values.get(name) not in (None, "")), field)


def _say(field: str, value: Any, values: Mapping[str, Any], is_here: bool) -> ValidationError:
    if field == "surface_opacity":
        return ValidationError(
            _(
                "So much of the background shows through that texts cannot be read. "
                "From %(proposal)s percent on they can."
            ),
            code="contrast",
            params={"proposal": value},
        )
    name = field.removesuffix("_colour")
    look = make_look(values)
    params = {
        "what": WORDS[name],
        "colour": look[name],
        "found": f"{look.ground.contrast(look[name]):.1f}",
        "needed": "4.5" if RATIOS[name] > 4 else "3",
        "proposal": value,
    }
    if is_here:
        message = _(
            "%(what)s would stand out from the surface by %(found)s : 1, at least %(needed)s : 1 "
            "are needed. The nearest colour that can be read: %(proposal)s"
        )
    else:
        message = _(
            "%(what)s in %(colour)s would stand out from it by %(found)s : 1, at least "
            "%(needed)s : 1 are needed. With %(proposal)s it can be read."
        )
    return ValidationError(message, code="contrast", params=params)

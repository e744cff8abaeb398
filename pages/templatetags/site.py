"""What public templates need beyond Django: focal points, colour fields, names, times, JSON-LD."""

import json
from datetime import datetime
from typing import Any
from zlib import crc32

from babel import Locale
from babel.dates import format_date, format_datetime, format_skeleton
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from assets.renditions import Picture
from editorial.names import date_locale, unbroken
from pages.chrome import MenuItem
from pages.phrases import split_phrases

register = template.Library()

# Narrower pictures would blur across a whole screen; they get a frame of their own size.
WIDE_FROM = 1200
# How many colour fields tokens.css knows (.hue-0 ...).
HUES = 8
# The characters that could end a script element or begin a comment.
UNSAFE_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.simple_tag
def focus(x: int | str, y: int | str) -> str:
    """Return the classes of a focal point (percent), rounded to the steps that the CSS knows.

    A template that knows no focal point passes ''.
    """
    across, down = (50 if share == "" else round(int(share) / 10) * 10 for share in (x, y))
    return f"fx-{across} fy-{down}"


@register.filter
def hue(key: str) -> str:
    """Return the class of a film's colour field: always the same for the same key."""
    return f"hue-{crc32(str(key).encode()) % HUES}"


@register.filter
def current_on(item: MenuItem, path: str) -> str:
    """Return `aria-current` of a word of the menu on the page at `path`."""
    return item.leads_to(path)


@register.filter
def dial(phone: str) -> str:
    """Return what a telephone dials: digits and the plus before them, without a bracketed zero."""
    return "".join(char for char in phone.replace("(0)", "") if char.isdigit() or char == "+")


@register.filter
def hero_kind(picture: Picture | None) -> str:
    """Return how a picture can stand at the top of a page: wide, framed, or plain without one."""
    if not picture:
        return "plain"
    is_wide = picture.width >= WIDE_FROM and picture.width > picture.height * 1.2
    return "wide" if is_wide else "framed"


@register.filter
def hero_sizes(picture: Picture | None) -> str:
    """Return `sizes` for the picture at the top of a page."""
    return "100vw" if hero_kind(picture) == "wide" else "(min-width: 60rem) 46rem, 100vw"


@register.filter
def language_name(code: str) -> str:
    """Return a language's name in the reader's language, or the code if it has none."""
    return _locale().languages.get(code, code)


@register.filter
def partial_date(value: str) -> str:
    """Show 1968, 1968-04 or 1968-04-24 in the reader's way of writing."""
    pieces = [int(piece) for piece in str(value).split("-") if piece.isdigit()]
    try:
        if len(pieces) == 3:
            return unbroken(format_date(datetime(*pieces), "long", locale=_locale()))
        if len(pieces) == 2:
            return unbroken(format_skeleton("yMMMM", datetime(*pieces, 1), locale=_locale()))
    except ValueError:
        pass  # an impossible date of an older record is shown as it was entered
    return str(value)


@register.filter
def local_date(moment: datetime) -> str:
    """Show the day of `moment` on the clock of its own zone, with the weekday."""
    date = format_skeleton("yMMMEd", moment, tzinfo=moment.tzinfo, locale=_locale())
    weekday, comma, day = date.partition(", ")
    return f"{weekday}{comma}{unbroken(day)}"


@register.filter
def phrases(text: Any) -> list[str]:
    """Return a sentence in the parts between which it may break."""
    return split_phrases(str(text))


@register.filter
def local_time(moment: datetime) -> str:
    """Show the hour of `moment` on the clock of its own zone."""
    return format_datetime(moment, "HH:mm", tzinfo=moment.tzinfo, locale=_locale())


@register.filter
def machine_time(moment: datetime) -> str:
    """Return ISO 8601 with the offset of the moment's own zone."""
    return moment.isoformat(timespec="minutes")


@register.simple_tag
def linked_data(data: dict[str, Any]) -> SafeString:
    """Return JSON-LD as a data block, safe against anything that would end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(UNSAFE_IN_SCRIPT)),
    )


def _locale() -> Locale:
    return date_locale(get_language() or "en")

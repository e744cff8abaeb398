"""Screenings and the festival run in public pages."""

from datetime import datetime

from babel.dates import format_date, get_timezone_name
from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.names import date_locale
from films.laurels.png import can_draw
from films.laurels.svg import draw_svg
from films.laurels.wording import Laurel, choose_laurels, laurel_title
from films.run import FestivalRun, make_run
from films.sheet.objects import FilmSheet, ScreeningSheet

register = template.Library()


@register.filter
def weekday(moment: datetime) -> str:
    """Return the short name of the weekday on the clock of the moment's own zone."""
    return format_date(moment, "EEE", locale=date_locale(get_language() or "en")).rstrip(".")


@register.filter
def foreign_zone(screening: ScreeningSheet) -> str:
    """Return "local time, EET", '' where the clock shows the same as the site's.

    Zones without letters that readers know are told by their distance from UTC.
    """
    moment = screening.starts_at
    if moment.utcoffset() == moment.astimezone(timezone.get_default_timezone()).utcoffset():
        return ""
    name = get_timezone_name(moment, "short", locale=date_locale(get_language() or "en"))
    if not name.isalpha():
        offset = moment.isoformat()[-6:].replace("-", "\N{MINUS SIGN}")
        name = f"UTC{offset.removesuffix(':00')}"
    return _("local time, %(zone)s") % {"zone": name}


@register.simple_tag
def feed_address(name: str, *args: str, country: str = "", city: str = "") -> str:
    """Return the path of a feed, narrowed to what the visitor has chosen."""
    query = {key: value for key, value in (("country", country), ("city", city)) if value}
    return reverse(name, args=args) + (f"?{urlencode(query)}" if query else "")


@register.filter
def webcal(path: str) -> str:
    """Return the address that calendar programs subscribe to."""
    return f"webcal://{settings.SITE_URL.partition('://')[2]}{path}"


@register.simple_tag
def festival_run(film: FilmSheet) -> FestivalRun:
    return make_run(film)


@register.simple_tag
def prize_laurels(film: FilmSheet) -> tuple[Laurel, ...]:
    return choose_laurels(film)[0]


@register.simple_tag
def premiere_laurels(film: FilmSheet) -> tuple[Laurel, ...]:
    return choose_laurels(film)[1]


@register.simple_tag
def laurel_drawing(laurel: Laurel, film: FilmSheet) -> SafeString:
    """Return the laurel as SVG for the page, in the colour of the text around it."""
    return draw_svg(laurel, film.language, laurel_title(laurel, film))


@register.simple_tag
def has_png(laurel: Laurel) -> bool:
    return can_draw(laurel)

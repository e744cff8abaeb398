"""Countries, languages, runtimes and dates in the reader's language (names: Unicode CLDR)."""

from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext as _

from editorial.names import date_locale

# Countries that films still name and CLDR does not; the codes are those ISO 3166-1 has withdrawn.
FORMER = {
    "SU": {"en": "Soviet Union", "de": "Sowjetunion"},
    "CS": {"en": "Czechoslovakia", "de": "Tschechoslowakei"},
    "YU": {"en": "Yugoslavia", "de": "Jugoslawien"},
    "DD": {"en": "East Germany", "de": "DDR"},
}


def country_name(code: str, language: str) -> str:
    """Return the country's name in `language`, or the code if there is none."""
    if code in FORMER:
        return FORMER[code].get(language) or FORMER[code]["en"]
    name: str = Locale.parse(language, sep="-").territories.get(code, code)
    return name


def language_name(code: str, language: str) -> str:
    name: str = Locale.parse(language, sep="-").languages.get(code, code)
    return name


def show_runtime(seconds: int | None) -> str:
    """95 min; below ten minutes with seconds: 5:30 min."""
    if not seconds:
        return ""
    minutes, rest = divmod(seconds, 60)
    if minutes < 10 and rest:
        return _("%(minutes)d:%(seconds)02d min") % {"minutes": minutes, "seconds": rest}
    return _("%(minutes)d min") % {"minutes": round(seconds / 60)}


def show_date(day: date | None, precision: str, language: str) -> str:
    """Return the date as far as it is known, in the reader's way of writing."""
    if day is None:
        return ""
    locale = date_locale(language)
    if precision == "year":
        return str(day.year)
    if precision == "month":
        return format_skeleton("yMMMM", day, locale=locale)
    return format_date(day, "long", locale=locale)

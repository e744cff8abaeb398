"""Countries, languages, runtimes and dates in the reader's language (names: Unicode CLDR)."""

from datetime import date

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext as _

from editorial.names import country_name, date_locale, language_name, unbroken

__all__ = [
    "country_name",
    "language_name",
    "name_source_language",
    "show_date",
    "show_runtime",
]


def show_runtime(seconds: int | None) -> str:
    """95 min; below ten minutes with seconds: 5:30 min; below two in seconds: 60 sec."""
    if not seconds:
        return ""
    if seconds < 120:
        return _("%(seconds)d sec") % {"seconds": seconds}
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
        return unbroken(format_skeleton("yMMMM", day, locale=locale))
    return unbroken(format_date(day, "long", locale=locale))


def name_source_language(code: str, language: str) -> str:
    """Return a language as it stands after “translated from”: French, but Französischen."""
    name = language_name(code, language) if code else ""
    return f"{name}en" if language == "de" and name.endswith("sch") else name

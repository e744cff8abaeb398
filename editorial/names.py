"""Countries and languages in the reader's words (names: Unicode CLDR), and users in theirs."""

from typing import Any

from babel import Locale
from django.utils.translation import get_language

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


def spoken(code: str) -> str:
    """Return a language's name in the reader's: German, Deutsch."""
    return language_name(code, get_language() or "en")


def own_name(code: str) -> str:
    """Return a language's name in itself, for language switches: English, Deutsch."""
    locale = Locale.parse(code, sep="-")
    name = locale.get_display_name(locale) or code
    return name[:1].upper() + name[1:]


def person_name(user: Any) -> str:
    """Return what colleagues call a user, "" for nobody."""
    return str(user.get_full_name() or user.get_username()) if user else ""


# English on site and desk is British, and so are its dates: 2 November 2026, never 11/2.
DATES_AS_IN = {"en": "en-GB"}


def date_locale(language: str) -> Locale:
    """Return the locale in which dates of a language are written."""
    return Locale.parse(DATES_AS_IN.get(language, language), sep="-")


def unbroken(date: str) -> str:
    """Return a date that no end of a line tears: day, month and year stay together."""
    return date.replace(" ", "\N{NO-BREAK SPACE}")

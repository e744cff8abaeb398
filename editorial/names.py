"""Languages by their own names."""

from babel import Locale


def own_name(code: str) -> str:
    """Return a language's name in itself: English, Deutsch."""
    locale = Locale.parse(code, sep="-")
    name = locale.get_display_name(locale) or code
    return name[:1].upper() + name[1:]


# English on site and desk is British, and so are its dates: 2 November 2026, never 11/2.
DATES_AS_IN = {"en": "en-GB"}


def date_locale(language: str) -> Locale:
    """Return the locale in which dates of a language are written."""
    return Locale.parse(DATES_AS_IN.get(language, language), sep="-")

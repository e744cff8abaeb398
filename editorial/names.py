"""Languages by their own names."""

from babel import Locale


def own_name(code: str) -> str:
    """Return a language's name in itself: English, Deutsch."""
    locale = Locale.parse(code, sep="-")
    name = locale.get_display_name(locale) or code
    return name[:1].upper() + name[1:]

"""Text that XML can hold, and nothing that turns the direction of the text after it."""

import re

from babel.core import get_global

from editorial.names import date_locale
from editorial.prose import UNWANTED

# Line ends of a fact. Real line breaks are elements of their own.
BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
# What XML 1.0 forbids besides (2.2, Char); marks of direction, which Word shows as boxes.
FORBIDDEN = re.compile("[\u200e\u200f\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """Return the text on one line."""
    return FORBIDDEN.sub("", UNWANTED.sub("", BREAKS.sub(" ", text)))


def tag_of(language: str) -> str:
    """Return a language as Word knows it, with a country: en is en-GB, fr is fr-FR."""
    if not language:
        return ""
    locale = date_locale(language)
    likely = get_global("likely_subtags").get(locale.language, "")
    territory = locale.territory or likely.rpartition("_")[2]
    return f"{locale.language}-{territory}" if territory else locale.language

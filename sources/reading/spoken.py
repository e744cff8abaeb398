"""Languages and lands that adjectives name: "Russian and Kazakh"."""

import re

from babel.core import get_global

from films.printed.spoken import find_language, read_dialogue

LANGUAGES = ("en", "de")


def read_languages(text: str) -> tuple[str, ...]:
    """Return the codes of "Russian, English, French, Kazakh dialogue"; () unless all are known."""
    return read_dialogue(re.sub(r"\s*,\s*", ", ", text.strip(" ().")), LANGUAGES)


def land_of(adjective: str) -> str:
    """Return the country whose people an adjective names, by CLDR's likely subtags: Kazakh → KZ."""
    code = find_language(adjective, LANGUAGES)
    likely = get_global("likely_subtags").get(code, "") if code else ""
    return likely.rpartition("_")[2] if likely.count("_") == 2 else ""

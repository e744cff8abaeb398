"""In which script a name is written, for the language mark of HTML (BCP 47 with ISO 15924)."""

import unicodedata

# The first word of a letter's Unicode name, and the script.
SCRIPTS = {
    "CYRILLIC": "Cyrl", "GREEK": "Grek", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "HEBREW": "Hebr",
    "ARABIC": "Arab", "CJK": "Hani", "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "HANGUL": "Kore",
    "THAI": "Thai", "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "ETHIOPIC": "Ethi",
    "KHMER": "Khmr", "LAO": "Laoo", "MYANMAR": "Mymr", "MONGOLIAN": "Mong", "TIBETAN": "Tibt",
    "SINHALA": "Sinh",
}  # fmt: skip
LATIN = "Latn"


def script_of(name: str) -> str:
    """Return the script of the first letter, `Latn` where it is none of those above."""
    letter = next((char for char in name if char.isalpha()), "")
    first = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    return SCRIPTS.get(first, LATIN)


def mark_of(name: str, script: str = "") -> str:
    """Return the `lang` of a name of no known language, e.g. und-Cyrl; '' for Latin letters."""
    found = script.title() or script_of(name)
    return "" if found == LATIN else f"und-{found}"

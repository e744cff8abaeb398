"""What one piece of a line says of the film itself: "92 mn", "s/w", "1:1,85", "AT/CH"."""

import re
from typing import TypeAlias

from films.printed.countries import parse_countries
from films.printed.runtime import parse_runtime
from films.printed.spoken import find_languages, is_without_dialogue, read_dialogue
from people.printed.spelling import fold
from sources.reading import labels

LANGUAGES = ("en", "de")
Said: TypeAlias = tuple[str, dict[str, object]]

_YEAR = re.compile(r"(?:18|19|20)\d\d")
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)")
_RATIO = re.compile(
    r"1\s?:\s?(\d(?:[.,]\d{1,2})?)|(\d(?:[.,]\d{1,2})?)\s?:\s?1|(16\s?:\s?9|4\s?:\s?3)"
)
_BARE_RATIO = re.compile(r"(\d[.,]\d{1,2})")
_FORMAT = re.compile(
    r"(?:super[ -]?)?(?:8|16|35|65|70)\s?mm|super[ -]?(?:8|16)|dcp(?:\s\w+)?|hd(?:cam)?"
    r"(?:\s\w+)?|[248]k(?:\s\w+)?|digi(?:tal)?\s?beta\w*|d-cinema|digital(?:es)?(?:\s\w+)?|video|blu-?ray"
    r"|(?:8|16|35|65|70)\s?mm(?:\s\w+)*|prores\b[\s\w]*|imax",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"(?:dolby|dts|sdds|datasat|mono|stereo|surround|atmos|optical|lichtton|[257]\.[01]|thx)\b.*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"widescreen|(?:cinema)?scope|anamorphic|3-?d|techniscope|breitwand|panavision|deluxe.*"
    r"|technicolor|super 35|vista-?vision",
    re.IGNORECASE,
)
_IN_LANGUAGE = re.compile(
    r"(?:in\s+|omu\s+|originalfassung\s+|ov\s+)?(?P<spoken>[^\d:]{3,80}?)"
    r"(?:\s+(?:with|mit)\s+(?P<subtitles>[^\d:]{0,60}?)\s?(?:subtitles|untertiteln?|surtitles))?",
    re.IGNORECASE,
)
_MORE_LANGUAGES = {"schweizerdeutsch": "gsw", "swiss german": "gsw"}
_WITH_YEAR = re.compile(r"(?P<land>\D{2,80}?)\s*\(?(?P<year>(?:18|19|20)\d\d)\)?")


def read_piece(piece: str) -> list[Said]:
    """Return what a piece says; [] if it says nothing of a film."""
    text = piece.strip(" .()[]")
    if not text or len(text) > 90:
        return []
    if said := _technical(text):
        return [said]
    if _YEAR.fullmatch(text):
        return [("facts", {"year": int(text)})]
    if category := labels.FICTION.get(fold(text)):
        return [("facts", {"category": category})]
    if codes := read_countries(text):
        return [("countries", {"codes": codes})]
    if found := _WITH_YEAR.fullmatch(text):
        before = read_piece(found["land"])
        return [*before, ("facts", {"year": int(found["year"])})] if before else []
    return []


def _technical(text: str) -> Said | None:
    if seconds := read_runtime(text, needs_unit=True):
        return "versions", {"runtime_seconds": seconds}
    if colour := labels.COLOURS.get(fold(text)):
        return "versions", {"colour": colour}
    if found := _RATIO.fullmatch(text):
        return "versions", {"aspect_ratio": say_ratio(found)}
    if _FORMAT.fullmatch(text):
        return "versions", {"format": text}
    if _SOUND.fullmatch(text):
        return "versions", {"sound": text}
    if _NOTE.fullmatch(text):
        return "versions", {"note": text}
    if is_without_dialogue(text):
        return "versions", {"has_no_dialogue": True}
    codes = list(read_dialogue(re.sub(r"\s*,\s*", ", ", text), LANGUAGES))
    if not codes and re.match(r"(?i:in)\s+[A-Z]", text):
        codes = read_languages(text)
    return ("versions", {"dialogue_languages": codes}) if codes else None


def read_runtime(text: str, needs_unit: bool = False) -> int | None:
    """Return seconds of "1h 32m", "92'", "92 mn", "1:32:00"; None if it is no runtime."""
    bare = text.strip().strip(".,;")
    if found := _CLOCK.fullmatch(bare):
        return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3]) or None
    if needs_unit and bare.isdigit():
        return None
    bare = re.sub(r"^(?:ca\.?|approx\.?|about|circa)\s+", "", bare, flags=re.IGNORECASE)
    return parse_runtime(bare) or parse_runtime(re.split(r"\s*[(,;/]", bare)[0])


def say_ratio(found: re.Match[str]) -> str:
    if found[3]:
        return found[3].replace(" ", "")
    return "1:" + (found[1] or found[2]).replace(",", ".")


def read_ratio(text: str) -> str:
    """Return a ratio as 1:1.85 or 16:9; '' if it is none."""
    bare = text.strip(" .()")
    if found := _RATIO.fullmatch(bare):
        return say_ratio(found)
    found = _BARE_RATIO.fullmatch(bare)
    return "1:" + found[1].replace(",", ".") if found else ""


def read_countries(text: str) -> list[str]:
    """Return the codes of a list in which every piece is a country; [] else."""
    for turned in (text, re.sub(r"(?<=\w)\s?-\s?(?=[A-ZÄÖÜ])", " / ", text)):
        countries, unknown = parse_countries(turned, LANGUAGES)
        if countries and not unknown:
            return [country.code for country in countries]
    return []


def read_languages(text: str) -> list[str]:
    """Return the codes of "English | Japanese", "Deutsch, Schweizerdeutsch mit Untertiteln"."""
    found = _IN_LANGUAGE.fullmatch(text.strip(" .()"))
    if found is None:
        return []
    codes: list[str] = []
    for piece in re.split(r"\s*[,/;|+&]\s*|\s+(?:and|und)\s+", found["spoken"]):
        more = _MORE_LANGUAGES.get(fold(piece))
        one = (more,) if more else find_languages(piece, LANGUAGES)
        if not one:
            return []
        codes += one
    return list(dict.fromkeys(codes))

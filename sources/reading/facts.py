"""Values of labels that mean a fact of the film itself."""

import re

from films.printed.countries import find_country, parse_countries
from films.printed.spoken import find_languages, is_without_dialogue
from people.printed.spelling import fold
from sources.reading import labels
from sources.reading.lists import pieces_of
from sources.reading.objects import Place, Reading
from sources.reading.technical import (
    LANGUAGES,
    read_languages,
    read_piece,
    read_ratio,
    read_runtime,
)

_REMARK = re.compile(r"(?P<title>.+?)\s*\((?P<remark>[^()]+)\)")
_YEAR = re.compile(r"((?:18|19|20)\d\d)\b.{0,20}")


def add_fact(reading: Reading, fact: str, value: str, place: Place) -> bool:
    """Keep a fact; False if the value is none of that kind."""
    say = reading.say
    if fact == "runtime" and (seconds := read_runtime(value)):
        say("versions", place, runtime_seconds=seconds)
    elif fact == "country" and (found := parse_countries(value, LANGUAGES))[0]:
        say("countries", place, bool(found[1]), codes=[country.code for country in found[0]])
    elif fact == "year" and (year := _YEAR.fullmatch(value)):
        say("facts", place, year=int(year[1]))
    elif fact == "language" and is_without_dialogue(value):
        say("versions", place, has_no_dialogue=True)
    elif fact == "language" and (codes := read_languages(value)):
        say("versions", place, dialogue_languages=codes)
    elif fact == "subtitles" and find_languages(value, LANGUAGES):
        return False
    elif fact == "colour" and (colour := labels.COLOURS.get(fold(value))):
        say("versions", place, colour=colour)
    elif fact == "sound" and _is_sound(value):
        say("versions", place, sound=value)
    elif fact == "ratio" and (ratio := read_ratio(value)):
        say("versions", place, aspect_ratio=ratio)
    elif fact in ("format", "ratio", "category"):
        return add_pieces(reading, value, place)
    elif fact == "title":
        say("facts", place, title=value)
    else:
        return False
    return True


def add_titles(reading: Reading, kind: str, language: str, value: str, place: Place) -> bool:
    """Keep one title, or those of "A (France); B (Germany)"."""
    for piece, _at in (
        pieces_of(value, re.compile(r"\s*[;/]\s+")) if kind == "other" else [(value, 0)]
    ):
        found = _REMARK.fullmatch(piece)
        country = find_country(found["remark"], LANGUAGES) if found else ""
        title = found["title"] if found and country else piece
        told = "release" if kind == "other" and country else kind
        reading.say("titles", place, title=title, kind=told, language=language, country=country)
    return True


def add_pieces(reading: Reading, value: str, place: Place) -> bool:
    """Keep every piece of "16 mm, 1:1,66, s/w" that says something."""
    if found := re.fullmatch(
        r"(?:\d{1,2}\s?mm|super \d+)\b.{0,60}(?:blow|blown|auf|to)\b.{0,40}", value, re.I
    ):
        reading.say("versions", place, format=found[0])
        return True
    before = reading.size()
    for piece, _at in pieces_of(value, re.compile(r"\s*[,;|]\s+|\s+/\s+|\s+\+\s+")):
        for part, values in read_piece(re.sub(r"^(?:finished on|shot on|auf)\s+", "", piece)):
            reading.tell(part, place, values)
    return reading.size() > before


def _is_sound(value: str) -> bool:
    return any("sound" in values for _part, values in read_piece(value.split(",")[0]))

"""The record of a film database: labels with values, and lists below their headings."""

import re
from collections.abc import Callable

from films.printed.countries import parse_countries
from films.printed.runtime import parse_runtime
from films.printed.spoken import find_languages, is_without_dialogue
from people.printed.kinds import is_name_like
from people.printed.names import split_names
from people.printed.roles import read_roles
from people.vocabulary import find_function, find_role
from sources.reading import labels
from sources.reading.dates import find_date
from sources.reading.labels import label_key
from sources.reading.names import NameRead, read_printed
from sources.reading.objects import Aside, Fact, Line, Place, Reading
from sources.reading.places import find_printed_country, read_place_row

LANGUAGES = ("en", "de")
_LABEL = re.compile(r"(?P<label>[^:：]{2,70}?)\s*[:：]\s*(?P<value>.*)")
_DOTS = re.compile(
    r"(?P<name>.+?)\s*(?:\.{2,}|…|\s[–—-]\s|\t+|\s+(?:as|als)\s+)\s*(?P<character>\S.*)"
)
_URL = re.compile(r"https?://[^\s,;<>\"]+")
_PIECES = re.compile(r",(?![^()]*\))\s*")
_REMARK = re.compile(r"(?P<name>.+?)\s*\((?P<remark>[^()]+)\)")
_BULLET = re.compile(r"^[•·▪●*–—-]\s*")
_LAND = re.compile(
    r"\b(?:in|for|für)\s+(?:the\s+|den\s+|der\s+)?(?P<land>[^\d:,]+)$", re.IGNORECASE
)


class Catalogue:
    """Reads the lines of a record one after the other; `section` is the list they stand in."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.section = ""
        self.sections: dict[str, Callable[[Line], bool]] = {
            "cast": self._cast, "festivals": self._festival, "bibliography": self._press,
            "synopsis": self._prose,
        }  # fmt: skip

    def read(self, line: Line) -> bool:
        """Keep what the line says; False if it says nothing that a record would."""
        if not any(char.isalnum() for char in line.text):
            self.reading.leave(line, Aside.DECORATION)
            return True
        if self._heading(line):
            return True
        if (pair := _LABEL.fullmatch(line.text)) and self._labelled(line, pair):
            self.section = self.section if self.section == "cast" else ""
            return True
        if self.section and self.sections[self.section](line):
            return True
        return self._header(line)

    def _heading(self, line: Line) -> bool:
        """Open a list: its heading stands alone, with or without a colon."""
        key = label_key(line.text.rstrip(" :："))
        role = find_role(line.text.rstrip(" :："))
        section = (
            "festivals" if key in labels.FESTIVALS
            else "bibliography" if key in labels.BIBLIOGRAPHY
            else "synopsis" if key in labels.SYNOPSIS
            else "cast" if role is not None and role.key == "actor"
            else ""
        )  # fmt: skip
        if section:
            self.section = section
            self.reading.leave(line, Aside.HEADING)
        return bool(section)

    def _labelled(self, line: Line, pair: re.Match[str]) -> bool:
        label, value = pair["label"].strip(), pair["value"].strip()
        key, start = label_key(label), line.start + pair.start("value")
        if not value:
            if key in labels.OTHERS or find_role(label) or find_function(label):
                self.reading.leave(line, Aside.HEADING)
                return True
            return False
        if key in labels.LINKS:
            return self._links(line, value, start)
        if self._fact(key, value, line):
            return True
        if labels.is_release(label):
            return self._release(line, label, value)
        if self._companies(label, value, start):
            return True
        return self._credits(label, value, start)

    def _fact(self, key: str, value: str, line: Line) -> bool:
        """Keep a fact of the film itself, if the label means one and the value is one."""
        say, place = self.reading.say, line.place
        if key in labels.RUNTIME and (seconds := parse_runtime(value)):
            say("versions", place, runtime_seconds=seconds)
        elif key in labels.COUNTRY and (found := parse_countries(value, LANGUAGES))[0]:
            say("countries", place, bool(found[1]), codes=[c.code for c in found[0]])
        elif key in labels.YEAR and re.fullmatch(r"(?:18|19|20)\d\d", value):
            say("facts", place, year=int(value))
        elif key in labels.LANGUAGE and is_without_dialogue(value):
            say("versions", place, has_no_dialogue=True)
        elif key in labels.LANGUAGE and (codes := _languages(value)):
            say("versions", place, dialogue_languages=list(codes))
        elif key in labels.SUBTITLES and (codes := _languages(value)):
            say("versions", place, subtitle_languages=list(codes))
        elif key in labels.COLOUR and (colour := labels.COLOURS.get(label_key(value))):
            say("versions", place, colour=colour)
        elif key in labels.SOUND:
            say("versions", place, sound=value)
        elif key in labels.RATIO:
            say("versions", place, aspect_ratio=value)
        elif key in labels.ORIGINAL_TITLE:
            say("facts", place, original_title=value)
        elif key in labels.OTHER_TITLE:
            say("titles", place, title=value)
        elif key in labels.TITLE:
            say("facts", place, title=value)
        elif key in labels.GENRE:
            say("genres", place, names=[piece.strip() for piece in _PIECES.split(value)])
        else:
            return False
        return True

    def _header(self, line: Line) -> bool:
        """Keep "Germany / Russia, 2011, 95mn" and "Colour, fiction": every piece is a fact."""
        pieces = [piece.strip() for piece in line.text.split(",") if piece.strip()]
        found = [one for piece in pieces if (one := _piece(piece))]
        if not pieces or len(found) < len(pieces) or len(line.text) > 120:
            return False
        for part, values in found:
            self.reading.keep(Fact(part, values, line.text, *line.place))
        return True

    def _links(self, line: Line, value: str, start: int) -> bool:
        found = list(_URL.finditer(value))
        for url in found:
            self.reading.say("links", (start + url.start(), start + url.end()), url=url[0])
        if not found:
            self.reading.leave(line, Aside.LINK_WITHOUT_ADDRESS)
        return True

    def _release(self, line: Line, label: str, value: str) -> bool:
        day = find_date(value)
        land = _LAND.search(label)
        country = find_printed_country(land["land"].strip() if land else "", LANGUAGES)
        if not day:
            return False
        self.reading.say("releases", line.place, not country, country=country, date=day)
        return True

    def _companies(self, label: str, value: str, start: int) -> bool:
        """Keep companies; a remark such as "(co-production)" says what one of them did."""
        function = find_function(label)
        if function is None or (find_role(label) and not _are_companies(value)):
            return False
        for piece, offset in pieces_of(value):
            place = (start + offset, start + offset + len(piece))
            add_company(self.reading, place, function.key, piece)
        return True

    def _credits(self, label: str, value: str, start: int) -> bool:
        roles = read_roles(label)
        if not all(key for key, _text in roles):
            return False
        for piece, offset in pieces_of(value):
            for name in read_printed(piece):
                place = (start + offset, start + offset + len(piece))
                for key, text in roles:
                    add_credit(self.reading, place, key, text, name)
        return True

    def _cast(self, line: Line) -> bool:
        pair = _DOTS.fullmatch(_BULLET.sub("", line.text))
        printed = pair["name"] if pair else _BULLET.sub("", line.text)
        names = read_printed(printed)
        if not names or len(line.text) > 160 or (not pair and not _is_list_of_names(printed)):
            return False
        character = pair["character"].strip() if pair else ""
        for name in names:
            add_credit(self.reading, line.place, "actor", "", name, character)
        return True

    def _festival(self, line: Line) -> bool:
        row = read_place_row(line.text, LANGUAGES)
        if row is None:
            return False
        if labels.is_release(row.name):
            is_doubtful = not row.country
            self.reading.say(
                "releases", line.place, is_doubtful, country=row.country, date=row.date
            )
            return True
        self.reading.say(
            "selections", line.place,
            festival=row.name, city=row.city, country=row.country,
            country_printed=row.country_printed, date=row.date,
        )  # fmt: skip
        return True

    def _press(self, line: Line) -> bool:
        bare = _BULLET.sub("", line.text)
        pieces = [piece.strip() for piece in bare.split(",")]
        date = find_date(pieces[-1])
        middle = [piece for piece in pieces[1 : -1 if date else None] if piece]
        author = read_printed(middle[0])[0].name if middle else ""
        self.reading.say("press_items", line.place, title=pieces[0], author=author, date=date)
        return True

    def _prose(self, line: Line) -> bool:
        """Keep a text of others for the desk alone: never published."""
        self.reading.say("internal_texts", line.place, text=line.text)
        return True


def add_credit(
    reading: Reading, place: Place, key: str, text: str, name: NameRead,
    character: str = "",
) -> None:  # fmt: skip
    values = {
        "role": key, "role_text": "" if key else text, "name": name.name, "kind": name.kind,
        "other_name": name.other_name, "character": character or name.character,
    }  # fmt: skip
    reading.keep(Fact("credits", values, reading.text[slice(*place)], *place, name.is_doubtful))


def add_company(reading: Reading, place: Place, function: str, printed: str) -> None:
    """Keep a company; a remark such as "(co-production)" says what it did of all of them."""
    remark = _REMARK.fullmatch(printed)
    told = find_function(remark["remark"]) if remark else None
    name = remark["name"] if remark and told else printed
    reading.say("companies", place, function=told.key if told else function, name=name)


def pieces_of(value: str) -> list[tuple[str, int]]:
    """Return the names of a list with their places; commas in brackets part nothing."""
    pieces, at = [], 0
    for piece in _PIECES.split(value):
        bare = piece.strip(" .;")
        if bare:
            at = value.index(bare, at)
            pieces.append((bare, at))
            at += len(bare)
    return pieces


def _are_companies(value: str) -> bool:
    names = [name for piece, _at in pieces_of(value) for name in read_printed(piece)]
    # A company without a company's word in its name is known by the others.
    return 2 * sum(name.kind == "company" for name in names) >= len(names) > 0


def _is_list_of_names(text: str) -> bool:
    return all(is_name_like(name, fewest=1) for name in split_names(text))


def _languages(value: str) -> tuple[str, ...]:
    return find_languages(", ".join(re.split(r"\s*[/;+]\s*", value)), LANGUAGES)


def _piece(piece: str) -> tuple[str, dict[str, object]] | None:
    """Return the fact that one piece of a header is."""
    key = label_key(piece)
    if re.fullmatch(r"(?:18|19|20)\d\d", piece):
        return "facts", {"year": int(piece)}
    if seconds := (parse_runtime(piece) if not piece.isdigit() else None):
        return "versions", {"runtime_seconds": seconds}
    if key in labels.COLOURS:
        return "versions", {"colour": labels.COLOURS[key]}
    if key in labels.FICTION:
        return "facts", {"category": labels.FICTION[key]}
    countries, unknown = parse_countries(piece, LANGUAGES)
    return (
        None if unknown or not countries else ("countries", {"codes": [c.code for c in countries]})
    )

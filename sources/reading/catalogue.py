"""The record of a film database or a list of credits: labels with values, lists below headings."""

import re
from collections.abc import Callable
from itertools import pairwise

from people.printed.kinds import is_name_like
from people.vocabulary import find_function
from sources.reading import labels
from sources.reading.addresses import add_number, read_addresses, read_number, scheme_of
from sources.reading.cast import is_character_first, read_cast_row, row_of
from sources.reading.companies import add_companies, are_companies
from sources.reading.crediting import add_credits, find_key, roles_of
from sources.reading.facts import add_fact, add_titles
from sources.reading.festivals import read_award, read_festival, read_premiere
from sources.reading.headers import read_header, read_lands_alone
from sources.reading.junk import is_junk
from sources.reading.labels import label_key
from sources.reading.objects import Aside, Line, Reading
from sources.reading.pairs import Pair, pairs_of
from sources.reading.press import read_press
from sources.reading.releases import add_release
from sources.reading.technical import read_piece

# Where a label may stand within a line: "Kamera: A B. Schnitt: C D", "A – Kostüme: B".
_INNER = re.compile(
    r"(?:^|(?<=[.;|])\s+|\s[–—|/·]\s+)(?P<label>[^\W\d_][^:.;|–—()]{1,40}?)\s?:\s+(?=\S)"
)
_LIST_OF_COMPANIES = "companies "
_LIST_OF_CREDITS = "credits "


class Catalogue:
    """Reads the lines of a record one after the other; `section` is the list they stand in."""

    def __init__(self, reading: Reading, lines: list[Line], titles: tuple[str, ...] = ()) -> None:
        self.reading, self.lines, self.titles = reading, lines, titles
        self.section = ""
        self.has_credits = False  # the line before was a credit
        self.has_character_first: bool | None = None
        self.rows: dict[str, Callable[[Line], bool]] = {
            "cast": self._cast, "festivals": lambda line: read_festival(reading, line),
            "awards": lambda line: read_award(reading, line),
            "bibliography": lambda line: read_press(reading, line),
            "releases": self._release_row, "links": self._link_row, "synopsis": self._prose,
        }  # fmt: skip

    def read(self, line: Line, at: int) -> bool:
        """Keep what the line says; False if it says nothing that a record would."""
        if not any(char.isalnum() for char in line.text):
            self.reading.leave(line, Aside.DECORATION)
            return True
        if self._heading(line) or self._is_elsewhere(line):
            return True
        if read_number(self.reading, line):
            return True
        parts = self._parts(line)
        if len(parts) > 1:
            done = [self._one(part, at) or self._header(part) for part in parts]
            return any(done)
        return self._one(line, at) or self._row(line, at) or self._header(line)

    def _is_elsewhere(self, line: Line) -> bool:
        """Leave what belongs to the page, not to the film."""
        if is_junk(line.text):
            self.reading.leave(line, Aside.ELSEWHERE)
            return True
        if self.section != "junk":
            return False
        if self._known(line):
            self.section = ""
            return False
        self.reading.leave(line, Aside.ELSEWHERE)
        return True

    def _known(self, line: Line) -> bool:
        """Tell whether a line is a label of a film's record with its value."""
        for pair in pairs_of(line):
            if pair.sign == ":" and pair.value and len(pair.label) < 40:
                return self._is_label(pair.label) or label_key(pair.label) in labels.LINKS
        return False

    def _heading(self, line: Line) -> bool:
        """Open a list: its heading stands alone, with or without a colon."""
        text = line.text.strip(" *_#=–—-:：•▪|")
        if len(text) > 60 or (
            self.section == "synopsis" and not line.has_gap and text == line.text
        ):
            return False
        key = find_key(text)
        section = labels.section_of(text)
        if section == "open" and label_key(text) in ("production", "companies", "firmen"):
            section = f"{_LIST_OF_COMPANIES}production_company"
        if not section and key:
            section = "cast" if key == "actor" else f"{_LIST_OF_CREDITS}{key}"
        function = find_function(text)
        if function and (
            not section or (section.startswith(_LIST_OF_CREDITS) and key != "producer")
        ):
            section = f"{_LIST_OF_COMPANIES}{function.key}"
        is_release = not section and labels.is_release(text) and line.text.endswith((":", "："))
        section = "releases" if is_release else section
        if label_key(text) in labels.OTHERS | _OTHER_PERSONS and not section:
            section = "open"
        if not section:
            return False
        self.section, self.has_character_first = section, None
        self.reading.leave(line, Aside.ELSEWHERE if section == "junk" else Aside.HEADING)
        return True

    def _parts(self, line: Line) -> list[Line]:
        """Part a line that holds several labels; at least two of them must be known."""
        found = [one for one in _INNER.finditer(line.text) if self._is_label(one["label"])]
        if len(found) < 2 and not (found and any(map(_is_told, _sentences(line)[1:]))):
            return [line]
        starts = [one.start("label") for one in found]
        ends = [*(one.start() for one in found[1:]), len(line.text)]
        parts = [line.part(0, found[0].start())] if found[0].start() > 0 else []
        for start, end in zip(starts, ends, strict=True):
            parts += _sentences(line.part(start, end))
        return [part for part in parts if part.text]

    def _is_label(self, label: str) -> bool:
        return bool(
            find_key(label) or find_function(label) or labels.fact_of(label) or roles_of(label)
            or label_key(label) in labels.OTHERS or labels.is_release(label)
        )  # fmt: skip

    def _one(self, line: Line, at: int) -> bool:
        """Keep a labelled line."""
        if self.section in ("synopsis", "bibliography", "festivals", "awards") and not self._known(
            line
        ):
            return False
        for pair in pairs_of(line):
            if pair.value and self._labelled(line, pair):
                self._leave_section(pair)
                return True
        for pair in pairs_of(line):
            if pair.value and self._unknown_role(line, pair, at):
                return True
        return self._by(line)

    def _leave_section(self, pair: Pair) -> None:
        if self.section not in ("links", "releases") and not (
            self.section == "cast" and pair.sign == ":"
        ):
            self.section = ""

    def _labelled(self, line: Line, pair: Pair) -> bool:
        label, value, start = pair.label, pair.value, pair.start
        place = (start, start + len(value))
        key = label_key(label)
        if len(label) > 70 or (
            self.section == "cast"
            and pair.sign in ("-", ".", ". ", "\t")
            and not self._is_strong(label)
        ):
            return False
        if scheme := scheme_of(label):
            return add_number(self.reading, line.place, scheme, value)
        if key in labels.LINKS and self._links(line, pair):
            return True
        if self.section == "releases" and add_release(self.reading, line.place, label, value):
            return True
        fact = labels.fact_of(label)
        if fact and add_fact(self.reading, fact, value, line.place):
            return True
        if key in labels.TITLES:
            return add_titles(self.reading, *labels.TITLES[key], value, line.place)
        if key in labels.OTHERS or fact in ("format", "ratio", "subtitles"):
            self.reading.leave(line, Aside.NO_FACT)
            return True
        if labels.PREMIERE.match(key) and read_premiere(self.reading, line.place, label, value):
            return True
        if labels.is_release(label) and add_release(self.reading, line.place, label, value):
            return True
        function = find_function(label)
        if function and (are_companies(value) or not find_key(label)):
            return add_companies(self.reading, function.key, value, start)
        roles = roles_of(label)
        if not roles or len(value) > 600 or self._is_sentence(value):
            return False
        self.has_credits = add_credits(self.reading, roles, value, start)
        if roles[0][0] == "actor" and place[1] > place[0]:
            self.section = "cast"
        return self.has_credits

    def _is_sentence(self, value: str) -> bool:
        return len(value) > 80 and value.endswith((".", "!", "?")) and "," not in value

    def _is_strong(self, label: str) -> bool:
        return bool(
            find_key(label) or find_function(label) or labels.fact_of(label)
            or label_key(label) in labels.OTHERS
        )  # fmt: skip

    def _unknown_role(self, line: Line, pair: Pair, at: int) -> bool:
        """Keep "Crow trainer: Wenzel Stark" among credits: a role that no list knows."""
        if self.section or pair.sign not in (":", ".") or len(pair.label.split()) > 4:
            return False
        if not is_name_like(pair.value, fewest=2) or label_key(pair.label) in labels.OTHERS:
            return False
        if (
            any(char in pair.label for char in ',()"')
            or pair.value[0] in _QUOTATION
            or not pair.label[:1].isupper()
        ):
            return False
        if pair.sign == "." and not self._is_among_roles(at, pair.sign):
            self.section, self.has_character_first = "cast", None
            return self._cast(line)
        if not self._is_among_roles(at, pair.sign):
            return False
        return add_credits(self.reading, [("", pair.label)], pair.value, pair.start, True)

    def _is_among_roles(self, at: int, sign: str) -> bool:
        """Tell whether a line beside this one credits somebody in the same way."""
        beside = [*self.lines[max(at - 3, 0) : at], *self.lines[at + 1 : at + 4]]
        pairs = [pair for line in beside for pair in pairs_of(line)]
        return any(pair.sign == sign and find_key(pair.label) for pair in pairs)

    def _by(self, line: Line) -> bool:
        """Keep "Supported by Eurimages, Film Fund", "Directed by Ana Sol"."""
        found = _BY.fullmatch(line.text)
        if found is None or len(line.text) > 300:
            return False
        start = line.start + found.start("names")
        function = find_function(found["label"])
        if function and (are_companies(found["names"]) or not find_key(found["label"])):
            return add_companies(self.reading, function.key, found["names"], start)
        roles = roles_of(found["label"])
        names = re.split(r"\s*,\s*|\s+(?:and|und|&)\s+", found["names"])
        if not roles or not all(is_name_like(name, fewest=2) for name in names):
            return False
        return add_credits(self.reading, roles, found["names"], start)

    def _row(self, line: Line, at: int) -> bool:
        """Keep a row of the list that the line stands in."""
        if not self.section or self.section == "open":
            return False
        if self.section.startswith(_LIST_OF_CREDITS):
            return self._credit_row(line, self.section.removeprefix(_LIST_OF_CREDITS))
        if self.section.startswith(_LIST_OF_COMPANIES):
            return self._company_row(line, self.section.removeprefix(_LIST_OF_COMPANIES))
        if self.section == "cast" and self.has_character_first is None:
            self.has_character_first = is_character_first(self.lines, at)
        if self.rows[self.section](line):
            return True
        self.section = self.section if self.section in ("festivals", "awards", "links") else ""
        return False

    def _cast(self, line: Line) -> bool:
        if self.has_character_first is None:
            self.has_character_first = is_character_first(self.lines, self.lines.index(line))
        if line.has_gap and row_of(line) is None and self.reading.of("credits"):
            return False
        return read_cast_row(self.reading, line, self.has_character_first)

    def _credit_row(self, line: Line, key: str) -> bool:
        row = row_of(line)
        told = find_key(row.value) if row else ""
        name = row.label if row and told else line.text
        if len(line.text) > 120 or not _are_names(name):
            self.section = ""
            return False
        return add_credits(self.reading, [(told or key, "")], name, line.start)

    def _company_row(self, line: Line, function: str) -> bool:
        if line.text.endswith((".", "?", "!")) and not line.text.endswith(
            ("Co.", "o.", "Inc.", "Ltd.")
        ):
            self.section = ""
            return False
        if len(line.text) > 200 or (line.has_gap and self._count(function)):
            self.section = ""
            return False
        return add_companies(self.reading, function, line.text, line.start)

    def _count(self, function: str) -> int:
        return sum(row["function"] == function for row in self.reading.of("companies"))

    def _release_row(self, line: Line) -> bool:
        return any(
            add_release(self.reading, line.place, pair.label, pair.value) for pair in pairs_of(line)
        )

    def _link_row(self, line: Line) -> bool:
        return read_addresses(self.reading, line)

    def _links(self, line: Line, pair: Pair) -> bool:
        if read_addresses(self.reading, line, pair.label):
            return True
        if find_key(pair.label) and is_name_like(pair.value, fewest=2):
            return False
        self.reading.leave(line, Aside.LINK_WITHOUT_ADDRESS)
        return True

    def _prose(self, line: Line) -> bool:
        """Keep a text of others for the desk alone: never published."""
        self.reading.say("internal_texts", line.place, text=line.text)
        return True

    def _header(self, line: Line) -> bool:
        if read_addresses(self.reading, line) and " " not in line.text:
            return True
        if not self.reading.of("countries") and read_lands_alone(self.reading, line):
            return True
        return read_header(self.reading, line, self.titles)


_QUOTATION = "'\"“„‘«»"
_OTHER_PERSONS = {"other persons", "others", "other credits", "weitere personen", "sonstige"}
_BY = re.compile(r"(?P<label>[^\W\d_][^:.;|()]{2,40}?\s(?:by|von))\s+(?P<names>[^\W\d_].+?)\.?")


def _sentences(part: Line) -> list[Line]:
    """Part what follows a labelled value as sentences of their own: "Dir: Ana Sol. Italy. 2019"."""
    if re.match(r"[^:]{2,60}:\s*(?:in|auf)\s", part.text):
        return [part]
    found = [
        stop for stop in re.finditer(r"\.\s+(?=[A-Z\d(])", part.text)
        if (word := part.text[: stop.start()].rsplit(None, 1)[-1]) and len(word) > 2
        and word.lower() not in _ABBREVIATIONS
    ]  # fmt: skip
    edges = [0, *(stop.end() for stop in found), len(part.text)]
    return [part.part(start, end) for start, end in pairwise(edges)]


def _is_told(part: Line) -> bool:
    return bool(read_piece(part.text))


_ABBREVIATIONS = {"prof", "bros", "inc", "ltd", "mrs", "prods", "prod", "dist", "feat", "geb"}


def _are_names(text: str) -> bool:
    pieces = [piece for piece in re.split(r"\s*[,;]\s*|\s+(?:and|und|&)\s+", text) if piece]
    return bool(pieces) and all(is_name_like(piece, fewest=2) for piece in pieces)

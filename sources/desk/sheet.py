"""A text beside what was understood: lines, each with its facts and what was left aside of it."""

import hashlib
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from editorial.models import Record
from films.credits_desk.roles import RoleWords
from sources.desk.boxes import Box, make_boxes
from sources.desk.foreseeing import Fate, Foresight, Outlook
from sources.desk.meaning import Meaning, find_meanings
from sources.desk.saying import ASIDE, SECTION_OF, SECTIONS, say_fact
from sources.models import Source
from sources.reading.objects import Fact, Left, Line, Reading, lines_of
from sources.taking.quoting import MOST_WORDS
from sources.taking.texts import read_source

# So many facts stand on one page: a form of them stays well below the fields it may send.
PORTION = 300


@dataclass
class Entry:
    """One fact on the page. `why` asks a person to look, `meaning` says who may be meant."""

    key: str
    fact: Fact
    label: str
    text: str
    section: str
    outlook: Outlook
    why: list[str]
    boxes: list[Box]
    meaning: Meaning | None = None
    is_ticked: bool = False
    is_apart: bool = False
    who: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def is_taken(self) -> bool:
        return self.outlook.fate is Fate.TAKEN

    @property
    def has_row(self) -> bool:
        """Whether it seems to be about a row that the film has, and might be about another."""
        return bool(self.outlook.row) and not self.is_taken

    @property
    def is_asked(self) -> bool:
        """Whether to ask who is meant: somebody known, and no row answers it."""
        known = self.meaning is not None and self.meaning.is_known
        return known and not self.outlook.row and self.section != "names"

    @property
    def is_wrong(self) -> bool:
        return bool(self.errors or any(box.errors for box in self.boxes))

    @property
    def is_quote(self) -> bool:
        return self.fact.part == "quotes"

    @property
    def length(self) -> int:
        """Return the length of a quote in words."""
        return len(self.fact.values.get("text", "").split())

    @property
    def is_long(self) -> bool:
        return self.is_quote and self.length > MOST_WORDS


@dataclass
class Row:
    """A line of the text; `pieces` are (words, address of the person they name or '')."""

    number: int
    pieces: list[tuple[str, str]]
    entries: list[Entry]
    asides: list[Any]
    has_gap: bool = False
    is_continued: bool = False

    @property
    def is_aside(self) -> bool:
        return not self.entries and not self.is_continued


@dataclass
class Sheet:
    """One page of a text; `sections` are (key, label, how many facts)."""

    rows: list[Row]
    entries: list[Entry]
    sections: list[tuple[str, Any, int]]
    roles: RoleWords
    page: int
    pages: int
    total: int
    aside: int

    @property
    def ticked(self) -> int:
        return sum(entry.is_ticked for entry in self.entries)

    @property
    def open(self) -> int:
        return sum(not entry.is_taken for entry in self.entries)


def make_sheet(source: Source, record: Record, page: int = 1) -> Sheet:
    """Read the text and compare it with the film. Nothing is written."""
    reading = read_source(source, record)
    facts = sorted(reading.facts, key=lambda fact: fact.start)
    foresight = Foresight(source, record, facts)
    pages = max(1, -(-len(facts) // PORTION))
    page = min(max(1, page), pages)
    shown = slice((page - 1) * PORTION, page * PORTION)
    mine = facts[shown]
    meanings = find_meanings(mine)
    keys = list(keys_of(facts))[shown]
    outlooks = foresight.outlooks(shown)
    roles = foresight.roles
    entries = [
        _make_entry(key, fact, outlook, meanings.get(number), roles)
        for number, (key, fact, outlook) in enumerate(zip(keys, mine, outlooks, strict=True))
    ]
    rows = _make_rows(reading, entries, facts, page, pages)
    counted = Counter(entry.section for entry in entries)
    sections = [(key, label, counted[key]) for key, label in SECTIONS.items() if counted[key]]
    aside = sum(row.is_aside for row in rows)
    return Sheet(rows, entries, sections, roles, page, pages, len(facts), aside)


def keys_of(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield a name for each fact that is the same whenever the text is read alike."""
    seen: Counter[str] = Counter()
    for fact in facts:
        said = json.dumps([fact.part, fact.start, fact.end, fact.values], sort_keys=True)
        key = hashlib.sha256(said.encode()).hexdigest()[:12]
        seen[key] += 1
        yield f"{key}{seen[key]}" if seen[key] > 1 else key


def _make_entry(
    key: str, fact: Fact, outlook: Outlook, meaning: Meaning | None, roles: RoleWords
) -> Entry:
    label, text = say_fact(fact.part, fact.values, roles)
    is_taken = outlook.fate is Fate.TAKEN
    return Entry(
        key=key,
        fact=fact,
        label=label,
        text=text,
        section=SECTION_OF.get(fact.part, "facts"),
        outlook=outlook,
        why=[] if is_taken else _doubts(fact, None if outlook.row else meaning),
        boxes=[] if is_taken else make_boxes(fact.part, fact.values, key, roles),
        meaning=meaning,
        is_ticked=not is_taken and not fact.is_doubtful,
        who=meaning.chosen if meaning else "",
    )


def _doubts(fact: Fact, meaning: Meaning | None) -> list[str]:
    found = []
    if fact.part == "production_notes":
        found.append(_("Words of somebody else: write it in your own words."))
    elif fact.part == "quotes":
        found.append(_("Words of somebody else: take what you want to quote, and shorten it."))
    elif fact.is_doubtful:
        found.append(_("May be read otherwise: please look."))
    if meaning is not None and meaning.is_doubtful:
        found.append(_("Who is meant?"))
    return found


def _make_rows(
    reading: Reading, entries: Sequence[Entry], facts: Sequence[Fact], page: int, pages: int
) -> list[Row]:
    """Return the lines of this page: each with the facts that begin in it."""
    lines = list(lines_of(reading.text))
    begins = _begin_of(page, entries)
    ends = facts[page * PORTION].start if page < pages else len(reading.text) + 1
    lines_shown = [n for n, line in enumerate(lines) if line.end > begins and line.start < ends]
    starting: dict[int, list[Entry]] = defaultdict(list)
    lefts: dict[int, list[Left]] = defaultdict(list)
    place = _Places(lines)
    for entry in entries:
        starting[place.of(entry.fact.start)].append(entry)
    for left in reading.left:
        lefts[place.of(left.start)].append(left)
    covered = _covered(lines, facts)
    rows = []
    for number in lines_shown:
        line, mine = lines[number], starting[number]
        asides = list(dict.fromkeys(ASIDE.get(left.reason, left.reason) for left in lefts[number]))
        gap = (
            number > 0 and "\n" in reading.text[lines[number - 1].end : line.start].strip(" \t")[1:]
        )
        is_continued = not mine and not asides and number in covered
        rows.append(Row(number + 1, _pieces(line, mine), mine, asides, gap, is_continued))
    return rows


def _begin_of(page: int, entries: Sequence[Entry]) -> int:
    return 0 if page == 1 or not entries else entries[0].fact.start


class _Places:
    """Finds the line in which a character stands."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.starts = [line.start for line in lines]

    def of(self, character: int) -> int:
        return max(0, bisect_right(self.starts, character) - 1)


def _covered(lines: Sequence[Line], facts: Sequence[Fact]) -> set[int]:
    """Return the lines that a fact of an earlier line goes on over. Facts come by their start."""
    covered: set[int] = set()
    place = _Places(lines)
    reached = 0
    for fact in facts:
        last = place.of(fact.end - 1)
        covered.update(range(max(place.of(fact.start), reached) + 1, last + 1))
        reached = max(reached, last)
    return covered


def _pieces(line: Line, entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """Return the words of a line, names of known people with the address of their page."""
    pieces, at = [], 0
    links = [
        (entry.fact.start - line.start, entry.fact.end - line.start, entry.meaning.url)
        for entry in entries
        if entry.fact.part == "mentions" and entry.meaning and entry.meaning.url
    ]
    for start, end, url in sorted(links):
        if at <= start < end <= len(line.text):
            pieces += [(line.text[at:start], ""), (line.text[start:end], url)]
            at = end
    return [piece for piece in (*pieces, (line.text[at:], "")) if piece[0]]


def fill_in(sheet: Sheet, data: Mapping[str, Any], ticked: Iterable[str]) -> None:
    """Show what was typed and ticked instead of what was understood."""
    wanted = set(ticked)
    for entry in sheet.entries:
        if entry.is_taken:
            continue
        entry.is_ticked = entry.key in wanted
        entry.is_apart = bool(data.get(f"{entry.key}-apart"))
        entry.who = data.get(f"{entry.key}-who", entry.who)
        for box in entry.boxes:
            box.text = data.get(box.html_name, box.text)

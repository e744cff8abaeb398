"""The state of every text of a record in one language. Nothing here knows the database.

The source is the text in the record's language of origin. Where only another language has one,
that text is missing in the language of origin, and stands in as its source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from editorial.fields import languages
from editorial.kinds import Document, Kind
from editorial.translating.texts import Key, is_suspicious, places_in, texts_in


class Look(StrEnum):
    """What can be said of a text; the first three are open."""

    MISSING = "missing"
    OUTDATED = "outdated"
    SAME = "same"
    REVIEWED = "reviewed"
    TRANSLATED = "translated"


OPEN = (Look.MISSING, Look.OUTDATED, Look.SAME)


@dataclass(frozen=True)
class Mark:
    """The source text that a text is known to be right for; who said so, and when."""

    source_text: str
    how: str
    user: str = ""
    at: datetime | None = None


Marks = Mapping[tuple[Key, str], Mark]


@dataclass(frozen=True)
class TextState:
    """One text: where it stands, what it is made from, what is to be said of it."""

    key: Key
    language: str
    source_language: str
    source: str
    target: str
    look: Look
    mark: Mark | None

    @property
    def is_open(self) -> bool:
        return self.look in OPEN

    @property
    def former_source(self) -> str:
        """The source text as it was when the translation was right."""
        return self.mark.source_text if self.mark and self.look is Look.OUTDATED else ""


def text_states(
    kind: Kind, document: Document, language: str, origin: str, marks: Marks
) -> list[TextState]:
    """Return the state of each text in `language` that has a source, in the order of the form.

    `origin` is the record's language of origin; in it, only what is missing has a state.
    """
    texts = {code: texts_in(kind, document, code) for code in languages()}
    spoken = kind.originals(document)
    found = []
    for key in places_in(kind, document):
        if language == origin and key in texts.get(origin, {}):
            continue
        if spoken.get((key.part, key.row)) == language:
            continue
        source_language = _source_language(texts, key, language, origin)
        if not source_language:
            continue
        target = texts[language].get(key, "")
        source = texts[source_language][key]
        is_made_from_it = source_language == origin
        mark = marks.get((key, language)) if is_made_from_it and target else None
        look = _look(kind, key, source, target, mark)
        found.append(TextState(key, language, source_language, source, target, look, mark))
    return found


def _source_language(
    texts: Mapping[str, Mapping[Key, str]], key: Key, language: str, origin: str
) -> str:
    """Return the language that has the text to translate, or ''."""
    others = [code for code in texts if code not in (language, origin)]
    order = others if language == origin else [origin, *others]
    if texts[language].get(key):
        order = [code for code in order if code == origin]
    return next((code for code in order if texts.get(code, {}).get(key)), "")


def _look(kind: Kind, key: Key, source: str, target: str, mark: Mark | None) -> Look:
    if not target:
        return Look.MISSING
    is_confirmed = mark is not None and mark.source_text == source and mark.how == "reviewed"
    if target == source and not is_confirmed and is_suspicious(kind, key, source):
        return Look.SAME
    if is_confirmed:
        return Look.REVIEWED
    if mark is not None and mark.source_text != source and target != source:
        return Look.OUTDATED
    return Look.TRANSLATED


@dataclass(frozen=True)
class Summary:
    """How many texts of one record and language are in which state."""

    missing: int = 0
    outdated: int = 0
    same: int = 0
    reviewed: int = 0
    translated: int = 0

    @property
    def total(self) -> int:
        return self.open + self.reviewed + self.translated

    @property
    def open(self) -> int:
        return self.missing + self.outdated + self.same


def summarise(states: Iterable[TextState]) -> Summary:
    counts = dict.fromkeys(Look, 0)
    for state in states:
        counts[state.look] += 1
    return Summary(**{look.value: number for look, number in counts.items()})


def cells_of(states: Iterable[TextState]) -> dict[str, str | dict[str, int]]:
    """Return a look by field of the main row, and by part of all others counts by look."""
    cells: dict[str, str | dict[str, int]] = {}
    for state in states:
        if not state.key.row:
            cells[state.key.field] = state.look.value
            continue
        counts = cells.setdefault(f"{state.key.part}/", {})
        if isinstance(counts, dict):
            counts[state.look.value] = counts.get(state.look.value, 0) + 1
    return cells

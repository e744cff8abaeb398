"""What is open in the translations of each row, in the words that forms and translators read."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from editorial.documents import upgrade
from editorial.fields import languages
from editorial.kinds import kind_of
from editorial.names import spoken
from editorial.publishing.overview import desk_documents
from editorial.translating.keeping import as_mark, marks_of, origin_of
from editorial.translating.looks import EXPLANATIONS, LOOKS, SIGNS
from editorial.translating.states import Look, TextState, text_states
from films.models import Film
from microsites.desk.rows import BY_PART

# The most urgent first: of several texts of a row it is this one that is told.
ORDER = (Look.MISSING, Look.OUTDATED, Look.SAME, Look.TRANSLATED, Look.REVIEWED)


@dataclass(frozen=True)
class RowState:
    """What is to be said of a row's texts in one language."""

    language: str
    look: str
    label: Any
    sign: str
    hint: Any
    is_open: bool

    @property
    def language_name(self) -> str:
        return spoken(self.language)


States = dict[str, tuple[RowState, ...]]


def states_of(film: Film) -> States:
    """Return the states by the row's identifier, a language at most once. Two queries."""
    record, kind = film.record, kind_of(film.record.kind)
    document = desk_documents([record.pk]).get(record.pk)
    if document is None:
        return {}
    lifted = upgrade(kind, document)
    marks = {place: as_mark(row) for place, row in marks_of([record.pk])[record.pk].items()}
    found: dict[str, dict[str, TextState]] = {}
    for language in languages():
        for state in text_states(kind, lifted, language, origin_of(record), marks):
            if state.key.part in BY_PART:
                mine = found.setdefault(state.key.row, {})
                mine[language] = min(mine.get(language, state), state, key=_urgency)
    return {row: tuple(map(_describe, mine.values())) for row, mine in found.items()}


def _urgency(state: TextState) -> int:
    return ORDER.index(state.look)


def _describe(state: TextState) -> RowState:
    look = state.look
    return RowState(
        state.language, look.value, LOOKS[look], SIGNS[look], EXPLANATIONS[look], state.is_open
    )


def translation_links(film: Film) -> list[tuple[str, str]]:
    """Return (language, address) of the screens on which translators find these texts."""
    origin = origin_of(film.record)
    return [
        (spoken(code), reverse("translations_record", args=[film.record.uuid, code]))
        for code in languages()
        if code != origin
    ]

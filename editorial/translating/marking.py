"""What a change of texts does to the marks. Nothing here knows the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editorial.fields import languages
from editorial.kinds import Document, Kind
from editorial.translating.states import Mark, Marks
from editorial.translating.texts import Key, texts_in

WRITTEN, REVIEWED, NO_EFFECT = "written", "reviewed", "no_effect"


@dataclass(frozen=True)
class NewMark:
    """A mark to be written; `is_theirs` if it is older than this change and nobody's doing."""

    source_text: str
    how: str
    is_theirs: bool = False


Wanted = dict[tuple[Key, str], NewMark | None]


@dataclass(frozen=True)
class Circumstances:
    """What is known of a change: by hand or by a program, whether it leaves the meaning, and the
    source of translations that were not made from today's."""

    is_by_hand: bool = True
    keeps_meaning: bool = False
    made_from: Mapping[tuple[Key, str], str] = field(default_factory=dict)


def marks_after(
    kind: Kind,
    before: Document | None,
    after: Document,
    origin: str,
    marks: Marks,
    known: Circumstances,
) -> Wanted:
    """Return the marks to write, and None for those that go.

    No mark at all means: the text was right when it was written, and its source has not changed
    since. So an import writes none.
    """
    old_sources, new_sources = texts_in(kind, before, origin), texts_in(kind, after, origin)
    wanted: Wanted = {}
    for language in languages():
        if language == origin:
            continue
        old, new = texts_in(kind, before, language), texts_in(kind, after, language)
        for key in new:
            sources = old_sources.get(key, ""), new_sources.get(key, "")
            mark = marks.get((key, language))
            if old.get(key) != new[key]:
                source = known.made_from.get((key, language), sources[1])
                decided = _of_written(source, mark, known) if sources[1] else None
            else:
                decided = _of_source(sources, mark, known)
            if decided is not Unchanged:
                wanted[key, language] = decided
        gone = [place for place in marks if place[1] == language and place[0] not in new]
        wanted.update(dict.fromkeys(gone))
    wanted.update({place: None for place in marks if place[1] == origin})
    return {place: new for place, new in wanted.items() if new is not None or place in marks}


Unchanged = NewMark("", "unchanged")


def _of_written(source: str, mark: Mark | None, known: Circumstances) -> NewMark | None:
    """The text is new: it is right for today's source."""
    if mark is None and not known.is_by_hand:
        return None
    return NewMark(source, WRITTEN)


def _of_source(sources: tuple[str, str], mark: Mark | None, known: Circumstances) -> NewMark | None:
    """The text stayed; its source may have changed below it."""
    old, new = sources
    if old == new or not old:
        return Unchanged
    if known.keeps_meaning and new and (mark is None or mark.source_text == old):
        return NewMark(new, NO_EFFECT)
    if mark is None:
        return NewMark(old, WRITTEN, is_theirs=True)
    return Unchanged


def marks_of_origin(marks: Marks, old: Mapping[Key, str], new: Mapping[Key, str]) -> Wanted:
    """Return what a new language of origin does to the marks.

    What was right for the old source is right for the new one; what was not stays outdated.
    """
    wanted: Wanted = {}
    for (key, language), mark in marks.items():
        if mark.source_text == old.get(key, "") and new.get(key):
            wanted[key, language] = NewMark(new[key], mark.how, is_theirs=True)
    return wanted

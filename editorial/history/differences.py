"""Two documents compared, in words: the one way in which the desk shows a difference.

Lists are compared by the rows' uuids, as the merge does; a path is that of a `Conflict`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.documents import upgrade
from editorial.fields import languages as all_languages
from editorial.fields import neutral_fields
from editorial.history.naming import Names, entries_of, is_picture, label_of, texts_of
from editorial.history.saying import and_more
from editorial.history.words import Word, shorten, words_of
from editorial.kinds import Document, Kind, Part, kind_of
from editorial.names import spoken

__all__ = ["Difference", "Word", "differences", "words_of"]

Look = Literal["text", "value", "added", "removed", "moved", "picture"]
Entry = dict[str, Any]
# Fields that say nothing beside what is said already: a moved row is told once per list.
UNSAID = frozenset({"position"})
UNSAID_OF_FILES = frozenset({"width", "height", "extension"})
NAMES_SHOWN = 5


@dataclass(frozen=True)
class Difference:
    """One place that differs. `language` is '' for what is the same in every language.

    `place` names the row and is '' for the record itself. Of a "picture" `before` and `after` are
    uuids or, where a picture got another file, "SHA-256 width height"; only a "text" has `words`.
    """

    path: tuple[str, ...]
    place: str
    label: str
    language: str
    kind: Look
    before: str
    after: str
    words: tuple[Word, ...] = ()

    @property
    def language_name(self) -> str:
        return spoken(self.language) if self.language else ""

    @property
    def shown_words(self) -> list[Word]:
        """The words with long unchanged passages folded."""
        return list(shorten(self.words))


def differences(
    before: Document | None, after: Document | None, languages: Iterable[str] | None = None
) -> list[Difference]:
    """Return what differs, in the order of the form; None stands for a record that is not there.

    With `languages` only their texts are compared; what is the same in every language always is.
    """
    known = after or before
    if known is None:
        return []
    kind = kind_of(known["kind"])
    old, new = (upgrade(kind, document) if document else {} for document in (before, after))
    codes = [code for code in all_languages() if languages is None or code in set(languages)]
    walk = _Walk(kind, old, new, codes, Names(kind, (old, new)))
    return list(walk.run())


@dataclass
class _Walk:
    """One comparison: both documents, the languages that count, names looked up in bulk."""

    kind: Kind
    old: Document
    new: Document
    codes: list[str]
    names: Names

    def run(self) -> Iterator[Difference]:
        for part in self.kind.parts:
            if part is self.kind.main:
                yield from self._main(part)
            else:
                yield from self._rows(part)

    def _main(self, part: Part) -> Iterator[Difference]:
        (old,), (new,) = entries_of(self.old, part), entries_of(self.new, part)
        yield from self._values(part, old, new, "")
        for name in texts_of(part.model):
            for code in self.codes:
                before, after = (
                    _texts(document, code, part).get(name, "") for document in (self.old, self.new)
                )
                path = ("texts", code, part.name, name)
                yield from _text(path, "", label_of(part.model, name), code, before, after)

    def _rows(self, part: Part) -> Iterator[Difference]:
        old = {entry["uuid"]: entry for entry in entries_of(self.old, part)}
        new = {entry["uuid"]: entry for entry in entries_of(self.new, part)}
        for uuid, entry in new.items():
            if uuid in old:
                yield from self._row(part, old[uuid], entry)
            else:
                yield self._whole_row(part, entry, self.new, "added")
        for uuid, entry in old.items():
            if uuid not in new:
                yield self._whole_row(part, entry, self.old, "removed")
        moved = _moved([uuid for uuid in old if uuid in new], [uuid for uuid in new if uuid in old])
        if moved:
            yield self._order(part, [new[uuid] for uuid in new if uuid in moved])

    def _row(self, part: Part, old: Entry, new: Entry) -> Iterator[Difference]:
        place = f"{self.names.plural(part)}: {self.names.row(part, new, self.new)}"
        yield from self._values(part, old, new, place)
        for name in texts_of(part.model):
            for code in self.codes:
                before, after = (
                    _texts(document, code, part).get(new["uuid"], {}).get(name, "")
                    for document in (self.old, self.new)
                )
                path = ("texts", code, part.name, new["uuid"], name)
                yield from _text(path, place, label_of(part.model, name), code, before, after)

    def _values(self, part: Part, old: Entry, new: Entry, place: str) -> Iterator[Difference]:
        """Yield what differs in the language-neutral fields of a row, or of the main row."""
        path = (part.name, new["uuid"]) if "uuid" in new else (part.name,)
        for field in neutral_fields(part.model, part.owner, part.excluded):
            before, after = old.get(field.name), new.get(field.name)
            if before == after or _is_unsaid(part, field.name):
                continue
            label = label_of(part.model, field.name)
            here = (*path, field.name)
            if is_picture(field):
                yield Difference(here, place, label, "", "picture", before or "", after or "")
                continue
            if field.name == "sha256":
                yield Difference(here, place, label, "", "picture", _file_in(old), _file_in(new))
                continue
            was = self.names.value(part, field, before, old)
            now = self.names.value(part, field, after, new)
            if _is_prose(field, part):
                yield from _text(here, place, label, "", was, now)
            else:
                yield Difference(here, place, label, "", "value", was, now)

    def _whole_row(
        self, part: Part, entry: Entry, document: Document, look: Literal["added", "removed"]
    ) -> Difference:
        path, place = (part.name, entry["uuid"]), self.names.plural(part)
        picture = _picture_in(part, entry)
        kind: Look = "picture" if picture else look
        label = str(capfirst(part.model._meta.verbose_name))
        if picture:
            shown, label = picture, self.names.row(part, entry, document)
        else:
            shown = self._describe(part, entry, document)
        before, after = ("", shown) if look == "added" else (shown, "")
        return Difference(path, place, label, "", kind, before, after)

    def _describe(self, part: Part, entry: Entry, document: Document) -> str:
        """Return a row in one line: its name, then what else is entered."""
        lines = [self.names.row(part, entry, document)]
        for field in neutral_fields(part.model, part.owner, part.excluded):
            value = entry.get(field.name)
            is_said = field.name in part.named_by or _is_unsaid(part, field.name)
            if is_said or value is False or value == field.get_default():
                continue
            shown = self.names.value(part, field, value, entry)
            lines += [f"{label_of(part.model, field.name)}: {shown}"] if shown else []
        for name in texts_of(part.model):
            texts = {c: _texts(document, c, part).get(entry["uuid"], {}) for c in self.codes}
            if name not in part.named_by:
                label = label_of(part.model, name)
                lines += [
                    f"{label} ({spoken(code)}): {text[name]}"
                    for code, text in texts.items()
                    if text.get(name)
                ]
        return "; ".join(lines)

    def _order(self, part: Part, entries: list[Entry]) -> Difference:
        names = [self.names.row(part, entry, self.new) for entry in entries[:NAMES_SHOWN]]
        more = len(entries) - len(names)
        text = " · ".join(names)
        if more:
            text = and_more(text, more)
        return Difference((part.name,), self.names.plural(part), _("Order"), "", "moved", "", text)


def _text(
    path: tuple[str, ...], place: str, label: str, language: str, before: str, after: str
) -> Iterator[Difference]:
    if before != after:
        words = words_of(before, after)
        yield Difference(path, place, label, language, "text", before, after, words)


def _texts(document: Document, language: str, part: Part) -> dict[str, Any]:
    found: dict[str, Any] = document.get("texts", {}).get(language, {}).get(part.name, {})
    return found


def _is_unsaid(part: Part, name: str) -> bool:
    """Tell whether a field says nothing of its own: a row's place, the size of a file."""
    if part.owner:
        return name in UNSAID
    has_file = any(field.name == "sha256" for field in part.model._meta.concrete_fields)
    return has_file and name in UNSAID_OF_FILES


def _is_prose(field: Any, part: Part) -> bool:
    """Tell whether a value is compared word by word."""
    is_code = field.choices or field.name in part.shown_as or field.name in CODES
    is_text = isinstance(field, models.CharField | models.TextField)
    return is_text and not is_code and not isinstance(field, NO_PROSE)


CODES = frozenset({"country", "language", "sha256"})
NO_PROSE = (models.URLField, models.EmailField, models.SlugField)


def _picture_in(part: Part, entry: Entry) -> str:
    """Return the picture that a row is about, if it is about one."""
    fields = neutral_fields(part.model, part.owner, part.excluded)
    found = (entry.get(f.name) for f in fields if is_picture(f) and f.name in part.named_by)
    return next((str(uuid) for uuid in found if uuid), "")


def _file_in(entry: Entry) -> str:
    """Return what a picture's file is shown by: content, width and height in pixels."""
    if not entry.get("sha256"):
        return ""
    return f"{entry['sha256']} {entry.get('width', 0)} {entry.get('height', 0)}"


def _moved(old: list[str], new: list[str]) -> set[str]:
    """Return the fewest rows whose moving makes one order of the other."""
    places = {uuid: place for place, uuid in enumerate(old)}
    ends: list[int] = []
    chains: list[list[str]] = []
    for uuid in new:
        place = places[uuid]
        at = bisect_left(ends, place)
        chain = [*(chains[at - 1] if at else []), uuid]
        ends[at : at + 1], chains[at : at + 1] = [place], [chain]
    return set(new) - set(chains[-1]) if chains else set()

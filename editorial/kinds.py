"""What editorial knows of each kind of record; the apps register theirs when they are ready."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models

Document = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """One own table of a record, as it stands in the document.

    `owner` is the look-up from a row to the main row ('' for the main row itself). Language-neutral
    fields go into the part, translated ones into `texts`. `excluded` names fields that are
    not part of the document, each with its reason. `instant` parts go live when they are saved.
    `before_apply` holds values that rows get first, so that a constraint over rows (one main
    version) cannot be hurt half way; rows that are `is_rebuilt` are made anew for the same reason,
    where two of them may change places.

    For people: a row is called by the fields it is `named_by`; `shown_as` says of a field that its
    value is a "country", a "language" or a "runtime" in seconds, or a word of `register_words`
    (`editorial.history.naming`), where its name does not say so.

    `one_by` names fields by which two rows are one although their uuids differ, one rule or several
    (`editorial.matching_rows`); `is_once` says that the table takes no second row of them.
    """

    name: str
    model: type[models.Model]
    owner: str = ""
    excluded: Mapping[str, str] = field(default_factory=dict)
    is_instant: bool = False
    before_apply: Mapping[str, Any] = field(default_factory=dict)
    is_rebuilt: bool = False
    named_by: tuple[str, ...] = ()
    shown_as: Mapping[str, str] = field(default_factory=dict)
    one_by: tuple[tuple[str, ...], ...] = ()
    is_once: bool = False


@dataclass(frozen=True)
class Target:
    """One shared record that a document shows."""

    uuid: str
    usage: str
    row: str | None = None
    role: str = ""
    character: str = ""
    position: int = 0
    year: int | None = None


@dataclass(frozen=True)
class Finding:
    """One line of a checklist. A blocking one keeps the language from going live."""

    is_blocking: bool
    field: str
    message: str


def no_targets(document: Document, language: str) -> Iterable[Target]:
    return ()


def no_index(document: Document, language: str) -> dict[str, Any]:
    return {}


def no_findings(document: Document, language: str) -> list[Finding]:
    return []


def no_waking(record_id: int) -> None:
    pass


def not_elsewhere(record_id: int) -> bool:
    return False


def no_originals(document: Document) -> dict[tuple[str, str], str]:
    return {}


@dataclass(frozen=True)
class Kind:
    """How records of one kind are walked, indexed, checked and referred to.

    `limits` are words that a text should not exceed, by field. `originals` names, by (part, row),
    the language in which what a row translates was said: no translation into it is missing.
    `wake` is called for a record that was given a former state, inside the change: what is derived
    from its rows, such as sizes of a picture, may be there no longer. `shown_elsewhere` tells
    whether visitors see a shared record that no publication refers to: a logo, a portrait.
    """

    name: str
    model: type[models.Model]
    parts: tuple[Part, ...]
    schema: int = 1
    upgrades: Mapping[int, Callable[[Document], Document]] = field(default_factory=dict)
    is_published: bool = False
    index: Callable[[Document, str], dict[str, Any]] = no_index
    targets: Callable[[Document, str], Iterable[Target]] = no_targets
    checklist: Callable[[Document, str], list[Finding]] = no_findings
    limits: Mapping[str, int] = field(default_factory=dict)
    originals: Callable[[Document], Mapping[tuple[str, str], str]] = no_originals
    wake: Callable[[int], None] = no_waking
    shown_elsewhere: Callable[[int], bool] = not_elsewhere

    @property
    def main(self) -> Part:
        return self.parts[0]


Targets = Callable[[Document, str], Iterable[Target]]
Index = Callable[[Document, str], dict[str, Any]]
# Completes the index columns that the kind's own room made.
MoreIndex = Callable[[Document, str, dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Extension:
    """What a room further out gives to a kind: parts, what they refer to, index columns."""

    parts: tuple[Part, ...] = ()
    targets: Targets | None = None
    index: MoreIndex | None = None


_kinds: dict[str, Kind] = {}
# In whichever order the apps became ready.
_given: dict[str, list[Extension]] = {}


def register(kind: Kind) -> None:
    for extension in _given.get(kind.name, ()):
        kind = _extended(kind, extension)
    _kinds[kind.name] = kind


def extend(
    name: str, *parts: Part, targets: Targets | None = None, index: MoreIndex | None = None
) -> None:
    """Give a kind of a room further in more parts: its document then holds these rows too."""
    extension = Extension(parts, targets, index)
    _given.setdefault(name, []).append(extension)
    if name in _kinds:
        _kinds[name] = _extended(_kinds[name], extension)


def _extended(kind: Kind, extension: Extension) -> Kind:
    own_targets, more_targets = kind.targets, extension.targets
    own_index, more_index = kind.index, extension.index

    def targets(document: Document, language: str) -> Iterable[Target]:
        yield from own_targets(document, language)
        yield from more_targets(document, language) if more_targets else ()

    def index(document: Document, language: str) -> dict[str, Any]:
        columns = own_index(document, language)
        return more_index(document, language, columns) if more_index else columns

    return replace(kind, parts=(*kind.parts, *extension.parts), targets=targets, index=index)


def kind_of(name: str) -> Kind:
    return _kinds[name]


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())

"""What could not be read is no deletion: it stays as the folder had it at the last import."""

import copy
from dataclasses import dataclass, field
from typing import Any

from editorial.kinds import Document

Path = tuple[str, ...]


@dataclass
class Unread:
    """Places of a document: single values, and parts of which rows were left out."""

    values: list[Path] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)

    def forget(self) -> None:
        self.values.clear()
        self.parts.clear()


def keep_unread(theirs: Document, before: Document, unread: Unread) -> Document:
    """Return `theirs` with what `before` has in the places that could not be read."""
    if not before or not (unread.values or unread.parts):
        return theirs
    kept = copy.deepcopy(theirs)
    for path in unread.values:
        _keep_value(kept, before, path)
    for part in unread.parts:
        _keep_rows(kept, before, part)
    return kept


def _keep_value(kept: Any, before: Any, path: Path) -> None:
    *steps, last = path
    for step in steps:
        before = _inside(before, step)
        if before is None:
            return
        inside = _inside(kept, step)
        kept = kept.setdefault(step, {}) if inside is None and isinstance(kept, dict) else inside
        if kept is None:
            return
    if last in before:
        kept[last] = before[last]


def _inside(value: Any, step: str) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return next((row for row in value if row["uuid"] == step), None)


def _keep_rows(kept: Document, before: Document, part: str) -> None:
    rows = kept.setdefault(part, [])
    there = {row["uuid"] for row in rows}
    missing = [row for row in before.get(part, []) if row["uuid"] not in there]
    rows += missing
    for language, parts in before.get("texts", {}).items():
        texts = parts.get(part, {})
        for uuid in {row["uuid"] for row in missing} & set(texts):
            own = kept["texts"].setdefault(language, {}).setdefault(part, {})
            own[uuid] = texts[uuid]

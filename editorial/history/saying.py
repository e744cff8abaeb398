"""What changed, in a word or two: for lists of revisions. Asks the database nothing."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import ngettext

from editorial.documents import upgrade
from editorial.fields import languages, neutral_fields
from editorial.history.naming import entries_of, label_of, texts_of
from editorial.kinds import Document, Part, kind_of
from editorial.names import spoken


def say_changes(before: Document, after: Document, most: int = 3) -> str:
    """Return the fields and lists that differ, e.g. “Title (German), Credits and 2 more”."""
    kind = kind_of(after["kind"])
    old, new = upgrade(kind, before), upgrade(kind, after)
    names = [name for part in kind.parts for name in _changed_in(part, old, new)]
    shown = ", ".join(names[:most])
    if len(names) <= most:
        return shown
    return and_more(shown, len(names) - most)


def and_more(shown: str, n: int) -> str:
    """Return the names that are shown, and how many are not."""
    text = ngettext("%(names)s and one more", "%(names)s and %(n)d more", n)
    return text % {"names": shown, "n": n}


def _changed_in(part: Part, old: Document, new: Document) -> list[str]:
    if part.owner:
        has_changed = _rows(part, old) != _rows(part, new)
        return [str(capfirst(part.model._meta.verbose_name_plural))] if has_changed else []
    (was,), (now,) = entries_of(old, part), entries_of(new, part)
    fields = neutral_fields(part.model, part.owner, part.excluded)
    names = [label_of(part.model, f.name) for f in fields if was.get(f.name) != now.get(f.name)]
    for name in texts_of(part.model):
        for code in languages():
            if _texts(part, old, code).get(name) != _texts(part, new, code).get(name):
                names.append(f"{label_of(part.model, name)} ({spoken(code)})")
    return names


def _rows(part: Part, document: Document) -> tuple[list[Any], list[Any]]:
    """Return rows in their order, without the numbers that make it, and their texts."""
    rows = [{k: v for k, v in row.items() if k != "position"} for row in entries_of(document, part)]
    return rows, [_texts(part, document, code) for code in languages()]


def _texts(part: Part, document: Document, language: str) -> dict[str, Any]:
    found: dict[str, Any] = document.get("texts", {}).get(language, {}).get(part.name, {})
    return found

"""A film as the start of another one: what stays the same is copied, what happened to it is not."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from editorial.changes import change
from editorial.documents import apply_document, document_of
from editorial.fields import languages
from editorial.kinds import Document
from editorial.models import Record
from editorial.models.base import new_record
from films.models import Film

# What one may take along, and the parts it stands in. Rooms further out add to it.
CHOICES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "texts": (gettext_lazy("Texts"), ()),
    "credits": (gettext_lazy("Credits"), ("credits",)),
    "companies": (gettext_lazy("Companies"), ("companies",)),
    "versions": (gettext_lazy("Versions with their technical facts"), ("versions",)),
    "pictures": (gettext_lazy("Pictures"), ("images",)),
}
ALWAYS = ("countries",)
# They say what became of the other film.
LEFT_OUT = ("slug", "award_notes", "seo_title", "seo_description")
TITLE_LENGTH = 250


_more: dict[str, tuple[Any, tuple[str, ...]]] = {}


def register_choice(key: str, label: Any, parts: tuple[str, ...]) -> None:
    """Offer parts of a room further out, which calls this when the apps are ready."""
    _more[key] = (label, parts)


def choices() -> dict[str, tuple[Any, tuple[str, ...]]]:
    """Return what a film may take along: label and parts, by key."""
    return {**CHOICES, **_more}


def duplicate_film(film: Film, chosen: Collection[str], user: Any = None) -> Record:
    """Create a film from another one and return its record; `chosen` are keys of `choices`."""
    with change(user, _("Duplicated: %(name)s") % {"name": film}):
        document = document_of(film.record) or {}
        record = new_record(Record.Kind.FILM, f"{film.key}-copy")
        apply_document(record, copy_document(document, chosen))
    return record


def copy_document(document: Document, chosen: Collection[str]) -> Document:
    """Return the document of the new film: rows of their own, title marked as a copy.

    Rows that refer to each other do so in the copy; what refers to a row that stays here is empty.
    """
    known = choices()
    parts = [*ALWAYS, *(part for key in known if key in chosen for part in known[key][1])]
    renamed = {row["uuid"]: str(uuid4()) for part in parts for row in document.get(part, [])}
    staying = _row_uuids(document) - set(renamed)
    copy: Document = {
        "schema": document.get("schema", 1),
        "kind": document["kind"],
        "facts": document.get("facts", {}),
        "texts": {},
    }
    for part in parts:
        copy[part] = [_copy_row(row, renamed, staying) for row in document.get(part, [])]
    for language in languages():
        texts = document.get("texts", {}).get(language, {})
        rows = {
            part: {renamed[uuid]: values for uuid, values in texts.get(part, {}).items()}
            for part in parts
        }
        copy["texts"][language] = {
            **rows,
            "facts": _texts(texts.get("facts", {}), language, "texts" in chosen),
        }
    return copy


def _row_uuids(document: Document) -> set[str]:
    lists = [value for value in document.values() if isinstance(value, list)]
    return {row["uuid"] for rows in lists for row in rows}


def _copy_row(
    row: dict[str, Any], renamed: Mapping[str, str], staying: Collection[str]
) -> dict[str, Any]:
    said = {name: value for name, value in row.items() if not _is_in(value, staying)}
    return {name: renamed[v] if _is_in(v, renamed) else v for name, v in said.items()}


def _is_in(value: Any, uuids: Collection[str]) -> bool:
    return isinstance(value, str) and value in uuids


def _texts(texts: dict[str, str], language: str, with_prose: bool) -> dict[str, str]:
    kept = {name: text for name, text in texts.items() if with_prose and name not in LEFT_OUT}
    if "title" not in texts:
        return kept
    with override(language):
        mark = _("copy")
    return {**kept, "title": f"{texts['title'][: TITLE_LENGTH - len(mark) - 3]} ({mark})"}

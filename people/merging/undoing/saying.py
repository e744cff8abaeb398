"""Rows and fields in words, for the page on which somebody decides."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.fields import any_text
from editorial.models import OwnRow
from editorial.names import spoken
from people.merging.page import describe_row
from people.merging.relations import owner_of
from people.merging.tracing import read_values, translated_columns


def say_row(row: Any) -> str:
    """Return what a row is: its film or picture, its kind, what it says."""
    owner = owner_of(row) if isinstance(row, OwnRow) else None
    return _join(str(owner) if owner is not None else "", row)


def say_traced(entry: dict[str, Any]) -> str:
    """Return the same of a row as it stood before the merge."""
    model = apps.get_model(entry["model"])
    return _join(entry.get("owner", ""), model(**entry["before"]))


def _join(owner: str, row: Any) -> str:
    kind = capfirst(str(row._meta.verbose_name))
    said = _describe(row)
    what = f"{kind}: {said}" if said else kind
    # The owner of a name is the person of whom the whole page tells.
    return f"{owner} – {what}" if owner and row._meta.label != "people.PersonName" else what


def _describe(row: Any) -> str:
    """Return role or name, and the part that was played; roles go as well as rows do."""
    try:
        said = describe_row(row)
    except ObjectDoesNotExist:
        said = ""
    said = "" if said == str(row._meta.verbose_name) else said
    character = any_text(row, "character") if hasattr(row, "character") else ""
    return f"{said} ({character})" if character else said


def say_changes(entry: dict[str, Any], row: Any) -> str:
    """Return what was edited in a row since the merge; '' for a row that is new."""
    if entry.get("after") is None:
        return _("an older state was restored since")
    after = {**(entry["before"] or {}), **entry["after"]}
    now = read_values(row)
    lines = []
    for name, value in now.items():
        if value != after.get(name):
            label = _label(type(row), name)
            lines.append(
                _said(label, show_value(row, name, after.get(name)), show_value(row, name, value))
            )
    return "; ".join(lines)


def say_field(record: Any, name: str, before: Any, after: Any) -> tuple[str, str]:
    """Return (the field and what stands there now, what stood there before)."""
    now = show_value(record, name, read_values(record)[name])
    text = f"{_label(type(record), name)}: {now or _('empty')}"
    former = show_value(record, name, before) or _("empty")
    merged = show_value(record, name, after) or _("empty")
    if former == merged:
        return text, _("before: %(value)s") % {"value": former}
    return text, _("before the merge: %(former)s; after it: %(merged)s") % {
        "former": former,
        "merged": merged,
    }


def say_kept(name: str) -> str:
    return _("belongs to %(name)s, who stays") % {"name": name}


def say_returning(name: str) -> str:
    return _("belongs to %(name)s, who comes back") % {"name": name}


def _said(label: str, old: str, new: str) -> str:
    empty = _("empty")
    return _("%(field)s was “%(old)s”, is “%(new)s”") % {
        "field": label, "old": old or empty, "new": new or empty,
    }  # fmt: skip


def _label(model: Any, name: str) -> str:
    code = translated_columns(model).get(name)
    if code is None:
        return capfirst(str(model._meta.get_field(name).verbose_name))
    field = name[: -len(code) - 1]
    return f"{capfirst(str(model._meta.get_field(field).verbose_name))} ({spoken(code)})"


def show_value(row: Any, name: str, value: Any) -> str:
    """Return a value as people read it: what it refers to by its name."""
    if value is None or value == "":
        return ""
    field = next(f for f in type(row)._meta.concrete_fields if name in (f.name, f.attname))
    if field.related_model is not None:
        target = field.related_model._default_manager.filter(pk=value).first()
        return str(target) if target is not None else ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return str(value)

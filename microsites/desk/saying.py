"""Everything that a row says, in words: for somebody whose form was made from another state."""

from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.fields import translated_fields
from editorial.names import spoken
from microsites.choices import PhaseKey
from microsites.desk.rows import UNSAID, kind_for, table_of


def say_row(row: Any) -> list[tuple[str, str]]:
    """Return (label, text) of what is entered, in the order of the form."""
    unsaid = {*UNSAID, *translated_fields(type(row)), table_of(row).owner}
    said = []
    for field in row._meta.concrete_fields:
        text = "" if field.name in unsaid else _text_of(row, field)
        if text:
            said.append((_label_of(field), text))
    return said


def differing(theirs: list[tuple[str, str]], row: Any) -> list[tuple[str, str]]:
    """Return what they say and the row, filled in by a form, does not; all of it if both agree."""
    there, here = dict(theirs), dict(say_row(row))
    labels = [*there, *(label for label in here if label not in there)]
    found = [(label, there.get(label) or "–") for label in labels]
    return [one for one in found if here.get(one[0]) != there.get(one[0])] or theirs


def _label_of(field: Any) -> str:
    if language := getattr(field, "language", ""):
        return f"{capfirst(field.translated_field.verbose_name)} ({spoken(language)})"
    return str(capfirst(field.verbose_name))


def _text_of(row: Any, field: models.Field[Any, Any]) -> str:
    value = getattr(row, field.name)
    if value in (None, "", []):
        return ""
    if field.name == "phases":
        known = dict(PhaseKey.choices)
        return ", ".join(str(known.get(key, key)) for key in value)
    if field.name in ("kind", "variant") and not field.choices:
        kind = kind_for(row)
        return str(kind.label if field.name == "kind" else dict(kind.variants).get(value, value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(field, models.DateField):
        return date_format(value, "DATE_FORMAT")
    return str(getattr(row, f"get_{field.name}_display")() if field.choices else value)

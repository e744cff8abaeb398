"""Fields that are only looked at, in words: names for codes, a date as far as it is known."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models

from editorial.history.naming import SHOWN_AS, show_code
from editorial.kinds import all_kinds
from editorial.moments import say_day

NOTHING = "–"


@dataclass(frozen=True)
class Worded:
    """A field for `readonly_fields` whose value is said in words; Django would show it raw."""

    model: type[models.Model]
    name: str
    do_not_call_in_templates = True

    @property
    def __name__(self) -> str:
        return self.name

    @property
    def short_description(self) -> str:
        field: Any = self.model._meta.get_field(self.name)
        return str(field.verbose_name)

    def __call__(self, row: models.Model) -> str:
        return say_value(row, self.name) or NOTHING

    def __str__(self) -> str:
        return self.name


def worded(model: type[models.Model], name: Any) -> Any:
    """Return what shows a field in words, or the name itself where Django says it well."""
    if not isinstance(name, str) or name not in {f.name for f in model._meta.concrete_fields}:
        return name
    field = model._meta.get_field(name)
    is_day = isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField)
    if isinstance(field, models.JSONField) or is_day or shown_as(model, name):
        return Worded(model, name)
    return name


def shown_as(model: type[models.Model], name: str) -> str:
    """Return what a column's codes stand for: country, language, runtime, or nothing."""
    parts = (part for kind in all_kinds() for part in kind.parts if part.model is model)
    return next((part.shown_as[name] for part in parts if name in part.shown_as), "") or (
        SHOWN_AS.get(name, "")
    )


def say_value(row: models.Model, name: str) -> str:
    value = getattr(row, name)
    if value is None or value in ("", []):
        return ""
    if isinstance(value, date) and not isinstance(value, datetime):
        return say_day(value, getattr(row, "precision", "day"))
    values = value if isinstance(value, list) else [value]
    return ", ".join(show_code(str(item), shown_as(type(row), name)) for item in values)

"""How one field of a row is written into a document and read back."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from modeltranslation.manager import get_translatable_fields_for_model

from editorial.models import OwnRow, RecordModel

AnyField: TypeAlias = "models.Field[Any, Any]"


def languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def column(field: str, language: str) -> str:
    """Return the name of a translated field's column, e.g. `title_de`."""
    return f"{field}_{language.replace('-', '_')}"


def columns(field: str) -> tuple[str, ...]:
    """Return all columns of a translated field, in the order of the settings."""
    return tuple(column(field, language) for language in languages())


def any_text(row: models.Model, field: str) -> str:
    """Return a translated field in the active language or, failing that, in any."""
    active = (get_language() or "").split("-")[0]
    ordered = sorted(languages(), key=lambda code: code.split("-")[0] != active)
    return next((text for code in ordered if (text := getattr(row, column(field, code)))), "")


def translated_fields(model: type[models.Model]) -> tuple[str, ...]:
    found = _translated.get(model)
    if found is None:
        found = _translated[model] = tuple(get_translatable_fields_for_model(model) or ())
    return found


_translated: dict[type[models.Model], tuple[str, ...]] = {}


def neutral_fields(
    model: type[models.Model], owner: str, excluded: Iterable[str]
) -> list[AnyField]:
    """The language-neutral fields of a row that a document holds, in the order of the model."""
    return _neutral_fields(model, owner, tuple(excluded))


@cache
def _neutral_fields(
    model: type[models.Model], owner: str, excluded: tuple[str, ...]
) -> list[AnyField]:
    translated = set(translated_fields(model))
    columns = {column(name, code) for name in translated for code in languages()}
    # The step to the owning row itself is implied by where the row stands in the document.
    direct_owner = owner if "__" not in owner else ""
    skipped = {"id", "uuid", "record", direct_owner, *translated, *columns, *excluded}
    fields: list[AnyField] = [f for f in model._meta.concrete_fields if f.name not in skipped]
    return fields + [f for f in model._meta.many_to_many if f.name not in skipped]


def is_reference(field: AnyField) -> bool:
    return field.is_relation


def identity_field(model: type[models.Model]) -> str:
    """The look-up that names a row of `model` in documents: stable across databases."""
    if issubclass(model, RecordModel):
        return "record__uuid"
    if issubclass(model, OwnRow):
        return "uuid"
    names = {field.name for field in model._meta.concrete_fields}
    if "uuid" in names:
        return "uuid"
    if "key" in names:
        return "key"
    raise TypeError(f"{model.__name__} has neither uuid nor key: a document cannot name its rows.")


def encode(value: Any) -> Any:
    """Return `value` as JSON; what is empty is absent."""
    if value is None or value == "":
        return None
    if isinstance(value, uuid.UUID | Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value


def decode(field: AnyField, value: Any) -> Any:
    """Return the row's value for a document's value; what is absent gets the field's default."""
    if value is None:
        if field.null:
            return None
        return field.get_default()
    return field.to_python(value)

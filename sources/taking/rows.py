"""How a row that a source tells of is saved, and in which of its columns its words stand."""

from typing import TypeVar

from django.db import models

from editorial.fields import column

Saved = TypeVar("Saved", bound=models.Model)


def save_row(row: Saved) -> Saved:
    """Check a row and save it; return it. Raises ValidationError for bad values."""
    row.full_clean(exclude=["film", "press_item"])
    row.save()
    return row


def spoken_column(model: type[models.Model], name: str, language: str) -> str:
    """Return the column of a field in a language; the field itself if it is not translated."""
    names = {field.name for field in model._meta.get_fields()}
    own = column(name, language)
    return own if own in names else name

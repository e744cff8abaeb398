"""A text written anew on the page of conflicts, checked as its field in the form would."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from editorial.form_fields import ProseField
from editorial.guard.collisions import WRITABLE, field_at
from editorial.kinds import Kind
from editorial.merging import MISSING, Path


def clean_text(kind: Kind, path: Path, text: str) -> tuple[Any, str]:
    """Return (value for the document, what is wrong); an empty text is absent."""
    field = field_at(kind, path)
    if field is None or field.choices or not isinstance(field, WRITABLE):
        return MISSING, ""
    form_class = ProseField if isinstance(field, models.TextField) else None
    form_field = field.formfield(**({"form_class": form_class} if form_class else {}))
    try:
        value = form_field.clean(text)
        field.run_validators(value)
    except ValidationError as error:
        return MISSING, " ".join(error.messages)
    return value or MISSING, ""

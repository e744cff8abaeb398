"""Single values of a file: what a form would take, and what every database can hold."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import gettext as _

from editorial.fields import AnyField, encode, languages
from editorial.moments import check_moment
from editorial.prose import check_markdown

# SQLite takes any number; what it took must also go into another database.
RANGES = BaseDatabaseOperations.integer_field_ranges


def clean_value(field: AnyField, entry: Any) -> Any:
    """Return the document's value of what a file says. Raises ValidationError."""
    if field.get_internal_type() == "JSONField":
        return _clean_words(field, entry)
    if isinstance(entry, dict | list):
        raise ValidationError(_("Expected one value, found several."))
    if isinstance(entry, bool) and not isinstance(field, models.BooleanField):
        entry = "true" if entry else "false"
    if isinstance(field, models.DecimalField):
        entry = str(entry)
    value = field.clean(entry, None)
    _check_range(field, value)
    return encode(value)


def _clean_words(field: AnyField, entry: Any) -> Any:
    """Lists of words are all that rows hold as JSON."""
    is_list = isinstance(entry, list)
    if not is_list or any(isinstance(word, dict | list | None) for word in entry):
        raise ValidationError(_("Expected a list of words, each on a line beginning with “- ”."))
    words = ["true" if word is True else "false" if word is False else str(word) for word in entry]
    return field.clean(words, None)


def _check_range(field: AnyField, value: Any) -> None:
    if isinstance(value, int) and not isinstance(value, bool):
        low, high = RANGES.get(field.get_internal_type(), (None, None))
        if low is not None:
            MinValueValidator(low)(value)
            MaxValueValidator(high)(value)
    if isinstance(field, models.DateTimeField) and value is not None:
        check_moment(value)


def prose_mistake(text: str, language: str) -> str:
    """Return what is wrong with the text of a file, or ''."""
    if language not in languages():
        return _("The site does not have the language “%(code)s”.") % {"code": language}
    if "\0" in text:
        return _("There is a control character in the text. Remove it.")
    try:
        check_markdown(text)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""

"""What the database refused, as a sentence: it names the table in people's words."""

import re
from contextlib import suppress

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import DatabaseError, IntegrityError, models
from django.utils.translation import gettext as _

from editorial.kinds import Part

COLUMNS = re.compile(r"UNIQUE constraint failed: (?P<columns>[\w., ]+)")


def say_clash(error: DatabaseError) -> str:
    """Return what stands in the way, without the words of the database."""
    if not isinstance(error, IntegrityError):
        return _("The database could not take this. The log of the server says why.")
    model, names = _place(error)
    if model is None:
        return _("Two entries exclude each other, or one contradicts what is here.")
    words = {"what": str(model._meta.verbose_name), "fields": ", ".join(names)}
    if not names:
        return _("“%(what)s”: an entry contradicts what is here already.") % words
    return _("“%(what)s”: two entries say the same (%(fields)s), and only one can.") % words


def say_double(part: Part, row: dict[str, object]) -> str:
    """Return that a row was left out because the film has it already."""
    said = ", ".join(str(row[name]) for name in part.named_by if row.get(name))
    message = _("“%(what)s %(said)s” stands here already, changed by hand; it was left out.")
    return message % {"what": part.model._meta.verbose_name, "said": said}


def _place(error: IntegrityError) -> tuple[type[models.Model] | None, list[str]]:
    """Return the model and the names of the fields that clash, as far as the database says."""
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is not None:  # PostgreSQL
        model = _model_of(diagnosis.table_name or "")
        return model, _constraint_fields(model, diagnosis.constraint_name or "")
    found = COLUMNS.search(str(error))
    if found is None:
        return None, []
    pairs = [column.strip().split(".")[-2:] for column in found["columns"].split(",")]
    model = _model_of(pairs[0][0])
    return model, _field_names(model, [pair[-1] for pair in pairs])


def _model_of(table: str) -> type[models.Model] | None:
    return next((model for model in apps.get_models() if model._meta.db_table == table), None)


def _constraint_fields(model: type[models.Model] | None, name: str) -> list[str]:
    constraints = model._meta.constraints if model else []
    found = next((c for c in constraints if c.name == name), None)
    return _field_names(model, list(getattr(found, "fields", ())))


def _field_names(model: type[models.Model] | None, columns: list[str]) -> list[str]:
    names = []
    for column in columns:
        with suppress(FieldDoesNotExist):
            field = model._meta.get_field(column.removesuffix("_id")) if model else None
            names.append(str(getattr(field, "verbose_name", column)))
    return names

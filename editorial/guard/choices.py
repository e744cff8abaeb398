"""What a form shows costs the same however many rows and records there are.

A picker looks up the label of what is chosen, field by field: here the row brings it along.
"""

from typing import Any

from django.contrib.admin.widgets import AutocompleteMixin
from django.db import models

from editorial.kinds import kind_of
from editorial.models import RecordModel


def references_of(model: type[models.Model], owner: type[models.Model]) -> list[str]:
    """Return the references of a row, and those that their names need, for `select_related`."""
    found = []
    for field in _references(model):
        target = field.related_model
        if target is owner or target is model:
            continue
        further = [f"{field.name}__{one.name}" for one in _references(target) if not one.null]
        found += further or [field.name]
    return found


def _references(model: Any) -> list[Any]:
    fields = model._meta.concrete_fields
    return [f for f in fields if f.is_relation and not f.primary_key and f.name != "record"]


def show_known(form: Any) -> None:
    """Let the pickers of a row show what is chosen without asking the database."""
    for name, field in form.fields.items():
        picker = getattr(field.widget, "widget", field.widget)
        if not isinstance(picker, AutocompleteMixin) or picker.allow_multiple_selected:  # type: ignore[attr-defined]
            continue
        relation = form.instance._meta.get_field(name)
        chosen = relation.get_cached_value(form.instance, None)
        if chosen is not None:
            field.widget.choices = KnownChoices(field, chosen)


class KnownChoices:
    """One chosen row in the place of a queryset; anything else is looked up."""

    def __init__(self, field: Any, chosen: models.Model) -> None:
        self.field, self.chosen = field, chosen

    @property
    def queryset(self) -> "KnownChoices":
        return self

    def using(self, _database: str) -> "KnownChoices":
        return self

    def filter(self, **lookup: Any) -> Any:
        (values,) = lookup.values()
        if {str(value) for value in values} <= {str(self.chosen.pk)}:
            return [self.chosen]
        return self.field.queryset.filter(**lookup)


def known_rows(obj: Any, model: type[models.Model]) -> list[dict[str, Any]] | None:
    """Return the rows of a record that its document holds; None if it has not been read."""
    if not isinstance(obj, RecordModel) or obj.pk is None or obj.record.desk is None:
        return None
    for part in kind_of(obj.record.kind).parts[1:]:
        if part.model is model:
            found: list[dict[str, Any]] = obj.record.desk.get(part.name, [])
            return found
    return None

"""What a decision wrote, column by column, so that it can be taken back."""

from typing import Any

from django.apps import apps
from django.db import models

from editorial.fields import decode, encode, identity_field
from films.models import Country, Film

# One column of one row: model, row (its name in documents), column, before, after.
Step = dict[str, Any]


def set_column(row: Any, column: str, value: Any) -> list[Step]:
    """Set a column, unsaved, and return the step; none if it says so already."""
    field: Any = row._meta.get_field(column)
    before = getattr(row, field.attname)
    after = getattr(value, "pk", value) if field.is_relation else value
    if before == after:
        return []
    setattr(row, field.attname, after)
    return [
        {
            "model": row._meta.label_lower,
            "row": name_of(row),
            "column": column,
            "before": encode(before),
            "after": encode(after),
        }
    ]


def set_countries(film: Film, codes: list[str]) -> list[Step]:
    """Make these the film's countries, in this order; notes stay with their country."""
    rows = {row.code: row for row in Country.objects.filter(film=film)}
    before = list(Country.objects.filter(film=film).values_list("code", flat=True))
    if before == codes:
        return []
    for code, row in rows.items():
        if code not in codes:
            row.delete()
    for place, code in enumerate(codes):
        row = rows.get(code) or Country(film=film, code=code)
        row.position = place
        row.full_clean(exclude=["film"])
        row.save()
    return [{"countries": True, "before": before, "after": codes}]


def name_of(row: models.Model) -> str:
    found: Any = row
    for step in identity_field(type(row)).split("__"):
        found = getattr(found, step)
    return str(found)


def step_back(step: Step, film: Film) -> bool:
    """Restore what stood before a step; tell whether nobody had changed it since."""
    if "countries" in step:
        now = list(Country.objects.filter(film=film).values_list("code", flat=True))
        if now != step["after"]:
            return False
        set_countries(film, step["before"])
        return True
    model: Any = apps.get_model(step["model"])
    row = model._default_manager.filter(**{identity_field(model): step["row"]}).first()
    if "name" in step:
        return row is not None and _forget_name(row, step["name"])
    if row is None:
        return False
    field = model._meta.get_field(step["column"])
    if encode(getattr(row, field.attname)) != step["after"]:
        return False
    setattr(row, field.attname, decode(field, step["before"]))
    row.save()
    return True


def _forget_name(row: Any, name: str) -> bool:
    if hasattr(row, "other_names"):
        if name in row.other_names:
            row.other_names = [known for known in row.other_names if known != name]
            row.save()
        return True
    row.names.filter(name=name).delete()
    return True

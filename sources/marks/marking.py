"""Which field of the film's form each point is about, how many sources speak of it, and what the
field is to show after a decision."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.fields import column, columns, translated_fields
from films.models import Film, Version
from sources.comparing.film import compare_film
from sources.comparing.objects import Point
from sources.marks.shown import STATES, state_of
from sources.models import Standing
from sources.taking.take import model_of
from sources.wording import Words, begin_of

# Columns of the form that a point writes, where they are not called as the point's field.
COLUMNS = {
    ("credits", "name"): ("credited_as",),
    ("companies", "name"): ("credited_as",),
    ("selections", "festival"): ("edition",),
    ("selections", "date"): ("shown_on", "edition"),
    ("releases", "date"): ("date", "precision"),
    ("press_items", "date"): ("date", "precision"),
    ("versions", "dialogue_languages"): ("dialogue_languages", "has_no_dialogue"),
    ("versions", "has_no_dialogue"): ("has_no_dialogue", "dialogue_languages"),
}
# The sign on a mark, so that colour is not alone.
SIGNS = {"open": "?", "disputed": "≠", "decided": "✓", "agreed": ""}
# What counts most when one field has several points.
RANK = ("open", "disputed", "decided", "agreed")


def marks_of(film: Film) -> list[dict[str, Any]]:
    """Return a mark for each field of the form that sources speak of; one query if none does.

    `table` and `row` name the table of rows and the row ('' for the film itself), `columns` the
    fields of which the first that is there carries the mark.
    """
    if not Standing.objects.filter(record=film.pk).exists():
        return []
    comparison, words = compare_film(film.record), Words()
    version = _main_version(film)
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for point in comparison.points:
        table, row, names = place_of(point, version)
        state = str(state_of(point))
        name = words.point(point.key, point.about, begin_of(words, comparison, point))
        mark = found.setdefault(
            (table, row, names[0] if names else ""),
            {"table": table, "row": row, "columns": names, "keys": [], "name": name,
             "count": 0, "state": state},
        )  # fmt: skip
        mark["keys"].append(point.key)
        mark["count"] = max(mark["count"], point.witnesses)
        mark["state"] = min(mark["state"], state, key=RANK.index)
    return [mark | _say(mark) for mark in found.values()]


def _say(mark: dict[str, Any]) -> dict[str, str]:
    count = ngettext("%(count)d witness", "%(count)d witnesses", mark["count"])
    label = _("%(name)s: %(count)s, %(state)s") % {
        "name": mark["name"],
        "count": count % {"count": mark["count"]},
        "state": dict(STATES)[mark["state"]],
    }
    return {"label": label, "sign": SIGNS[mark["state"]]}


def place_of(point: Point, version: Any) -> tuple[str, str, list[str]]:
    """Return table, row and columns of the form; no columns where the table itself is meant."""
    part, row, field = point.part, point.row, point.field
    if part == "facts":
        return "", "", [field]
    if part == "texts":
        language, _slash, name = field.partition("/")
        return "", "", [column(name, language)]
    model = model_of(part)
    table = model._meta.get_field("film").remote_field.get_accessor_name()
    if part == "countries" or (part == "credits" and not row):
        return table, "", []
    if part == "versions":
        row = str(version.uuid) if version else ""
    return table, row, columns_of(model, part, field)


def columns_of(model: type[models.Model], part: str, field: str) -> list[str]:
    names = COLUMNS.get((part, field), (field,))
    translated = translated_fields(model)
    return [one for name in names for one in (columns(name) if name in translated else (name,))]


def written_fields(film: Film, key: str) -> list[dict[str, Any]]:
    """Return what the fields of a point's mark say now, as the form writes it."""
    point = next((one for one in compare_film(film.record).points if one.key == key), None)
    if point is None:
        return []
    table, uuid, names = place_of(point, _main_version(film))
    if not names or (table and not uuid):
        return []
    row: Any = (
        model_of(point.part).objects.filter(film=film, uuid=uuid).first()
        if table
        else Film.objects.get(pk=film.pk)
    )
    return [{"row": uuid, "column": name, **_typed(row, name)} for name in names] if row else []


def _typed(row: Any, name: str) -> dict[str, Any]:
    """Return a value as it is typed; `text` is what stands for a chosen row."""
    value = getattr(row, name)
    if isinstance(value, models.Model):
        return {"value": str(value.pk), "text": str(value)}
    if isinstance(value, bool):
        return {"checked": value}
    if name == "runtime_seconds" and value:
        return {"value": f"{value // 60}:{value % 60:02d}"}
    if isinstance(value, date):
        return {"value": str(formats.localize_input(value))}
    if isinstance(value, list):
        return {"value": ", ".join(value)}
    return {"value": "" if value is None else str(value)}


def _main_version(film: Film) -> Any:
    return Version.objects.filter(film=film).order_by("-is_main", "position", "pk").first()

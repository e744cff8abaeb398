"""A chosen value written into the film: a field, a column of a row, the name of a festival."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.fields import column, columns, languages, translated_fields
from festivals.models import Edition, Festival
from films.choices import Precision
from films.models import Film, Version
from people.models import Role
from sources.comparing.alike import is_near_name, is_same_name
from sources.comparing.objects import Point
from sources.deciding.spelling import names_of_person, remember_names
from sources.deciding.steps import Step, set_column, set_countries
from sources.taking.days import read_day
from sources.taking.take import model_of


def write_value(film: Film, point: Point, value: Any, language: str) -> list[Step]:
    """Make the film say `value` at a point and return what was done.

    `language` is that of the source which says so. Raises ValidationError for values that cannot
    stand there.
    """
    code = language if language in languages() else settings.LANGUAGE_CODE
    if point.part == "countries":
        return set_countries(film, list(value))
    if point.part == "facts":
        return _save(film, set_column(film, point.field, _clean(film, point.field, value)), False)
    if point.part == "texts":
        spoken, _slash, name = point.field.partition("/")
        return _save(film, set_column(film, column(name, spoken), value), False)
    if point.part == "versions":
        return _write_version(film, point.field, value)
    if point.key.startswith("credits/role/"):
        raise ValidationError(_("Who did it is changed on the credits desk. Then keep it here."))
    row = find_row(film, point)
    write: Callable[[Any, str, Any, str], list[Step]] = WRITERS.get(
        (point.part, point.field), _write_column
    )
    return _save(row, write(row, point.field, value, code))


def find_row(film: Film, point: Point) -> Any:
    """Return the row of a point. Raises ValidationError if it is gone."""
    row = model_of(point.part).objects.filter(film=film, uuid=point.row).first()
    if row is None:
        raise ValidationError(_("The row is no longer there. Load the page again."))
    return row


def _save(row: Any, steps: list[Step], is_checked: bool = True) -> list[Step]:
    own = [step for step in steps if step.get("model") == row._meta.label_lower]
    if own and is_checked:
        row.full_clean(exclude=["film"])
    if own:
        row.save()
    return steps


def _clean(row: Any, name: str, value: Any) -> Any:
    return row._meta.get_field(name).clean(value, row)


def _write_version(film: Film, field: str, value: Any) -> list[Step]:
    row = Version.objects.filter(film=film).order_by("-is_main", "position", "pk").first()
    row = row or Version(film=film, is_main=True)
    steps: list[Step] = []
    if field == "has_no_dialogue" and value:
        steps += set_column(row, "dialogue_languages", [])
    if field == "dialogue_languages" and value:
        steps += set_column(row, "has_no_dialogue", False)
    return _save(row, steps + set_column(row, field, value))


def _write_column(row: Any, field: str, value: Any, language: str) -> list[Step]:
    if field in translated_fields(type(row)):
        return _write_spoken(row, field, value, language)
    return set_column(row, field, _clean(row, field, value))


def _write_spoken(row: Any, field: str, value: Any, language: str) -> list[Step]:
    """Set a translated field in the source's language, and wherever the same name stands."""
    own = column(field, language)
    replaced = getattr(row, own)
    steps: list[Step] = []
    for name in columns(field):
        text = getattr(row, name)
        is_same = bool(text) and (
            text == replaced or is_same_name(text, value) or is_near_name(text, value, True)
        )
        if name == own or is_same:
            steps += set_column(row, name, value)
    return steps


def _write_credit_name(row: Any, field: str, value: Any, language: str) -> list[Step]:
    if row.is_group:
        return _write_spoken(row, "group", value, language)
    return _write_printed(row, str(row.person or row.company), value)


def _write_company_name(row: Any, field: str, value: Any, language: str) -> list[Step]:
    return _write_printed(row, row.company.name, value)


def _write_printed(row: Any, usual: str, value: Any) -> list[Step]:
    return set_column(row, "credited_as", "" if value == usual else value)


def _write_role(row: Any, field: str, value: Any, language: str) -> list[Step]:
    role = next((role for role in Role.objects.all() if role.key == value), None)
    if role is None:
        raise ValidationError(_("There is no role “%(role)s”.") % {"role": value})
    return set_column(row, "role", role)


def _write_festival(row: Any, field: str, value: Any, language: str) -> list[Step]:
    """Rename the festival, for all films; its former name stays known."""
    festival = row.edition.festival
    former = {getattr(festival, name) for name in columns("name")} - {""}
    first = next((n for n in columns("name") if getattr(festival, n)), column("name", language))
    replaced = getattr(festival, first)
    steps: list[Step] = []
    for name in columns("name"):
        if name == first or getattr(festival, name) == replaced:
            steps += set_column(festival, name, value)
    festival.full_clean(exclude=["record"])
    festival.save()
    return steps + remember_names(festival, [value, *(festival.other_names or ())], former)


def _write_shown(row: Any, field: str, value: Any, language: str) -> list[Step]:
    """Set the day of a selection, or its year; another year is another edition."""
    text = str(value)
    if len(text) not in (4, 10):
        raise ValidationError(_("A selection has a day or a year. Enter it in the film’s form."))
    day, precision = read_day(text)
    assert day is not None
    steps: list[Step] = []
    if row.edition.year != day.year:
        edition = Edition.objects.filter(festival=row.edition.festival, year=day.year).first()
        edition = edition or Edition.objects.create(festival=row.edition.festival, year=day.year)
        steps += set_column(row, "edition", edition)
    return steps + set_column(row, "shown_on", day if precision == Precision.DAY else None)


def _write_dated(row: Any, field: str, value: Any, language: str) -> list[Step]:
    day, precision = read_day(str(value))
    return set_column(row, "date", day) + set_column(row, "precision", precision)


WRITERS: dict[tuple[str, str], Callable[[Any, str, Any, str], list[Step]]] = {
    ("credits", "name"): _write_credit_name,
    ("credits", "role"): _write_role,
    ("companies", "name"): _write_company_name,
    ("selections", "festival"): _write_festival,
    ("selections", "date"): _write_shown,
    ("releases", "date"): _write_dated,
    ("press_items", "date"): _write_dated,
}


def keep_spellings(film: Film, point: Point, chosen: str) -> list[Step]:
    """Add the other spellings of a name to its person, company or festival."""
    names = [str(saying.value) for saying in point.sayings if saying.value != chosen]
    row = find_row(film, point)
    if point.part == "selections":
        festival: Festival = row.edition.festival
        own = [getattr(festival, name) for name in columns("name")]
        return remember_names(festival, [*own, *(festival.other_names or ())], names)
    person = getattr(row, "person", None)
    if person is not None:
        return remember_names(person, names_of_person(person), [chosen, *names])
    if row.company is None:
        return []
    known = [row.company.name, *(row.company.other_names or ())]
    return remember_names(row.company, known, [chosen, *names])

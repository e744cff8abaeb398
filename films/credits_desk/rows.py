"""The credits of a film as they stand on the desk: by department and role, in their order."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.fields import any_text, column, columns, languages
from films.models import Credit, Film

LAST = 10_000
STATE = (
    "role_id", "person_id", "company_id", "is_group", "credited_as", "is_lead", "billing",
    "is_uncredited", *columns("role_text"), *columns("group"), *columns("character"),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One credit in words. Rows of one `place` may change places with each other."""

    credit: Credit
    role: str
    name: str
    notes: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    place: str
    version: str


@dataclass(frozen=True)
class Section:
    """The rows of one department."""

    key: str
    label: str
    rows: tuple[Row, ...]


def credits_of(film: Film) -> list[Credit]:
    """Return the film's credits as the site shows them: department, role, order of the desk."""
    rows = Credit.objects.filter(film=film).select_related("role__department", "person", "company")
    return sorted(rows, key=_order)


def _order(credit: Credit) -> tuple[Any, ...]:
    role = credit.role
    if role is None:
        return (LAST, LAST, "", credit.position, credit.pk)
    ranks = (role.department.position, role.billing_rank, role.key)
    return (*ranks, credit.position, credit.pk)


def make_sections(credits: Iterable[Credit]) -> list[Section]:
    sections: dict[str, tuple[str, list[Row]]] = {}
    for credit in credits:
        department = credit.role.department if credit.role else None
        key = department.key if department else "other"
        label = capfirst(any_text(department, "name")) if department else _("Roles as printed")
        sections.setdefault(key, (label, []))[1].append(make_row(credit))
    return [Section(key, label, tuple(rows)) for key, (label, rows) in sections.items()]


def make_row(credit: Credit) -> Row:
    name = str(credit.person or credit.company or any_text(credit, "group"))
    notes = [
        (code, text) for code in languages() if (text := getattr(credit, column("character", code)))
    ]
    marks = [
        _("group") if credit.is_group else "",
        _("company") if credit.company_id else "",
        _("as “%(name)s”") % {"name": credit.credited_as} if credit.credited_as else "",
        _("lead") if credit.is_lead else "",
        str(credit.get_billing_display()) if credit.billing else "",
        _("uncredited") if credit.is_uncredited else "",
    ]
    return Row(
        credit,
        role_label(credit),
        name,
        tuple(notes),
        tuple(mark for mark in marks if mark),
        place_of(credit),
        version_of(credit),
    )


def role_label(credit: Credit) -> str:
    if credit.role is None:
        return any_text(credit, "role_text")
    return capfirst(any_text(credit.role, "name") or credit.role.key)


def place_of(credit: Credit) -> str:
    return f"{credit.role.department_id}-{credit.role_id}" if credit.role else "other"


def version_of(credit: Credit) -> str:
    """Return what changes with everything the row says; its place in the order is no part."""
    state = [getattr(credit, name) or None for name in STATE]
    return hashlib.sha256(json.dumps(state).encode()).hexdigest()[:16]


def move(film: Film, credit: Credit, before: Credit | None) -> list[Credit]:
    """Put a credit before another of its role, or last; return the rows of the role.

    Only rows whose number changes are written. Runs inside a change.
    """
    everybody = credits_of(film)
    place = place_of(credit)
    mine = [row for row in everybody if place_of(row) == place and row.pk != credit.pk]
    at = next((n for n, row in enumerate(mine) if before and row.pk == before.pk), len(mine))
    moved = next(row for row in everybody if row.pk == credit.pk)
    ordered = [*mine[:at], moved, *mine[at:]]
    numbers = sorted(row.position for row in ordered)
    if len(set(numbers)) == len(numbers):
        wanted = list(zip(ordered, numbers, strict=True))
    else:
        # Some stand on one number: all are numbered anew, in the order in which they are seen.
        places = iter(ordered)
        seen = [next(places) if place_of(row) == place else row for row in everybody]
        wanted = [(row, number) for number, row in enumerate(seen)]
    changed = []
    for row, number in wanted:
        if row.position != number:
            row.position = number
            changed.append(row)
    if changed:
        Credit.objects.bulk_update(changed, ["position"])
    return ordered
